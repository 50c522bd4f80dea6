import type { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import type { EventType } from '../services/webhooks/event.ts';
import { AssessmentUpdated, RecommendationRecorded, WebhookHeaders, WebhookTested } from './schemas/webhook-event.ts';

/** Something that the service tells, as data. */
interface Told {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly body: z.ZodType;
  /** What is told in `data`, beside its summary. */
  readonly example: { readonly summary: string; readonly data: object };
}

const ASSESSMENT = '0199a3c0-51d2-7e0c-8a47-6f1de2a9b310';
const RECOMMENDATION = '0199a3c4-9e15-7d6b-b0c8-2a94d7e1f583';
const WEBHOOK = '0199a3d5-2c90-7b83-a4e1-90d3f65b7a28';
const ABOUT = {
  assessmentId: ASSESSMENT,
  subject: { ref: 'component:default/payments' },
  model: 'delivery-approach',
  version: '1.1.0',
};
const OF_ASSESSMENT = `https://advisor.example.org/v1/assessments/${ASSESSMENT}`;

/** Everything that webhooks are told of. An event without an entry does not compile. */
const TOLD = {
  'recommendation.recorded': {
    operationId: 'sendRecommendationRecorded',
    summary: 'Tell that a recommendation was recorded',
    description: 'Sent to the webhooks of its workspace that subscribe to it. What was answered is not in it.',
    body: RecommendationRecorded,
    example: {
      summary: 'GitOps is recommended, clearly',
      data: {
        ...ABOUT,
        recommendationId: RECOMMENDATION,
        recommended: 'gitops',
        verdict: 'clear',
        links: {
          assessment: OF_ASSESSMENT,
          recommendation: `https://advisor.example.org/v1/recommendations/${RECOMMENDATION}`,
        },
      },
    },
  },
  'assessment.updated': {
    operationId: 'sendAssessmentUpdated',
    summary: 'Tell that an assessment has a new revision',
    description: 'Sent when it was created, carried over or changed, to the webhooks of its workspace that subscribe to it.',
    body: AssessmentUpdated,
    example: {
      summary: 'The first change of an assessment',
      data: { ...ABOUT, revision: 2, links: { assessment: OF_ASSESSMENT } },
    },
  },
  'webhook.test': {
    operationId: 'sendWebhookTest',
    summary: 'Tell a webhook that somebody tries it out',
    description: 'Sent to that webhook alone, whatever it subscribes to.',
    body: WebhookTested,
    example: {
      summary: 'A test',
      data: { webhookId: WEBHOOK, links: { webhook: `https://advisor.example.org/v1/webhooks/${WEBHOOK}` } },
    },
  },
} as const satisfies Record<EventType, Told>;

/** What receivers answer with. */
const RESPONSES: ZodOpenApiResponsesObject = {
  204: { description: 'It has arrived; any other 2xx says the same.' },
  410: { description: 'Nobody is here any more: the webhook is disabled.' },
  503: { description: 'Not now: it is sent again, up to ten times within 75 hours, as after any other answer and after none.' },
};

/** The requests that the service sends itself, as OpenAPI describes them. */
export function webhooks(): ZodOpenApiPathsObject {
  return Object.fromEntries(Object.entries(TOLD).map(([type, told]) => [type, { post: requestOf(type, told) }]));
}

function requestOf(type: string, { body, example: { summary, data }, ...words }: Told) {
  const value = { type, timestamp: '2026-10-05T08:00:00.000Z', data };
  return {
    ...words,
    tags: ['Webhooks'],
    security: [],
    requestParams: { header: WebhookHeaders },
    requestBody: { required: true, content: { 'application/json': { schema: body, examples: { told: { summary, value } } } } },
    responses: RESPONSES,
  };
}
