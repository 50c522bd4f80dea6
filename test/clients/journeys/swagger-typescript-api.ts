import { Api, type Problem } from '../generated/swagger-typescript-api/api.ts';
import { type Advisor, run } from './journey.ts';

run((url): Advisor => {
  const { models, evaluations, assessments, recommendations } = new Api({ baseUrl: url });
  return {
    async getQuestionnaire(model) {
      return (await models.getQuestionnaire({ model })).data.questions.map(({ id }) => id);
    },
    async evaluateAnswers(model, answers) {
      return (await evaluations.evaluateAnswers({ model }, { answers })).data.outcome.recommended;
    },
    async createAssessment({ ref, answers }) {
      return (await assessments.createAssessment({ subject: { ref }, answers })).data;
    },
    async changeAssessment({ id, revision }, answers) {
      try {
        return (await assessments.changeAssessment({ id }, { revision, answers })).data;
      } catch (refused) {
        // This client throws the whole response; what it was refused for is a problem document.
        const { status, code, currentRevision } = (refused as { readonly error: Problem }).error;
        return { status, code, currentRevision };
      }
    },
    async recordRecommendation(id) {
      const { evaluation, ...recommendation } = (await recommendations.recordRecommendation({ id }, {})).data;
      const contribution = evaluation.rationale?.[0]?.contributions['gitops'];
      return { id: recommendation.id, recommended: evaluation.outcome.recommended, contribution };
    },
    async getDecisionRecord(id) {
      const { data } = await recommendations.getRecommendation({ id, format: 'markdown' }, { format: 'text' });
      return String(data);
    },
    async verifyRecommendation(id) {
      return (await recommendations.verifyRecommendation({ id })).data.reproducible;
    },
  };
});
