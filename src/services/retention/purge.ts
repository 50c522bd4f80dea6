import type { Page, PagePosition, PageRequest, Scope } from '../store.ts';
import type { Expiry, IdleAssessment, Kept, Retention } from './retention.ts';

/** How long things are kept, and whether only to count what would go. */
export interface PurgeWish {
  /** Whole days, at least one. */
  readonly days: number;
  readonly dryRun: boolean;
}

/** How much a purge has forgotten, or would have. */
export interface Purged {
  readonly assessments: number;
  readonly recommendations: number;
  readonly claims: number;
  readonly deliveries: number;
  readonly auditEntries: number;
}

/** Forgets, in every workspace, what nobody has touched for long; tells how much, and before when that was. */
export type Purge = (wish: PurgeWish) => Promise<Purged & { readonly before: Date }>;

/** What is forgotten in one transaction: little enough that nobody waits long for it. */
const BATCH = 100;

const DAY = 86_400_000;

/**
 * Purging what a store keeps: assessments that were neither changed nor recorded for so many days, with what belongs to
 * them, what webhooks were told before that, and audit entries of that age. A purge may be broken off at any moment and run again.
 */
export function createPurge({ retention, now }: { readonly retention: Retention; readonly now: () => Date }): Purge {
  return async ({ days, dryRun }) => {
    const at = now();
    const expiry = { before: new Date(at.getTime() - days * DAY), at };
    const step = dryRun ? trial(retention) : retention;
    let purged = NOTHING;
    for await (const scope of scopes(retention, 'assessments'))
      purged = sum([purged, await purgeAssessments(step, scope, expiry)]);
    for await (const scope of scopes(retention, 'webhooks')) purged = sum([purged, await purgeDeliveries(step, scope, expiry)]);
    for await (const scope of scopes(retention, 'auditEntries')) purged = sum([purged, await purgeAuditLog(step, scope, expiry)]);
    return { before: expiry.before, ...purged };
  };
}

/** The same, but nothing is ever forgotten. */
function trial(retention: Retention): Retention {
  return {
    ...retention,
    forgetAssessments: async (_, ids) => ids,
    forgetDeliveries: async () => {},
    noteHorizon: async () => {},
    forgetAuditEntries: async () => {},
  };
}

async function* scopes({ workspaceAfter }: Retention, kind: Kept): AsyncGenerator<Scope> {
  let workspace = await workspaceAfter(kind, '');
  while (workspace !== undefined) {
    yield { workspace, actor: { kind: 'operator', id: 'purge' } };
    workspace = await workspaceAfter(kind, workspace);
  }
}

async function purgeAssessments(retention: Retention, scope: Scope, expiry: Expiry): Promise<Purged> {
  let purged = NOTHING;
  for await (const batch of batches((page) => retention.idleAssessments(scope, expiry.before, page))) {
    const gone = new Set(await retention.forgetAssessments(scope, batch.map(idOf), expiry));
    purged = sum([purged, ...batch.filter(({ id }) => gone.has(id)).map(weighed)]);
  }
  return purged;
}

async function purgeDeliveries(retention: Retention, scope: Scope, { before }: Expiry): Promise<Purged> {
  let deliveries = 0;
  for await (const webhooks of batches((page) => retention.webhooks(scope, page))) {
    for (const webhook of webhooks) {
      for await (const batch of batches((page) => retention.oldDeliveries(scope, webhook, before, page))) {
        await retention.forgetDeliveries(scope, webhook, batch);
        deliveries += batch.length;
      }
    }
  }
  return { ...NOTHING, deliveries };
}

async function purgeAuditLog(retention: Retention, scope: Scope, expiry: Expiry): Promise<Purged> {
  let auditEntries = 0;
  for await (const batch of batches((page) => retention.oldAuditEntries(scope, expiry.before, page))) {
    if (auditEntries === 0) await retention.noteHorizon(scope, expiry);
    await retention.forgetAuditEntries(scope, batch);
    auditEntries += batch.length;
  }
  return { ...NOTHING, auditEntries };
}

/** Everything that a list has, in batches that are not empty. */
async function* batches<T>(list: (page: PageRequest) => Promise<Page<T>>): AsyncGenerator<readonly T[]> {
  let after: PagePosition | undefined;
  do {
    const { items, next } = await list({ limit: BATCH, ...(after && { after }) });
    if (items.length > 0) yield items;
    after = next;
  } while (after !== undefined);
}

const NOTHING: Purged = { assessments: 0, recommendations: 0, claims: 0, deliveries: 0, auditEntries: 0 };

function weighed({ recommendations, claims }: IdleAssessment): Purged {
  return { ...NOTHING, assessments: 1, recommendations, claims };
}

function idOf({ id }: IdleAssessment): string {
  return id;
}

function sum(parts: readonly Purged[]): Purged {
  return parts.reduce((one, other) => ({
    assessments: one.assessments + other.assessments,
    recommendations: one.recommendations + other.recommendations,
    claims: one.claims + other.claims,
    deliveries: one.deliveries + other.deliveries,
    auditEntries: one.auditEntries + other.auditEntries,
  }));
}
