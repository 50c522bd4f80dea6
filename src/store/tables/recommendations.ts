import type { Verdict } from '../../decision/model/document.ts';
import type { AuditedEvent } from '../../services/audit/audit-entry.ts';
import type {
  ArchivedModel,
  Creation,
  CreationClaim,
  RecommendationFilter,
  Scope,
  Store,
  StoredRecommendation,
} from '../../services/store.ts';
import { recommendationRecorded } from '../../services/webhooks/event.ts';
import type { Attempt } from '../database/attempt.ts';
import type { Client, RecommendationWhere, TransactionClient } from '../database/client.ts';
import { isRefusedByConstraint, lostRace } from '../database/failure.ts';
import type { Recommendation as RecommendationRow } from '../generated/sqlite/client.ts';
import { type Bell, noteForWebhooks, SILENT } from '../webhooks/queue.ts';
import { createKnownModels, keepModel } from './archived-models.ts';
import { assessmentKey, latestColumns } from './assessment-row.ts';
import { noteEvents } from './audit-row.ts';
import { claimRows, settledClaim } from './creation-claims.ts';
import { recommendationsIn } from './in-scope.ts';
import { following, NEWEST_FIRST, pageOf } from './page.ts';

/** Recommendations in the database. */
export function createRecommendations(client: Client, attempt: Attempt, bell: Bell = SILENT): Store['recommendations'] {
  const known = createKnownModels();
  return {
    record: (scope, recommendation, model, claim) =>
      attempt(async () => {
        try {
          const unkept = known.knows(scope, model) ? undefined : model;
          const told = await record(client, scope, { recommendation, claim, unkept });
          known.learn(scope, model);
          bell.ring(told);
          return { kind: 'created', value: recommendation };
        } catch (error) {
          if (!isRefusedByConstraint(error)) throw error;
          const settled = await whyRefused(client, scope, { recommendation, claim });
          if (settled !== undefined) return settled;
          known.forget(scope, model);
          throw lostRace(error);
        }
      }),
    claimed: (scope, claim) => attempt(() => claimed(client, scope, claim)),
    find: (scope, id) => attempt(() => find(client, scope, id)),
    list: (scope, filter, page) =>
      attempt(async () => {
        const where = { ...matching(scope, filter), ...following(page.after) };
        const rows = await client.recommendation.findMany({ where, orderBy: NEWEST_FIRST, take: page.limit + 1 });
        return pageOf(rows, page, recommendationOf);
      }),
  };
}

interface Recording {
  readonly recommendation: StoredRecommendation;
  readonly claim: CreationClaim;
  /** The model, unless it is known to be kept. */
  readonly unkept: ArchivedModel | undefined;
}

/** How many webhooks are told. */
function record(client: Client, scope: Scope, { recommendation, claim, unkept }: Recording): Promise<number> {
  const { workspace } = scope;
  const { id, assessmentId } = recommendation;
  const claims = claimRows(claim).map((row) => ({ workspace, ...row, assessmentId, recommendationId: id }));
  return client.$transaction(async (transaction) => {
    if (unkept !== undefined) await keepModel(transaction, scope, unkept);
    // Other than `create`, `createMany` reads nothing back.
    await transaction.recommendation.createMany({ data: [{ workspace, ...recommendation }] });
    await transaction.creationClaim.createMany({ data: claims });
    await noteAsLatest(transaction, scope, recommendation);
    await noteEvents(transaction, scope, [recording(recommendation)]);
    return noteForWebhooks(transaction, scope, recommendationRecorded(recommendation));
  });
}

function recording({ id, assessmentId, createdAt: at }: StoredRecommendation): AuditedEvent {
  return { at, action: 'record', resource: { kind: 'recommendation', id }, assessmentId };
}

/** Of recommendations recorded at the same time, the one with the latest position in lists is the latest. */
async function noteAsLatest(client: TransactionClient, scope: Scope, recommendation: StoredRecommendation): Promise<void> {
  const { id, assessmentId, createdAt } = recommendation;
  await client.assessment.updateMany({
    where: {
      workspace: scope.workspace,
      id: assessmentId,
      OR: [
        { latestCreatedAt: null },
        { latestCreatedAt: { lt: createdAt } },
        { latestCreatedAt: createdAt, latestId: { lt: id } },
      ],
    },
    data: latestColumns(recommendation),
  });
}

async function whyRefused(
  client: Client,
  scope: Scope,
  { recommendation: { id, assessmentId }, claim }: Omit<Recording, 'unkept'>,
): Promise<Creation<StoredRecommendation> | { readonly kind: 'missing' } | undefined> {
  const settled = await claimed(client, scope, claim);
  if (settled !== undefined) return settled;
  const assessment = await client.assessment.findUnique({ where: assessmentKey(scope, assessmentId) });
  if (assessment === null) return { kind: 'missing' };
  // An id is taken in the whole workspace, also by what the holder of an assessment's token does not see.
  const { assessment: _, ...workspace } = scope;
  return (await find(client, workspace, id)) && { kind: 'conflict', token: `id:${id}` };
}

function claimed(client: Client, scope: Scope, claim: CreationClaim): Promise<Creation<StoredRecommendation> | undefined> {
  return settledClaim(client, scope, {
    ...claim,
    createdBy: ({ recommendationId }) => recommendationId,
    find: (holder) => find(client, scope, holder),
  });
}

async function find(client: Client, scope: Scope, id: string): Promise<StoredRecommendation | undefined> {
  const { workspace, ...visible } = recommendationsIn(scope);
  const row = await client.recommendation.findUnique({ where: { workspace_id: { workspace, id }, ...visible } });
  return row === null ? undefined : recommendationOf(row);
}

function matching(scope: Scope, { assessmentId, subject, model }: RecommendationFilter): RecommendationWhere {
  return {
    ...recommendationsIn(scope),
    ...(assessmentId !== undefined && { assessmentId }),
    ...(subject !== undefined && { subjectRef: subject }),
    ...(model !== undefined && { model }),
  };
}

/** The recommendation in a row; its verdict is one, as nothing else is ever written. */
function recommendationOf({ workspace: _, recommended, verdict, ...row }: RecommendationRow): StoredRecommendation {
  return { ...row, ...(recommended !== null && { recommended }), verdict: verdict as Verdict };
}
