import type { Handlers } from '../../contract/exchange.ts';
import type { Delivery, LoggedAttempt } from '../../services/webhooks/delivery.ts';
import type { Addresses } from '../addresses.ts';
import type { Services } from '../services.ts';

type DeliveryHandlers = Pick<Handlers, 'testWebhook' | 'listWebhookDeliveries' | 'getWebhookDelivery' | 'replayWebhookDelivery'>;

/** Handlers of the operations on what webhooks are told. */
export function webhookDeliveryHandlers({ deliveries }: Services, addresses: Addresses): DeliveryHandlers {
  return {
    async testWebhook({ scope, params }) {
      const delivery = await deliveries.test(scope, params.id);
      const Location = addresses.of(`/v1/webhooks/${params.id}/deliveries/${delivery.id}`);
      return { status: 201, body: resource(delivery), headers: { Location } };
    },

    async listWebhookDeliveries({ scope, params, query: { limit, cursor, ...filter } }) {
      const wish = { limit, ...(cursor !== undefined && { cursor }) };
      const { items, next } = await deliveries.list(scope, params.id, filter, wish);
      const Link = addresses.next(`/v1/webhooks/${params.id}/deliveries`, { ...filter, limit }, next);
      return { status: 200, body: { items: items.map(resource), ...(next !== undefined && { next }) }, headers: { Link } };
    },

    async getWebhookDelivery({ scope, params }) {
      const { log, ...delivery } = await deliveries.find(scope, { webhookId: params.id, id: params.delivery });
      return { status: 200, body: { ...resource(delivery), log: log.map(entry) } };
    },

    async replayWebhookDelivery({ scope, params }) {
      const delivery = await deliveries.replay(scope, { webhookId: params.id, id: params.delivery });
      return { status: 200, body: resource(delivery) };
    },
  };
}

/** A delivery as it is sent: times as text, and of what is told only whom it concerns. */
function resource({ data, createdAt, nextAttemptAt, finishedAt, ...delivery }: Delivery) {
  const { assessmentId, recommendationId } = data;
  return {
    ...delivery,
    ...(assessmentId !== undefined && { assessmentId }),
    ...(recommendationId !== undefined && { recommendationId }),
    createdAt: createdAt.toISOString(),
    ...(nextAttemptAt !== undefined && { nextAttemptAt: nextAttemptAt.toISOString() }),
    ...(finishedAt !== undefined && { finishedAt: finishedAt.toISOString() }),
  };
}

function entry({ at, ...attempt }: LoggedAttempt) {
  return { ...attempt, at: at.toISOString() };
}
