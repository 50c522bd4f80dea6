import type { Scope } from '../../services/store.ts';
import type { ClaimedDelivery, Settlement, Attempt as TriedDelivery } from '../../services/webhooks/delivery.ts';
import type { DisablingCause } from '../../services/webhooks/webhook.ts';
import type { ClaimWish, Outbox, WebhookKey } from '../../services/webhooks/webhook-store.ts';
import type { Attempt } from '../database/attempt.ts';
import type { Client, TransactionClient } from '../database/client.ts';
import { noteEvents } from '../tables/audit-row.ts';
import { deliveryOf } from './delivery-row.ts';
import { webhookOf } from './webhook-row.ts';
import { eventOf } from './webhooks.ts';

/** What the service does on its own has this name in the audit log. */
const SENDER: Scope['actor'] = { kind: 'service', id: 'webhooks' };

/** How many due deliveries are looked at to find some that belong to different webhooks. */
const LOOK = 100;

/** Deliveries in the database, as whoever carries them out sees them. */
export function createOutbox(client: Client, attempt: Attempt): Outbox {
  return {
    firstDue: (busy) =>
      attempt(async () => {
        const where = { dueAt: { not: null }, ...exceptFor(busy) };
        const row = await client.webhookDelivery.findFirst({ where, orderBy: { dueAt: 'asc' }, select: { dueAt: true } });
        return row?.dueAt ?? undefined;
      }),
    claim: (wish) => attempt(() => claim(client, wish)),
    settle: (claimed, tried, settlement) =>
      attempt(() => client.$transaction((transaction) => settle(transaction, claimed, tried, settlement))),
    release: (claimed, at) => attempt(() => client.$transaction((transaction) => release(transaction, claimed, at))),
  };
}

/** Of two that look at the same rows, one finds them changed when it comes to take them. */
async function claim(client: Client, { at, until, most, mostEach, busy }: ClaimWish): Promise<readonly ClaimedDelivery[]> {
  const rows = await client.webhookDelivery.findMany({
    where: { dueAt: { lte: at }, ...exceptFor(busy) },
    orderBy: { dueAt: 'asc' },
    select: { workspace: true, webhookId: true, id: true },
    take: LOOK,
  });
  const chosen = fewOfEach(rows, mostEach).slice(0, most);
  if (chosen.length === 0) return [];
  const taken = await client.webhookDelivery.updateManyAndReturn({
    where: { dueAt: { lte: at }, OR: chosen },
    data: { dueAt: until, attempting: true },
  });
  const keys = taken.map(({ workspace, webhookId: id }) => ({ workspace, id }));
  const webhooks = new Map((await client.webhook.findMany({ where: { OR: keys } })).map((row) => [nameOf(row), webhookOf(row)]));
  return taken.flatMap((row) => {
    const webhook = webhooks.get(nameOf({ workspace: row.workspace, id: row.webhookId }));
    if (webhook === undefined) return []; // It went with its deliveries just now.
    return [{ workspace: row.workspace, delivery: deliveryOf(row), tries: row.tries, until, webhook }];
  });
}

/** Keeps the order, and of each webhook the first few. */
function fewOfEach<Row extends { readonly workspace: string; readonly webhookId: string }>(
  rows: readonly Row[],
  most: number,
): readonly Row[] {
  const counts = new Map<string, number>();
  return rows.filter(({ workspace, webhookId: id }) => {
    const name = nameOf({ workspace, id });
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= most;
  });
}

async function settle(
  client: TransactionClient,
  claimed: ClaimedDelivery,
  tried: TriedDelivery,
  settlement: Settlement,
): Promise<boolean> {
  const { workspace, delivery, tries } = claimed;
  const { webhookId, id: deliveryId } = delivery;
  const number = delivery.attempts + 1;
  const over = new Date(tried.at.getTime() + tried.durationMs);
  const { count } = await client.webhookDelivery.updateMany({
    where: heldBy(claimed),
    data: {
      status: settlement.status,
      attempts: number,
      tries: tries + 1,
      attempting: false,
      ...(settlement.status === 'pending' ? { dueAt: settlement.dueAt } : { dueAt: null, finishedAt: over }),
    },
  });
  if (count === 0) return false;
  const { at, durationMs, status = null, error = null, reply = null } = tried;
  await client.webhookAttempt.create({
    data: { workspace, webhookId, deliveryId, number, at, durationMs, status, error, reply },
  });
  if (settlement.status === 'failed') await disable(client, claimed, settlement.disabling, over);
  return true;
}

/** A webhook is only failing where nothing at all has arrived since what failed was begun. */
async function disable(client: TransactionClient, claimed: ClaimedDelivery, cause: DisablingCause, at: Date): Promise<void> {
  const { workspace, delivery } = claimed;
  const { webhookId: id, createdAt } = delivery;
  const arrived = { workspace, webhookId: id, status: 'delivered', finishedAt: { gte: createdAt } };
  if (cause === 'failing' && (await client.webhookDelivery.findFirst({ where: arrived, select: { id: true } })) !== null) return;
  const disabled = await client.webhook.updateManyAndReturn({
    where: { workspace, id, enabled: true },
    data: { enabled: false, disabledBecause: cause, revision: { increment: 1 }, updatedAt: at },
  });
  const scope = { workspace, actor: SENDER };
  await noteEvents(
    client,
    scope,
    disabled.map((webhook) => eventOf('change', webhook, at)),
  );
}

/**
 * Looking at the webhook by changing nothing in it holds off whoever enables it at the same moment, so that what waits
 * is never forgotten by both.
 */
async function release(client: TransactionClient, claimed: ClaimedDelivery, at: Date): Promise<void> {
  const { workspace, webhook } = claimed;
  const disabled = { workspace, id: webhook.id, enabled: false };
  const { count } = await client.webhook.updateMany({ where: disabled, data: { enabled: false } });
  await client.webhookDelivery.updateMany({
    where: heldBy(claimed),
    data: { attempting: false, dueAt: count > 0 ? null : at },
  });
}

/** The delivery, as long as the claim holds. */
function heldBy({ workspace, delivery: { webhookId, id }, until }: ClaimedDelivery) {
  return { workspace, webhookId, id, attempting: true, dueAt: until };
}

function exceptFor(busy: readonly WebhookKey[]) {
  return busy.length === 0 ? {} : { NOT: { OR: busy.map(({ workspace, id }) => ({ workspace, webhookId: id })) } };
}

function nameOf({ workspace, id }: WebhookKey): string {
  return `${workspace}/${id}`;
}
