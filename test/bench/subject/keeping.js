// What keeps assessments and recommendations, as it was built, seen with the types of its sources.

import { built } from './built.js';

/** @type {typeof import('../../../src/services/assessments/assessments.ts')} */
export const { createAssessments } = await import(built('services/assessments/assessments.js'));

/** @type {typeof import('../../../src/services/models/pinned-models.ts')} */
export const { createPinnedModels } = await import(built('services/models/pinned-models.js'));

/** @type {typeof import('../../../src/services/recommendations/recommendations.ts')} */
export const { createRecommendations } = await import(built('services/recommendations/recommendations.js'));

/** @type {typeof import('../../../src/store/open-store.ts')} */
export const { openStore } = await import(built('store/open-store.js'));

/** @type {typeof import('../../../src/store/tables/assessment-row.ts')} */
export const { changingColumns, latestColumns, taggings } = await import(built('store/tables/assessment-row.js'));

/** @type {typeof import('../../../src/store/tables/audit-row.ts')} */
export const { auditRow } = await import(built('store/tables/audit-row.js'));

/** @type {typeof import('../../../src/services/webhooks/event.ts')} */
export const { assessmentUpdated, recommendationRecorded } = await import(built('services/webhooks/event.js'));

/** @type {typeof import('../../../src/store/webhooks/queue.ts')} */
export const { noteForWebhooks } = await import(built('store/webhooks/queue.js'));

/** @type {typeof import('../../../src/store/generated/sqlite/client.ts')} */
export const { PrismaClient: SqliteClient } = await import(built('store/generated/sqlite/client.js'));

/** @type {typeof import('../../../src/store/generated/postgresql/client.ts')} */
export const { PrismaClient: PostgresqlClient } = await import(built('store/generated/postgresql/client.js'));
