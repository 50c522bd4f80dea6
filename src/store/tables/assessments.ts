import { isDeepStrictEqual } from 'node:util';
import type { AuditAction, AuditedEvent } from '../../services/audit/audit-entry.ts';
import type {
  Assessment,
  AssessmentFilter,
  Change,
  Creation,
  CreationClaim,
  Removal,
  Scope,
  Store,
} from '../../services/store.ts';
import { assessmentUpdated } from '../../services/webhooks/event.ts';
import type { Attempt } from '../database/attempt.ts';
import type { AssessmentWhere, Client, TransactionClient } from '../database/client.ts';
import { isRefusedByConstraint, lostRace } from '../database/failure.ts';
import { type Bell, noteForWebhooks, SILENT } from '../webhooks/queue.ts';
import { assessmentKey, assessmentOf, carriedColumn, changingColumns, latestColumns, taggings } from './assessment-row.ts';
import { noteEvents } from './audit-row.ts';
import { claimRows, settledClaim } from './creation-claims.ts';
import { assessmentsIn } from './in-scope.ts';
import { following, NEWEST_FIRST, pageOf } from './page.ts';
import { searchable } from './search-text.ts';

/** Assessments in the database. */
export function createAssessments(client: Client, attempt: Attempt, bell: Bell = SILENT): Store['assessments'] {
  const present = createReader(client);
  return {
    create: (scope, assessment, claim) => attempt(() => create({ client, bell }, scope, assessment, claim)),
    claimed: (scope, claim) => attempt(() => claimed(client, scope, claim)),
    find: (scope, id) => attempt(() => present(scope, id)),
    list: (scope, filter, page) =>
      attempt(async () => {
        const where = { ...matching(scope, filter), ...following(page.after) };
        const rows = await client.assessment.findMany({ where, orderBy: NEWEST_FIRST, take: page.limit + 1 });
        return pageOf(rows, page, assessmentOf);
      }),
    replace: (scope, present, next) => attempt(() => replace({ client, bell }, scope, { present, next })),
    remove: (scope, id, removal) => attempt(() => remove(client, scope, id, removal)),
  };
}

function createReader(client: Pick<Client, 'assessment'>) {
  return async (scope: Scope, id: string): Promise<Assessment | undefined> => {
    const row = await client.assessment.findUnique({ where: assessmentKey(scope, id) });
    return row === null ? undefined : assessmentOf(row);
  };
}

/** What writes go to, and who hears of what webhooks are to be told. */
interface Writing {
  readonly client: Client;
  readonly bell: Bell;
}

/** Inserts everything at once, and asks why only where the database refuses: of simultaneous calls, one gets through. */
async function create(
  { client, bell }: Writing,
  scope: Scope,
  assessment: Assessment,
  claim: CreationClaim,
): Promise<Creation<Assessment>> {
  try {
    bell.ring(await client.$transaction((transaction) => insert(transaction, scope, { assessment, claim })));
    return { kind: 'created', value: assessment };
  } catch (error) {
    if (!isRefusedByConstraint(error)) throw error;
    const settled = await claimed(client, scope, claim);
    if (settled !== undefined) return settled;
    if ((await createReader(client)(scope, assessment.id)) !== undefined)
      return { kind: 'conflict', token: `id:${assessment.id}` };
    throw lostRace(error);
  }
}

/** How many webhooks are told. Other than `create`, `createMany` reads nothing back. */
async function insert(
  transaction: TransactionClient,
  scope: Scope,
  { assessment, claim }: { readonly assessment: Assessment; readonly claim: CreationClaim },
): Promise<number> {
  const { workspace } = scope;
  const { id, createdAt, latestRecommendation } = assessment;
  const row = {
    workspace,
    id,
    createdAt,
    ...changingColumns(assessment),
    ...carriedColumn(assessment),
    ...(latestRecommendation && latestColumns(latestRecommendation)),
  };
  await transaction.assessment.createMany({ data: [row] });
  await transaction.assessmentTag.createMany({ data: taggings(scope, assessment) });
  await transaction.creationClaim.createMany({
    data: claimRows(claim).map((one) => ({ workspace, ...one, assessmentId: id })),
  });
  await noteEvents(transaction, scope, [creationOf(assessment)]);
  return noteForWebhooks(transaction, scope, assessmentUpdated(assessment));
}

function claimed(client: Client, scope: Scope, claim: CreationClaim): Promise<Creation<Assessment> | undefined> {
  const present = createReader(client);
  return settledClaim(client, scope, {
    ...claim,
    createdBy: ({ assessmentId, recommendationId }) => (recommendationId === null ? assessmentId : null),
    find: (holder) => present(scope, holder),
  });
}

/** A state of an assessment that was read, and the one that is to follow it. */
interface Replacement {
  readonly present: Assessment;
  readonly next: Assessment;
}

/** Where a webhook goes at the very moment in which it is told, everything is done again without it. */
async function replace({ client, bell }: Writing, scope: Scope, states: Replacement): Promise<Change<Assessment>> {
  try {
    const { change, told } = await client.$transaction((transaction) => replaced(transaction, scope, states));
    bell.ring(told);
    return change;
  } catch (error) {
    throw isRefusedByConstraint(error) ? lostRace(error) : error;
  }
}

async function replaced(
  transaction: TransactionClient,
  scope: Scope,
  { present, next }: Replacement,
): Promise<{ readonly change: Change<Assessment>; readonly told: number }> {
  const { id, revision } = present;
  const [row] = await transaction.assessment.updateManyAndReturn({
    where: { ...assessmentsIn(scope), id, revision },
    data: changingColumns(next),
  });
  if (row === undefined) return { change: unchanged(await createReader(transaction)(scope, id)), told: 0 };
  await retag(transaction, scope, { present, next });
  await noteEvents(transaction, scope, [eventOf('change', next, next.updatedAt)]);
  const told = await noteForWebhooks(transaction, scope, assessmentUpdated(next));
  return { change: { kind: 'changed', value: assessmentOf(row) }, told };
}

/** Most changes are of answers, and leave the tags alone. */
async function retag(client: TransactionClient, scope: Scope, { present, next }: Replacement): Promise<void> {
  if (isDeepStrictEqual(present.subject.tags, next.subject.tags)) return;
  await client.assessmentTag.deleteMany({ where: { workspace: scope.workspace, assessmentId: present.id } });
  await client.assessmentTag.createMany({ data: taggings(scope, next) });
}

function remove(client: Client, scope: Scope, id: string, { revision, at }: Removal): Promise<Change<undefined>> {
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.assessment.deleteMany({ where: { ...assessmentsIn(scope), id, revision } });
    if (count === 0) return unchanged(await createReader(transaction)(scope, id));
    await noteEvents(transaction, scope, [eventOf('delete', { id, revision }, at)]);
    return { kind: 'changed', value: undefined };
  });
}

function creationOf(assessment: Assessment): AuditedEvent {
  const { createdAt, carriedOver } = assessment;
  return { ...eventOf('create', assessment, createdAt), ...(carriedOver && { origin: carriedOver.from }) };
}

function eventOf(action: AuditAction, { id, revision }: Pick<Assessment, 'id' | 'revision'>, at: Date): AuditedEvent {
  return { at, action, resource: { kind: 'assessment', id }, assessmentId: id, revision };
}

function unchanged(present: Assessment | undefined): Change<never> {
  return present === undefined ? { kind: 'missing' } : { kind: 'stale', currentRevision: present.revision };
}

function matching(scope: Scope, { subject, tag, recommended, text }: AssessmentFilter): AssessmentWhere {
  return {
    ...assessmentsIn(scope),
    ...(subject !== undefined && { subjectRef: subject }),
    ...(tag !== undefined && { taggings: { some: { tag } } }),
    ...(recommended !== undefined && { latestRecommended: recommended }),
    ...(text !== undefined && { searchText: { contains: searchable(text) } }),
  };
}
