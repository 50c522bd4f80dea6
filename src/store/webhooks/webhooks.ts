import type { AuditAction, AuditedEvent } from '../../services/audit/audit-entry.ts';
import type { Change, Creation, CreationClaim, Removal, Scope } from '../../services/store.ts';
import type { Webhook } from '../../services/webhooks/webhook.ts';
import { MOST_WEBHOOKS, type WebhookStore } from '../../services/webhooks/webhook-store.ts';
import type { Attempt } from '../database/attempt.ts';
import type { Client } from '../database/client.ts';
import { isRefusedByConstraint, lostRace } from '../database/failure.ts';
import { noteEvents } from '../tables/audit-row.ts';
import { claimRows, settledClaim } from '../tables/creation-claims.ts';
import { following, NEWEST_FIRST, pageOf } from '../tables/page.ts';
import { createDeliveries } from './deliveries.ts';
import type { Bell } from './queue.ts';
import { changingColumns, webhookOf } from './webhook-row.ts';

/** Webhooks in the database. */
export function createWebhooks(client: Client, attempt: Attempt, bell: Bell): WebhookStore {
  const present = createReader(client);
  return {
    ...createDeliveries(client, attempt, bell),
    create: (scope, webhook, claim) => attempt(() => create(client, scope, webhook, claim)),
    find: (scope, id) => attempt(() => present(scope, id)),
    list: ({ workspace }, page) =>
      attempt(async () => {
        const where = { workspace, ...following(page.after) };
        const rows = await client.webhook.findMany({ where, orderBy: NEWEST_FIRST, take: page.limit + 1 });
        return pageOf(rows, page, webhookOf);
      }),
    async replace(scope, webhook, action) {
      const { change, due } = await attempt(() => replace(client, scope, webhook, action));
      bell.ring(due);
      return change;
    },
    remove: (scope, id, removal) => attempt(() => remove(client, scope, id, removal)),
  };
}

function createReader(client: Pick<Client, 'webhook'>) {
  return async ({ workspace }: Scope, id: string): Promise<Webhook | undefined> => {
    const row = await client.webhook.findUnique({ where: { workspace_id: { workspace, id } } });
    return row === null ? undefined : webhookOf(row);
  };
}

async function create(
  client: Client,
  scope: Scope,
  webhook: Webhook,
  claim: CreationClaim,
): Promise<Creation<Webhook> | { readonly kind: 'full' }> {
  const { workspace } = scope;
  const { id, createdAt } = webhook;
  if ((await client.webhook.count({ where: { workspace } })) >= MOST_WEBHOOKS) {
    return (await claimed(client, scope, claim)) ?? { kind: 'full' };
  }
  try {
    await client.$transaction([
      client.webhook.create({
        data: { workspace, id, createdAt, ...changingColumns(webhook), claims: { create: claimRows(claim) } },
      }),
      noteEvents(client, scope, [eventOf('create', webhook, createdAt)]),
    ]);
    return { kind: 'created', value: webhook };
  } catch (error) {
    if (!isRefusedByConstraint(error)) throw error;
    const settled = await claimed(client, scope, claim);
    if (settled !== undefined) return settled;
    if ((await createReader(client)(scope, id)) !== undefined) return { kind: 'conflict', token: `id:${id}` };
    throw lostRace(error);
  }
}

function claimed(client: Client, scope: Scope, claim: CreationClaim): Promise<Creation<Webhook> | undefined> {
  const present = createReader(client);
  return settledClaim(client, scope, {
    ...claim,
    createdBy: ({ webhookId }) => webhookId,
    find: (holder) => present(scope, holder),
  });
}

/** What waits for a webhook that is enabled is due when it changes. */
function replace(
  client: Client,
  scope: Scope,
  webhook: Webhook,
  action: AuditAction,
): Promise<{ readonly change: Change<Webhook>; readonly due: number }> {
  const { workspace } = scope;
  const { id, revision, enabled, updatedAt } = webhook;
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.webhook.updateMany({
      where: { workspace, id, revision: revision - 1 },
      data: changingColumns(webhook),
    });
    if (count === 0) return { change: unchanged(await createReader(transaction)(scope, id)), due: 0 };
    await noteEvents(transaction, scope, [eventOf(action, webhook, updatedAt)]);
    const waiting = { workspace, webhookId: id, status: 'pending', dueAt: null };
    const due = enabled
      ? await transaction.webhookDelivery.updateMany({ where: waiting, data: { dueAt: updatedAt } })
      : { count: 0 };
    return { change: { kind: 'changed', value: webhook }, due: due.count };
  });
}

function remove(client: Client, scope: Scope, id: string, { revision, at }: Removal): Promise<Change<undefined>> {
  const { workspace } = scope;
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.webhook.deleteMany({ where: { workspace, id, revision } });
    if (count === 0) return unchanged(await createReader(transaction)(scope, id));
    await noteEvents(transaction, scope, [eventOf('delete', { id, revision }, at)]);
    return { kind: 'changed', value: undefined };
  });
}

/** What is told of a webhook in the audit log. */
export function eventOf(action: AuditAction, { id, revision }: Pick<Webhook, 'id' | 'revision'>, at: Date): AuditedEvent {
  return { at, action, resource: { kind: 'webhook', id }, revision };
}

function unchanged(present: Webhook | undefined): Change<never> {
  return present === undefined ? { kind: 'missing' } : { kind: 'stale', currentRevision: present.revision };
}
