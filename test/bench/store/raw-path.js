import {
  assessmentUpdated,
  auditRow,
  changingColumns,
  latestColumns,
  noteForWebhooks,
  recommendationRecorded,
  taggings,
} from '../subject/keeping.js';
import { SCOPE } from './own-path.js';

/**
 * @import { PrismaClient } from '../../../src/store/generated/sqlite/client.ts'
 * @import { AuditAction } from '../../../src/services/audit/audit-entry.ts'
 * @import { Assessment, CreationClaim } from '../../../src/services/store.ts'
 * @import { Writes } from './writes.js'
 */

const { workspace } = SCOPE;

/**
 * The rows of a journey, made beforehand: their making is no part of the cost of statements.
 *
 * @param {Writes} writes
 */
export function rowsOf({ created, claim, changed, recommendation, recommendationClaim }) {
  const { id } = created;
  const own = { workspace, assessmentId: id };
  return {
    id,
    assessment: { workspace, id, createdAt: created.createdAt, ...changingColumns(created) },
    taggings: taggings(SCOPE, created),
    claims: claimRows(claim).map((row) => ({ ...own, ...row })),
    creating: eventRow('create', created, created.createdAt),
    created: assessmentUpdated(created),
    change: changingColumns(changed),
    changing: eventRow('change', changed, changed.updatedAt),
    changed: assessmentUpdated(changed),
    recommendation: { workspace, ...recommendation },
    recommendationClaims: claimRows(recommendationClaim).map((row) => ({ ...own, ...row, recommendationId: recommendation.id })),
    latest: latestColumns(recommendation),
    recorded: recommendationRecorded(recommendation),
    recording: auditRow(SCOPE, {
      at: recommendation.createdAt,
      action: 'record',
      resource: { kind: 'recommendation', id: recommendation.id },
      assessmentId: id,
    }),
  };
}

/** @typedef {ReturnType<typeof rowsOf>} Rows */

/**
 * The same statements as plainly as they can be sent through Prisma, with nothing around them. The model of all
 * recommendations is there already.
 *
 * @param {PrismaClient} client
 */
export function rawPath(client) {
  const find = (/** @type {string} */ id) => client.assessment.findUnique({ where: { workspace_id: { workspace, id } } });
  return async (/** @type {Rows} */ rows) => {
    await create(client, rows);
    await find(rows.id);
    await change(client, rows);
    await find(rows.id);
    await record(client, rows);
    await client.recommendation.findUnique({ where: { workspace_id: { workspace, id: rows.recommendation.id } } });
  };
}

/**
 * @param {PrismaClient} client
 * @param {Rows} rows
 */
function create(client, { assessment, taggings, claims, creating, created }) {
  return client.$transaction(async (transaction) => {
    await transaction.assessment.createMany({ data: [assessment] });
    await transaction.assessmentTag.createMany({ data: taggings });
    await transaction.creationClaim.createMany({ data: claims });
    await transaction.auditEntry.createMany({ data: [creating] });
    await noteForWebhooks(transaction, SCOPE, created);
  });
}

/**
 * @param {PrismaClient} client
 * @param {Rows} rows
 */
function change(client, { id, assessment, change, changing, changed }) {
  return client.$transaction(async (transaction) => {
    const where = { workspace, id, revision: assessment.revision };
    await transaction.assessment.updateManyAndReturn({ where, data: change });
    await transaction.auditEntry.createMany({ data: [changing] });
    await noteForWebhooks(transaction, SCOPE, changed);
  });
}

/**
 * @param {PrismaClient} client
 * @param {Rows} rows
 */
function record(client, { id, recommendation, recommendationClaims, latest, recording, recorded }) {
  return client.$transaction(async (transaction) => {
    await transaction.recommendation.createMany({ data: [recommendation] });
    await transaction.creationClaim.createMany({ data: recommendationClaims });
    await transaction.assessment.updateMany({ where: { workspace, id, latestCreatedAt: null }, data: latest });
    await transaction.auditEntry.createMany({ data: [recording] });
    await noteForWebhooks(transaction, SCOPE, recorded);
  });
}

/** @param {CreationClaim} claim */
function claimRows({ tokens, fingerprint }) {
  return tokens.map((token) => ({ token, fingerprint }));
}

/**
 * @param {AuditAction} action
 * @param {Assessment} assessment
 * @param {Date} at
 */
function eventRow(action, { id, revision }, at) {
  return auditRow(SCOPE, { at, action, resource: { kind: 'assessment', id }, assessmentId: id, revision });
}
