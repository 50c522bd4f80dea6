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
}

/** Everything that webhooks are told of. An event without an entry does not compile. */
const TOLD = {
  'recommendation.recorded': {
    operationId: 'sendRecommendationRecorded',
    summary: 'Tell that a recommendation was recorded',
    description: 'Sent to the webhooks of its workspace that subscribe to it. What was answered is not in it.',
    body: RecommendationRecorded,
  },
  'assessment.updated': {
    operationId: 'sendAssessmentUpdated',
    summary: 'Tell that an assessment has a new revision',
    description: 'Sent when it was created, carried over or changed, to the webhooks of its workspace that subscribe to it.',
    body: AssessmentUpdated,
  },
  'webhook.test': {
    operationId: 'sendWebhookTest',
    summary: 'Tell a webhook that somebody tries it out',
    description: 'Sent to that webhook alone, whatever it subscribes to.',
    body: WebhookTested,
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
  return Object.fromEntries(Object.entries(TOLD).map(([type, told]) => [type, { post: requestOf(told) }]));
}

function requestOf({ body, ...words }: Told) {
  return {
    ...words,
    tags: ['Webhooks'],
    security: [],
    requestParams: { header: WebhookHeaders },
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: RESPONSES,
  };
}
