import createClient from 'openapi-fetch';
import type { components, paths } from '../generated/openapi-typescript/schema.ts';
import { type Advisor, run } from './journey.ts';

/** What replies are read as; the service can send text, too. */
type Json = 'application/json' | 'application/problem+json';

type Problem = components['schemas']['Problem'];

run((url): Advisor => {
  const client = createClient<paths, Json>({ baseUrl: url });
  return {
    async getQuestionnaire(model) {
      const { data } = await client.GET('/v1/models/{model}/questionnaire', { params: { path: { model } } });
      return must(data).questions.map(({ id }) => id);
    },
    async evaluateAnswers(model, answers) {
      const { data } = await client.POST('/v1/models/{model}/evaluate', { params: { path: { model } }, body: { answers } });
      return must(data).outcome.recommended;
    },
    async createAssessment({ ref, answers }) {
      const { data } = await client.POST('/v1/assessments', { body: { subject: { ref }, answers } });
      return must(data);
    },
    async changeAssessment({ id, revision }, answers) {
      const { data, error } = await client.PATCH('/v1/assessments/{id}', {
        params: { path: { id } },
        body: { revision, answers },
      });
      return data ?? staleness(must(error));
    },
    async recordRecommendation(id) {
      const { data } = await client.POST('/v1/assessments/{id}/recommendations', { params: { path: { id } } });
      const { evaluation, ...recommendation } = must(data);
      const contribution = evaluation.rationale?.[0]?.contributions['gitops'];
      return { id: recommendation.id, recommended: evaluation.outcome.recommended, contribution };
    },
    async getDecisionRecord(id) {
      const params = { path: { id }, query: { format: 'markdown' as const } };
      const { data } = await client.GET('/v1/recommendations/{id}', { params, parseAs: 'text' });
      return must(data);
    },
    async verifyRecommendation(id) {
      const { data } = await client.POST('/v1/recommendations/{id}/verify', { params: { path: { id } } });
      return must(data).reproducible;
    },
  };
});

function must<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('The request was refused.');
  return data;
}

function staleness({ status, code, currentRevision }: Problem) {
  return { status, code, currentRevision };
}
