import type { Operation } from '../operation.ts';
import { DeliveriesQuery, DeliveryPath, NoQuery, WebhookPath } from '../schemas/parameters.ts';
import { LoggedWebhookDelivery, WebhookDelivery, WebhookDeliveryList } from '../schemas/webhook-delivery.ts';

const tag = 'Webhooks';
const access = { permission: 'webhooks:manage' } as const;

/** What webhooks were told, and telling them again. */
export const webhookDeliveryOperations = {
  testWebhook: {
    method: 'post',
    path: '/v1/webhooks/{id}/test',
    tag,
    summary: 'Try a webhook out',
    description:
      'Sends it a `webhook.test`, as it sends everything else: signed, and tried again where it does not arrive. What became of it is ' +
      'at `Location`. Sent again, it tests again.',
    access,
    caching: 'never',
    params: WebhookPath,
    query: NoQuery,
    replies: { 201: { description: 'On its way.', body: WebhookDelivery, headers: ['Location'] } },
    refusals: ['webhook-not-found', 'webhook-disabled', 'store-unavailable'],
  },
  listWebhookDeliveries: {
    method: 'get',
    path: '/v1/webhooks/{id}/deliveries',
    tag,
    summary: 'List what a webhook was told',
    description: 'Newest first, in pages. What was purged, or is about an assessment that was deleted, is not there any more.',
    access,
    caching: 'private',
    params: WebhookPath,
    query: DeliveriesQuery,
    replies: { 200: { description: 'A page of deliveries.', body: WebhookDeliveryList, headers: ['Link'] } },
    refusals: ['webhook-not-found', 'store-unavailable'],
  },
  getWebhookDelivery: {
    method: 'get',
    path: '/v1/webhooks/{id}/deliveries/{delivery}',
    tag,
    summary: 'Read what became of a delivery',
    description: 'With its latest attempts.',
    access,
    caching: 'private',
    params: DeliveryPath,
    query: NoQuery,
    replies: { 200: { description: 'The delivery.', body: LoggedWebhookDelivery } },
    refusals: ['webhook-not-found', 'delivery-not-found', 'store-unavailable'],
  },
  replayWebhookDelivery: {
    method: 'post',
    path: '/v1/webhooks/{id}/deliveries/{delivery}/replay',
    tag,
    summary: 'Deliver again',
    description:
      'Begins the delivery again, whatever became of it: now, and after the same pauses as the first time. Receivers see the same ' +
      '`webhook-id`. While it is being tried, nothing changes.',
    access,
    caching: 'never',
    params: DeliveryPath,
    query: NoQuery,
    replies: { 200: { description: 'On its way.', body: WebhookDelivery } },
    refusals: ['webhook-not-found', 'delivery-not-found', 'webhook-disabled', 'store-unavailable'],
  },
} as const satisfies Record<string, Operation>;
