import './any-json.ts';
import {
  AssessmentsApi,
  Configuration,
  EvaluationsApi,
  GetRecommendationFormatEnum,
  ModelsApi,
  ProblemFromJSON,
  RecommendationsApi,
} from '../generated/openapi-generator/typescript-fetch/index.ts';
import { type Advisor, run } from './journey.ts';

run((url): Advisor => {
  const configuration = new Configuration({ basePath: url, fetchApi: fetch });
  const assessments = new AssessmentsApi(configuration);
  const recommendations = new RecommendationsApi(configuration);
  return {
    async getQuestionnaire(model) {
      return (await new ModelsApi(configuration).getQuestionnaire({ model })).questions.map(({ id }) => id);
    },
    async evaluateAnswers(model, answers) {
      const evaluation = await new EvaluationsApi(configuration).evaluateAnswers({ model, evaluationRequest: { answers } });
      return evaluation.outcome.recommended;
    },
    async createAssessment({ ref, answers }) {
      return assessments.createAssessment({ newAssessment: { subject: { ref }, answers } });
    },
    async changeAssessment({ id, revision }, answers) {
      try {
        return await assessments.changeAssessment({ id, assessmentChange: { revision, answers } });
      } catch (refused) {
        // This client throws the response.
        const { status, code, currentRevision } = ProblemFromJSON(await (refused as Response).json());
        return { status, code, currentRevision };
      }
    },
    async recordRecommendation(id) {
      const { evaluation, ...recommendation } = await recommendations.recordRecommendation({ id, newRecommendation: {} });
      const contribution = evaluation.rationale?.[0]?.contributions['gitops'];
      return { id: recommendation.id, recommended: evaluation.outcome.recommended, contribution };
    },
    async getDecisionRecord(id) {
      const { raw } = await recommendations.getRecommendationRaw({ id, format: GetRecommendationFormatEnum.Markdown });
      return raw.text();
    },
    async verifyRecommendation(id) {
      return (await recommendations.verifyRecommendation({ id })).reproducible;
    },
  };
});
