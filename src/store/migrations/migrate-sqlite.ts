import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { shows } from '../database/failure.ts';
import { type AppliedMigration, type DatabaseState, expectHistory, failedMigration, pendingMigrations } from './history.ts';
import type { Migration } from './migration.ts';

/** Milliseconds for which a start waits while another process migrates. */
const LOCK_TIMEOUT = 30_000;

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

const NOTE = `INSERT INTO "_prisma_migrations"
    ("id", "migration_name", "checksum", "started_at", "finished_at", "applied_steps_count")
    VALUES (?, ?, ?, unixepoch() * 1000, unixepoch() * 1000, 1)`;

/**
 * Applies to an SQLite file what it lacks, wholly or not at all, and returns the names of what was applied. Only a database
 * that may be new is made where there is none.
 */
export async function migrateSqlite(
  path: string,
  migrations: readonly Migration[],
  mayBeNew: boolean,
): Promise<readonly string[]> {
  if (!mayBeNew && !existsSync(path)) expectHistory({});
  const database = new Database(path, { timeout: LOCK_TIMEOUT });
  try {
    const state = stateOf(database);
    if (!mayBeNew) expectHistory(state);
    if (pendingMigrations(migrations, state).length === 0) return [];
    await keepWriteAheadLog(database);
    return database.transaction(applyPending).exclusive(database, migrations);
  } finally {
    database.close();
  }
}

function applyPending(database: Database.Database, migrations: readonly Migration[]): readonly string[] {
  const pending = pendingMigrations(migrations, stateOf(database));
  database.exec(HISTORY_TABLE);
  for (const migration of pending) apply(database, migration);
  return pending.map(({ name }) => name);
}

function apply(database: Database.Database, migration: Migration): void {
  try {
    database.exec(migration.script);
  } catch (error) {
    throw failedMigration(migration, error);
  }
  database.prepare(NOTE).run(randomUUID(), migration.name, migration.checksum);
}

function stateOf(database: Database.Database): DatabaseState {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  const hasTables = tables.length > 0;
  if (!tables.includes('_prisma_migrations')) return { hasTables };
  // The columns are those of the table that Prisma Migrate and HISTORY_TABLE make.
  const applied = database.prepare('SELECT * FROM "_prisma_migrations"').all() as AppliedMigration[];
  return { hasTables, applied };
}

/** Turns the write-ahead log on. SQLite does not wait for other processes here, so that we have to. */
async function keepWriteAheadLog(database: Database.Database, patience = 300): Promise<void> {
  try {
    database.pragma('journal_mode = WAL');
  } catch (error) {
    if (patience === 0 || !shows(error, /^SQLITE_BUSY/)) throw error;
    await setTimeout(LOCK_TIMEOUT / 300);
    await keepWriteAheadLog(database, patience - 1);
  }
}
