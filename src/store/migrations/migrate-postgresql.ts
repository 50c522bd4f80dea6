import { randomUUID } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';
import { type AppliedMigration, type DatabaseState, expectHistory, failedMigration, pendingMigrations } from './history.ts';
import type { Migration } from './migration.ts';

/** The advisory lock of Prisma Migrate, so that it and we wait for each other; and for how many milliseconds. */
const LOCK = 72_707_369;
const LOCK_TIMEOUT = 60_000;

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

const NOTE = `INSERT INTO "_prisma_migrations" ("id", "migration_name", "checksum", "finished_at", "applied_steps_count")
    VALUES ($1, $2, $3, now(), 1)`;

/**
 * Applies to a PostgreSQL database what it lacks, wholly or not at all, and returns the names of what was applied. Only one
 * that may be new is filled from nothing.
 */
export async function migratePostgresql(
  settings: ClientConfig,
  migrations: readonly Migration[],
  mayBeNew: boolean,
): Promise<readonly string[]> {
  const client = new Client(settings);
  client.on('error', () => {}); // A lost connection also fails the query that waits for it.
  await client.connect();
  try {
    const state = await stateOf(client);
    if (!mayBeNew) expectHistory(state);
    if (pendingMigrations(migrations, state).length === 0) return [];
    return await applyPending(client, migrations);
  } finally {
    await client.end();
  }
}

/** Closing the connection of a failed script rolls everything back. */
async function applyPending(client: Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(`BEGIN; SET LOCAL lock_timeout = ${LOCK_TIMEOUT}; SELECT pg_advisory_xact_lock(${LOCK})`);
  const pending = pendingMigrations(migrations, await stateOf(client));
  await client.query(HISTORY_TABLE);
  for (const migration of pending) await apply(client, migration);
  await client.query('COMMIT');
  return pending.map(({ name }) => name);
}

/** A query without parameters is sent as it is, however many statements it holds. */
async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query(migration.script).catch((error: unknown) => Promise.reject(failedMigration(migration, error)));
  await client.query(NOTE, [randomUUID(), migration.name, migration.checksum]);
}

async function stateOf(client: Client): Promise<DatabaseState> {
  const { rows: tables } = await client.query<{ readonly tablename: string }>(
    'SELECT tablename FROM pg_tables WHERE schemaname = current_schema()',
  );
  const hasTables = tables.length > 0;
  if (!tables.some(({ tablename }) => tablename === '_prisma_migrations')) return { hasTables };
  const { rows: applied } = await client.query<AppliedMigration>('SELECT * FROM "_prisma_migrations"');
  return { hasTables, applied };
}
