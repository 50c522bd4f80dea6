import { JSON_BODY, NOT_MODIFIED, type Operation } from '../operation.ts';
import {
  IdempotencyHeaders,
  NoQuery,
  PageQuery,
  PreconditionHeaders,
  RevisionQuery,
  WebhookPath,
} from '../schemas/parameters.ts';
import { IssuedWebhook, NewWebhook, SecretRotation, Webhook, WebhookChange, WebhookList } from '../schemas/webhook.ts';

const tag = 'Webhooks';
const access = { permission: 'webhooks:manage' } as const;

/** Saying who is told of what happens. */
export const webhookOperations = {
  createWebhook: {
    method: 'post',
    path: '/v1/webhooks',
    tag,
    summary: 'Create a webhook',
    description:
      'An address that is told, by signed requests after Standard Webhooks 1.0, of what happens in your workspace from now on. The ' +
      'reply shows the secret that signs, once. With an `id` or an `Idempotency-Key` the request may be sent again safely: it is ' +
      'carried out once. A workspace has 50 of them at most.',
    access,
    caching: 'never',
    query: NoQuery,
    headers: IdempotencyHeaders,
    body: {
      schema: NewWebhook,
      mediaTypes: JSON_BODY,
      examples: {
        chat: {
          summary: 'Tell a chat of every recommendation',
          value: {
            url: 'https://hooks.example.org/delivery',
            events: ['recommendation.recorded'],
            description: 'Chat of the platform team',
          },
        },
      },
    },
    replies: {
      201: { description: 'Created, now or before.', body: IssuedWebhook, headers: ['Location', 'ETag', 'Idempotent-Replayed'] },
    },
    refusals: ['id-taken', 'idempotency-key-reused', 'too-many-webhooks', 'key-pepper-missing', 'store-unavailable'],
  },
  listWebhooks: {
    method: 'get',
    path: '/v1/webhooks',
    tag,
    summary: 'List webhooks',
    description: 'Those of your workspace, newest first, in pages.',
    access,
    caching: 'private',
    query: PageQuery,
    replies: { 200: { description: 'A page of webhooks.', body: WebhookList, headers: ['Link'] } },
    refusals: ['store-unavailable'],
  },
  getWebhook: {
    method: 'get',
    path: '/v1/webhooks/{id}',
    tag,
    summary: 'Read a webhook',
    description: 'Without its secret. The `ETag` is made of the revision.',
    access,
    caching: 'private',
    params: WebhookPath,
    query: NoQuery,
    replies: { 200: { description: 'The webhook.', body: Webhook, headers: ['ETag'] }, 304: NOT_MODIFIED },
    refusals: ['webhook-not-found', 'store-unavailable'],
  },
  changeWebhook: {
    method: 'patch',
    path: '/v1/webhooks/{id}',
    tag,
    summary: 'Change a webhook',
    description:
      'What is named is replaced, the rest stays; `enabled` stops it and lets it go on. What waited while it was disabled is sent ' +
      'once it is enabled. `If-Match` or `revision` is required. A change that changes nothing makes no new revision.',
    access,
    caching: 'private',
    params: WebhookPath,
    query: NoQuery,
    headers: PreconditionHeaders,
    body: {
      schema: WebhookChange,
      mediaTypes: JSON_BODY,
      examples: { stop: { summary: 'Send nothing for a while', value: { revision: 1, enabled: false } } },
    },
    replies: { 200: { description: 'The webhook as it is now.', body: Webhook, headers: ['ETag'] } },
    refusals: ['webhook-not-found', 'revision-stale', 'revision-required', 'store-unavailable'],
  },
  deleteWebhook: {
    method: 'delete',
    path: '/v1/webhooks/{id}',
    tag,
    summary: 'Delete a webhook with its deliveries',
    description: 'Forgets the webhook and what it was or is still to be told. `If-Match` or `revision` is required.',
    access,
    caching: 'never',
    params: WebhookPath,
    query: RevisionQuery,
    headers: PreconditionHeaders,
    replies: { 204: { description: 'Deleted.' } },
    refusals: ['webhook-not-found', 'revision-stale', 'revision-required', 'store-unavailable'],
  },
  rotateWebhookSecret: {
    method: 'post',
    path: '/v1/webhooks/{id}/rotate',
    tag,
    summary: 'Replace the secret of a webhook',
    description:
      'Shows a new secret, once. The present one goes on signing beside it until the receiver has changed over: every request ' +
      'carries a signature of each. Where a reply was lost, replace it again; up to three secrets sign at a time.',
    access,
    caching: 'never',
    params: WebhookPath,
    query: NoQuery,
    body: {
      schema: SecretRotation,
      mediaTypes: JSON_BODY,
      optional: true,
      examples: { hour: { summary: 'With an hour to change over', value: { overlapSeconds: 3600 } } },
    },
    replies: { 200: { description: 'The webhook with its new secret.', body: IssuedWebhook, headers: ['ETag'] } },
    refusals: ['webhook-not-found', 'key-pepper-missing', 'store-unavailable'],
  },
} as const satisfies Record<string, Operation>;
