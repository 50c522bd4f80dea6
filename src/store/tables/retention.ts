import type { Expiry, Kept, Retention } from '../../services/retention/retention.ts';
import type { Scope } from '../../services/store.ts';
import type { Attempt } from '../database/attempt.ts';
import type { AssessmentWhere, Client, TransactionClient } from '../database/client.ts';
import { noteEvents } from './audit-row.ts';
import { following, NEWEST_FIRST, pageOf } from './page.ts';

/** Finding and forgetting what is kept for a time only. */
export function createRetention(client: Client, attempt: Attempt): Retention {
  return {
    workspaceAfter: (kind, name) => attempt(() => workspaceAfter(client, kind, name)),

    idleAssessments: ({ workspace }, before, page) =>
      attempt(async () => {
        // What was not changed since was not created since either, and by creation there is an index.
        const old = { workspace, createdAt: { lt: before }, ...idleSince(before) };
        const rows = await client.assessment.findMany({
          where: { AND: [old, following(page.after)] },
          select: { id: true, createdAt: true, _count: { select: { recommendations: true, claims: true } } },
          orderBy: NEWEST_FIRST,
          take: page.limit + 1,
        });
        return pageOf(rows, page, ({ id, _count }) => ({ id, ..._count }));
      }),

    forgetAssessments: (scope, ids, expiry) =>
      attempt(() => client.$transaction((transaction) => forgetAssessments(transaction, scope, ids, expiry))),

    webhooks: ({ workspace }, page) =>
      attempt(async () => {
        const where = { workspace, ...following(page.after) };
        const select = { id: true, createdAt: true };
        const rows = await client.webhook.findMany({ where, select, orderBy: NEWEST_FIRST, take: page.limit + 1 });
        return pageOf(rows, page, ({ id }) => id);
      }),

    oldDeliveries: ({ workspace }, webhookId, before, page) =>
      attempt(async () => {
        const rows = await client.webhookDelivery.findMany({
          where: { AND: [{ workspace, webhookId, createdAt: { lt: before }, ...OVER }, following(page.after)] },
          select: { id: true, createdAt: true },
          orderBy: NEWEST_FIRST,
          take: page.limit + 1,
        });
        return pageOf(rows, page, ({ id }) => id);
      }),

    forgetDeliveries: ({ workspace }, webhookId, ids) =>
      attempt(async () => {
        await client.webhookDelivery.deleteMany({ where: { workspace, webhookId, id: { in: [...ids] }, ...OVER } });
      }),

    oldAuditEntries: ({ workspace }, before, page) =>
      attempt(async () => {
        const rows = await client.auditEntry.findMany({
          where: { AND: [{ workspace, createdAt: { lt: before } }, following(page.after)] },
          select: { id: true, createdAt: true },
          orderBy: NEWEST_FIRST,
          take: page.limit + 1,
        });
        return pageOf(rows, page, ({ id }) => id);
      }),

    noteHorizon: (scope, expiry) => attempt(() => client.$transaction((transaction) => noteHorizon(transaction, scope, expiry))),

    forgetAuditEntries: ({ workspace }, ids) =>
      attempt(async () => void (await client.auditEntry.deleteMany({ where: { workspace, id: { in: [...ids] } } }))),
  };
}

/** One look at an index, however many rows there are. */
async function workspaceAfter(client: Client, kind: Kept, name: string): Promise<string | undefined> {
  const next = { where: { workspace: { gt: name } }, orderBy: { workspace: 'asc' }, select: { workspace: true } } as const;
  const first = {
    assessments: () => client.assessment.findFirst(next),
    webhooks: () => client.webhook.findFirst(next),
    auditEntries: () => client.auditEntry.findFirst(next),
  } satisfies Record<Kept, unknown>;
  return (await first[kind]())?.workspace;
}

/**
 * Takes hold of what is still idle by changing it, so that nobody else can change or remove it any more, and removes
 * exactly that.
 */
async function forgetAssessments(
  client: TransactionClient,
  scope: Scope,
  ids: readonly string[],
  { before, at }: Expiry,
): Promise<readonly string[]> {
  const { workspace } = scope;
  const held = await client.assessment.updateManyAndReturn({
    where: { workspace, id: { in: [...ids] }, ...idleSince(before) },
    data: { searchText: '' },
    select: { id: true, revision: true },
  });
  const gone = held.map(({ id }) => id);
  await client.assessment.deleteMany({ where: { workspace, id: { in: gone } } });
  const events = held.map(
    ({ id, revision }) => ({ at, action: 'purge', resource: { kind: 'assessment', id }, assessmentId: id, revision }) as const,
  );
  await noteEvents(client, scope, events);
  return gone;
}

async function noteHorizon(client: TransactionClient, scope: Scope, { before: horizon, at: notedAt }: Expiry): Promise<void> {
  const { workspace } = scope;
  const known = await client.auditHorizon.findUnique({ where: { workspace_horizon: { workspace, horizon } } });
  if (known !== null) return;
  await client.auditHorizon.create({ data: { workspace, horizon, notedAt } });
  const resource = { kind: 'audit-log', id: horizon.toISOString() } as const;
  await noteEvents(client, scope, [{ at: notedAt, action: 'purge', resource }]);
}

/** Nobody tries these any more. */
const OVER = { status: { not: 'pending' } };

function idleSince(before: Date): AssessmentWhere {
  return { updatedAt: { lt: before }, OR: [{ latestCreatedAt: null }, { latestCreatedAt: { lt: before } }] };
}
