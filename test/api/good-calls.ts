import type { OperationId } from '../../src/contract/operations.ts';
import type { Call } from './client.ts';

/** The ids of what is there before a call. */
export interface Things {
  readonly assessment: string;
  readonly recommendation: string;
  readonly key: string;
  readonly webhook: string;
  /** What the webhook was told. */
  readonly delivery: string;
}

/** A request to each operation that is carried out. */
export function goodCalls({ assessment, recommendation, key, webhook, delivery }: Things): {
  readonly [Id in OperationId]: Call;
} {
  const model = 'delivery-approach';
  return {
    listModels: {},
    getModel: { params: { model } },
    getModelVersion: { params: { model, version: '1.0.0' } },
    getQuestionnaire: { params: { model } },
    getAnswersSchema: { params: { model, version: '1.0.0' } },
    evaluateAnswers: { params: { model }, body: { answers: {} } },
    findNextQuestions: { params: { model }, body: { answers: {} } },
    compareScenarios: {
      params: { model },
      body: { base: { answers: {} }, scenarios: [{ name: 'drift', answers: { 'drift-pain': 5 } }] },
    },
    createAssessment: { body: { subject: { ref: 'a' } } },
    listAssessments: {},
    getAssessment: { params: { id: assessment } },
    changeAssessment: { params: { id: assessment }, body: { revision: 1 } },
    findAssessmentNextQuestions: { params: { id: assessment }, body: {} },
    deleteAssessment: { params: { id: assessment }, query: 'revision=1' },
    recordRecommendation: { params: { id: assessment }, body: {} },
    listAssessmentRecommendations: { params: { id: assessment } },
    listRecommendations: {},
    getBadge: { query: 'subject=component:default/payments' },
    getRecommendation: { params: { id: recommendation } },
    verifyRecommendation: { params: { id: recommendation } },
    listAuditEntries: {},
    createApiKey: { body: { name: 'portal', permissions: ['models:read'] } },
    listApiKeys: {},
    revokeApiKey: { params: { id: key } },
    rotateApiKey: { params: { id: key }, body: {} },
    createWebhook: { body: { url: 'https://receiver.invalid/', events: ['recommendation.recorded'] } },
    listWebhooks: {},
    getWebhook: { params: { id: webhook } },
    changeWebhook: { params: { id: webhook }, headers: { 'If-Match': '*' }, body: { description: 'chat' } },
    rotateWebhookSecret: { params: { id: webhook }, body: {} },
    testWebhook: { params: { id: webhook } },
    listWebhookDeliveries: { params: { id: webhook } },
    getWebhookDelivery: { params: { id: webhook, delivery } },
    replayWebhookDelivery: { params: { id: webhook, delivery } },
    deleteWebhook: { params: { id: webhook }, headers: { 'If-Match': '*' } },
    getHealth: {},
    getReadiness: {},
    getOpenapiYaml: {},
    getOpenapiJson: {},
    getOlderOpenapiJson: {},
  };
}
