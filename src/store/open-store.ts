import { dirname } from 'node:path';
import type { Logger } from 'pino';
import type { Store } from '../services/store.ts';
import { type Attempt, createAttempt } from './database/attempt.ts';
import type { Client } from './database/client.ts';
import { openingError } from './database/opening-error.ts';
import type { PooledClient } from './database/postgresql.ts';
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
    const open = databaseUrl.startsWith('file:') ? openMigratedSqlite : openMigratedPostgresql;
    const { client, deadline, ...rest } = await open(databaseUrl, opening);
    return { ...createStore(client, createAttempt(deadline), bell), ...rest };
  } catch (error) {
    throw openingError(databaseUrl, error);
  }
}

/** A client of a migrated database, and the milliseconds after which callers are told that it does not answer. */
interface Opened extends Pick<OpenedStore, 'connections'> {
  readonly client: Client;
  readonly deadline: number;
}

/** Loads what SQLite needs; the drivers of the other database take their time, too. */
async function openMigratedSqlite(databaseUrl: string, { log, mayBeNew }: Required<Omit<Opening, 'bell'>>): Promise<Opened> {
  const { makeFolder, openSqlite, SQLITE_DEADLINE: deadline, sqlitePath } = await import('./database/sqlite.ts');
  const { migrateSqlite } = await import('./migrations/migrate-sqlite.ts');
  const path = sqlitePath(databaseUrl);
  if (mayBeNew) await makeFolder(dirname(path));
  noteMigrations(await migrateSqlite(path, await readMigrations('sqlite'), mayBeNew), log);
  return { client: await openSqlite(path), deadline };
}

/** Loads what PostgreSQL needs, and nothing of SQLite. */
async function openMigratedPostgresql(databaseUrl: string, { log, mayBeNew }: Required<Omit<Opening, 'bell'>>): Promise<Opened> {
  const { connectionSettings, openPostgresql, POSTGRESQL_DEADLINE: deadline } = await import('./database/postgresql.ts');
  const { migratePostgresql } = await import('./migrations/migrate-postgresql.ts');
  const { schema: _, ...settings } = connectionSettings(databaseUrl);
  noteMigrations(await migratePostgresql(settings, await readMigrations('postgresql'), mayBeNew), log);
  const lost = (error: Error) => log.warn({ reason: error.message }, 'database connection lost');
  return { ...(await openPostgresql(databaseUrl, lost)), deadline };
}

function noteMigrations(applied: readonly string[], log: Log): void {
  if (applied.length > 0) log.info({ migrations: applied }, 'database migrated');
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
