import type { Handlers } from '../../contract/exchange.ts';
import type { Webhook } from '../../services/webhooks/webhook.ts';
import type { ShownWebhook } from '../../services/webhooks/webhooks.ts';
import type { Addresses } from '../addresses.ts';
import { requiredRevision } from '../input/precondition.ts';
import type { Services } from '../services.ts';

type WebhookHandlers = Pick<
  Handlers,
  'createWebhook' | 'listWebhooks' | 'getWebhook' | 'changeWebhook' | 'deleteWebhook' | 'rotateWebhookSecret'
>;

/** Handlers of the operations on webhooks. */
export function webhookHandlers({ webhooks }: Services, addresses: Addresses): WebhookHandlers {
  return {
    async createWebhook({ scope, body, headers }) {
      const { value, replayed } = await webhooks.create(scope, body, headers['Idempotency-Key']);
      const where = {
        Location: addresses.of(`/v1/webhooks/${value.webhook.id}`),
        'Idempotent-Replayed': replayed ? 'true' : undefined,
      };
      return { status: 201, body: issued(value), headers: { ...where, ...state(value.webhook) } };
    },

    async listWebhooks({ scope, query: { limit, cursor } }) {
      const { items, next } = await webhooks.list(scope, { limit, ...(cursor !== undefined && { cursor }) });
      const Link = addresses.next('/v1/webhooks', { limit }, next);
      return { status: 200, body: { items: items.map(resource), ...(next !== undefined && { next }) }, headers: { Link } };
    },

    async getWebhook({ scope, params }) {
      const webhook = await webhooks.find(scope, params.id);
      return { status: 200, body: resource(webhook), headers: state(webhook) };
    },

    async changeWebhook({ scope, params, headers, body: { revision, ...change } }) {
      const expected = requiredRevision({ ifMatch: headers['If-Match'], revision, twin: '/revision' });
      const webhook = await webhooks.change(scope, params.id, change, expected);
      return { status: 200, body: resource(webhook), headers: state(webhook) };
    },

    async deleteWebhook({ scope, params, headers, query: { revision } }) {
      const expected = requiredRevision({ ifMatch: headers['If-Match'], revision, twin: '/query/revision' });
      await webhooks.remove(scope, params.id, expected);
      return { status: 204 };
    },

    async rotateWebhookSecret({ scope, params, body }) {
      const rotated = await webhooks.rotate(scope, params.id, body.overlapSeconds);
      return { status: 200, body: issued(rotated), headers: state(rotated.webhook) };
    },
  };
}

function state({ revision }: Webhook) {
  return { ETag: `"${revision}"` };
}

function issued({ webhook, secret }: ShownWebhook) {
  return { ...resource(webhook), ...(secret !== undefined && { secret }) };
}

/** A webhook as it is sent: times as text, and of its secrets only when the earlier ones end. */
function resource({ secrets, createdAt, updatedAt, ...webhook }: Webhook) {
  const ends = secrets.flatMap(({ endsAt }) => (endsAt === undefined ? [] : [endsAt.getTime()]));
  return {
    ...webhook,
    ...(ends.length > 0 && { earlierSecretsEndAt: new Date(Math.max(...ends)).toISOString() }),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
