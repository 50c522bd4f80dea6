import { v7 } from 'uuid';
import type { Scope } from '../../services/store.ts';
import type { Delivery } from '../../services/webhooks/delivery.ts';
import type { WebhookEvent } from '../../services/webhooks/event.ts';
import type { DeliveryKey, LoggedDelivery, WebhookStore } from '../../services/webhooks/webhook-store.ts';
import type { Attempt } from '../database/attempt.ts';
import type { Client } from '../database/client.ts';
import { isRefusedByConstraint } from '../database/failure.ts';
import { noteEvents } from '../tables/audit-row.ts';
import { following, NEWEST_FIRST, pageOf } from '../tables/page.ts';
import { attemptOf, deliveryOf } from './delivery-row.ts';
import type { Bell } from './queue.ts';

/** How many attempts are shown of a delivery; a schedule has ten. */
const LATEST_ATTEMPTS = 20;

type DeliveryMethods = Pick<WebhookStore, 'tell' | 'findDelivery' | 'listDeliveries' | 'replay'>;

/** Deliveries in the database, as those see them who manage webhooks. */
export function createDeliveries(client: Client, attempt: Attempt, bell: Bell): DeliveryMethods {
  const rung = (delivery: Delivery | undefined): Delivery | undefined => {
    bell.ring(delivery === undefined ? 0 : 1);
    return delivery;
  };
  return {
    tell: async (scope, id, event) => rung(await attempt(() => tell(client, scope, id, event))),
    findDelivery: (scope, key) => attempt(() => findDelivery(client, scope, key)),
    listDeliveries: ({ workspace }, webhookId, { status }, page) =>
      attempt(async () => {
        const where = { workspace, webhookId, ...(status !== undefined && { status }), ...following(page.after) };
        const rows = await client.webhookDelivery.findMany({ where, orderBy: NEWEST_FIRST, take: page.limit + 1 });
        return pageOf(rows, page, deliveryOf);
      }),
    replay: async (scope, key, at) => rung(await attempt(() => replay(client, scope, key, at))),
  };
}

async function tell(
  client: Client,
  scope: Scope,
  webhookId: string,
  { type, at, data }: WebhookEvent,
): Promise<Delivery | undefined> {
  const { workspace } = scope;
  const state = { status: 'pending', attempts: 0, tries: 0, attempting: false, createdAt: at, dueAt: at };
  const id = v7({ msecs: at.getTime() });
  try {
    return await client.$transaction(async (transaction) => {
      if ((await transaction.webhook.count({ where: { workspace, id: webhookId, enabled: true } })) === 0) return undefined;
      const row = await transaction.webhookDelivery.create({
        data: { workspace, webhookId, id, type, data: JSON.stringify(data), ...state },
      });
      await noteEvents(transaction, scope, [{ at, action: 'test', resource: { kind: 'webhook', id: webhookId } }]);
      return deliveryOf(row);
    });
  } catch (error) {
    if (isRefusedByConstraint(error)) return undefined; // The webhook went just now.
    throw error;
  }
}

async function findDelivery(client: Client, { workspace }: Scope, key: DeliveryKey): Promise<LoggedDelivery | undefined> {
  const row = await client.webhookDelivery.findUnique({
    where: { workspace_webhookId_id: { workspace, ...key } },
    include: { log: { orderBy: { number: 'desc' }, take: LATEST_ATTEMPTS } },
  });
  if (row === null) return undefined;
  const { log, ...delivery } = row;
  return { ...deliveryOf(delivery), log: log.toReversed().map(attemptOf) };
}

function replay(client: Client, scope: Scope, key: DeliveryKey, at: Date): Promise<Delivery | undefined> {
  const { workspace } = scope;
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.webhookDelivery.updateMany({
      where: { workspace, ...key, attempting: false },
      data: { status: 'pending', tries: 0, dueAt: at, finishedAt: null },
    });
    const resource = { kind: 'webhook', id: key.webhookId } as const;
    if (count > 0) await noteEvents(transaction, scope, [{ at, action: 'replay', resource }]);
    const row = await transaction.webhookDelivery.findUnique({ where: { workspace_webhookId_id: { workspace, ...key } } });
    return row === null ? undefined : deliveryOf(row);
  });
}
