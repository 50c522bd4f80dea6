import { createClient } from '../generated/hey-api/client/index.ts';
import {
  changeAssessment,
  createAssessment,
  evaluateAnswers,
  getQuestionnaire,
  getRecommendation,
  recordRecommendation,
  verifyRecommendation,
} from '../generated/hey-api/index.ts';
import { type Advisor, run } from './journey.ts';

run((url): Advisor => {
  const client = createClient({ baseUrl: url });
  const options = { client, throwOnError: true } as const;
  return {
    async getQuestionnaire(model) {
      const { data } = await getQuestionnaire({ ...options, path: { model } });
      return data.questions.map(({ id }) => id);
    },
    async evaluateAnswers(model, answers) {
      const { data } = await evaluateAnswers({ ...options, path: { model }, body: { answers } });
      return typeof data === 'string' ? undefined : data.outcome.recommended;
    },
    async createAssessment({ ref, answers }) {
      return (await createAssessment({ ...options, body: { subject: { ref }, answers } })).data;
    },
    async changeAssessment({ id, revision }, answers) {
      const { data, error } = await changeAssessment({ client, path: { id }, body: { revision, answers } });
      if (data !== undefined) return data;
      return { status: error.status, code: error.code, currentRevision: error.currentRevision };
    },
    async recordRecommendation(id) {
      const { evaluation, ...recommendation } = (await recordRecommendation({ ...options, path: { id } })).data;
      const contribution = evaluation.rationale?.[0]?.contributions['gitops'];
      return { id: recommendation.id, recommended: evaluation.outcome.recommended, contribution };
    },
    async getDecisionRecord(id) {
      const { data } = await getRecommendation({ ...options, path: { id }, query: { format: 'markdown' } });
      return String(data);
    },
    async verifyRecommendation(id) {
      return (await verifyRecommendation({ ...options, path: { id } })).data.reproducible;
    },
  };
});
