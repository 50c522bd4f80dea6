import { dirname } from 'node:path';
import type { Logger } from 'pino';
import type { Store } from '../services/store.ts';
import { type Attempt, createAttempt } from './database/attempt.ts';
import type { Client } from './database/client.ts';
import { openingError } from './database/opening-error.ts';
import { connectionSettings, openPostgresql, POSTGRESQL_DEADLINE, type PooledClient } from './database/postgresql.ts';
import { makeFolder, openSqlite, SQLITE_DEADLINE, sqlitePath } from './database/sqlite.ts';
import { migratePostgresql } from './migrations/migrate-postgresql.ts';
import { migrateSqlite } from './migrations/migrate-sqlite.ts';
import { readMigrations } from './migrations/migration.ts';
import { createApiKeys } from './tables/api-keys.ts';
import { createArchivedModels } from './tables/archived-models.ts';
import { createAssessments } from './tables/assessments.ts';
import { createAuditLog } from './tables/audit-log.ts';
import { createRecommendations } from './tables/recommendations.ts';
import { createRetention } from './tables/retention.ts';
import { createOutbox } from './webhooks/outbox.ts';
import { type Bell, SILENT } from './webhooks/queue.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

/** What opening reports; nothing by default. */
type Log = Pick<Logger, 'info' | 'warn'>;

/** How a database is opened. */
export interface Opening {
  readonly log?: Log;
  /** Rung when webhooks are to be told of something. */
  readonly bell?: Bell;
  /** Whether it is made where there is none; it is unless this is false. */
  readonly mayBeNew?: boolean;
}

const SILENCE: Log = { info: () => {}, warn: () => {} };

/** What keeps the service's data, and how its connections are used where it has more than one. */
export interface OpenedStore extends Store {
  readonly connections?: PooledClient['connections'];
}

/**
 * Opens the database at `file:…` or `postgresql://…`, brings its structure up to date, and returns what keeps the
 * service's data there. Throws an `Error` whose one line names the database and the remedy; data are untouched then.
 */
export async function openStore(
  databaseUrl: string,
  { log = SILENCE, bell = SILENT, mayBeNew = true }: Opening = {},
): Promise<OpenedStore> {
  const opening = { log, mayBeNew };
  try {
    if (databaseUrl.startsWith('file:'))
      return createStore(await openMigratedSqlite(sqlitePath(databaseUrl), opening), createAttempt(SQLITE_DEADLINE), bell);
    const { client, connections } = await openMigratedPostgresql(databaseUrl, opening);
    return { ...createStore(client, createAttempt(POSTGRESQL_DEADLINE), bell), connections };
  } catch (error) {
    throw openingError(databaseUrl, error);
  }
}

async function openMigratedSqlite(path: string, { log, mayBeNew }: Required<Omit<Opening, 'bell'>>): Promise<Client> {
  if (mayBeNew) await makeFolder(dirname(path));
  const applied = await migrateSqlite(path, await readMigrations('sqlite'), mayBeNew);
  if (applied.length > 0) log.info({ migrations: applied }, 'database migrated');
  return openSqlite(path);
}

async function openMigratedPostgresql(
  databaseUrl: string,
  { log, mayBeNew }: Required<Omit<Opening, 'bell'>>,
): Promise<PooledClient> {
  const { schema: _, ...settings } = connectionSettings(databaseUrl);
  const applied = await migratePostgresql(settings, await readMigrations('postgresql'), mayBeNew);
  if (applied.length > 0) log.info({ migrations: applied }, 'database migrated');
  return openPostgresql(databaseUrl, (error) => log.warn({ reason: error.message }, 'database connection lost'));
}

function createStore(client: Client, attempt: Attempt, bell: Bell): Store {
  return {
    assessments: createAssessments(client, attempt, bell),
    recommendations: createRecommendations(client, attempt, bell),
    models: createArchivedModels(client, attempt),
    apiKeys: createApiKeys(client, attempt),
    webhooks: createWebhooks(client, attempt, bell),
    outbox: createOutbox(client, attempt),
    audit: createAuditLog(client, attempt),
    retention: createRetention(client, attempt),
    ping: () => attempt(async () => void (await client.$queryRaw`SELECT 1`)),
    close: () => client.$disconnect(),
  };
}
