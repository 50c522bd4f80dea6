import {
  changeAssessment,
  createAssessment,
  evaluateAnswers,
  getQuestionnaire,
  getRecommendation,
  recordRecommendation,
  verifyRecommendation,
} from '../generated/orval/client.ts';
import { type Advisor, run } from './journey.ts';

run(
  (): Advisor => ({
    async getQuestionnaire(model) {
      const reply = await getQuestionnaire(model);
      if (reply.status !== 200) throw new Error(`refused: ${reply.status}`);
      return reply.data.questions.map(({ id }) => id);
    },
    async evaluateAnswers(model, answers) {
      const reply = await evaluateAnswers(model, { answers });
      // Lines would come as a stream.
      if (reply.status !== 200 || !('data' in reply)) throw new Error(`refused: ${reply.status}`);
      return reply.data.outcome.recommended;
    },
    async createAssessment({ ref, answers }) {
      const reply = await createAssessment({ subject: { ref }, answers });
      if (reply.status !== 201) throw new Error(`refused: ${reply.status}`);
      return reply.data;
    },
    async changeAssessment({ id, revision }, answers) {
      const reply = await changeAssessment(id, { revision, answers });
      if (reply.status === 200) return reply.data;
      return { status: reply.status, code: reply.data.code, currentRevision: reply.data.currentRevision };
    },
    async recordRecommendation(id) {
      const reply = await recordRecommendation(id, {});
      if (reply.status !== 201) throw new Error(`refused: ${reply.status}`);
      const { evaluation } = reply.data;
      const contribution = evaluation.rationale?.[0]?.contributions['gitops'];
      return { id: reply.data.id, recommended: evaluation.outcome.recommended, contribution };
    },
    async getDecisionRecord(id) {
      return String((await getRecommendation(id, { format: 'markdown' })).data);
    },
    async verifyRecommendation(id) {
      const reply = await verifyRecommendation(id);
      if (reply.status !== 200) throw new Error(`refused: ${reply.status}`);
      return reply.data.reproducible;
    },
  }),
);
