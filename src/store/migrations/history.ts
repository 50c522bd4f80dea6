import { messageOf } from '../database/failure.ts';
import type { Migration } from './migration.ts';

/** A row of `_prisma_migrations`, where Prisma Migrate notes what was applied. Neither time is set while it runs. */
export interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: unknown;
  readonly rolled_back_at: unknown;
}

/** What is in a database before migrating. `applied` is absent where no migration was ever noted. */
export interface DatabaseState {
  readonly applied?: readonly AppliedMigration[];
  readonly hasTables: boolean;
}

/** Throws an `Error` with the remedy where a database was never one of this service. */
export function expectHistory({ applied }: Pick<DatabaseState, 'applied'>): void {
  if (applied === undefined)
    throw new Error('it has nothing of this service; name in DATABASE_URL the one that the service uses');
}

/**
 * The migrations that are still to be applied. Throws an `Error` with the remedy where applying them could do harm:
 * the database is of a newer release or somebody else's, or its history is not the one that we know.
 */
export function pendingMigrations(known: readonly Migration[], { applied, hasTables }: DatabaseState): readonly Migration[] {
  if (applied === undefined && hasTables) {
    throw new Error('it has tables of something else; use an empty database');
  }
  const standing = (applied ?? []).filter((row) => row.rolled_back_at === null);
  for (const row of standing) checkApplied(row, known);
  const names = new Set(standing.map((row) => row.migration_name));
  return known.filter(({ name }) => !names.has(name));
}

function checkApplied({ migration_name: name, checksum, finished_at }: AppliedMigration, known: readonly Migration[]): void {
  const migration = known.find((candidate) => candidate.name === name);
  if (migration === undefined) {
    throw new Error(`it was migrated by a newer release (${name}); start that release, or a later one`);
  }
  if (finished_at === null) {
    throw new Error(`the migration ${name} did not finish; mend it with "prisma migrate resolve", or restore a backup`);
  }
  if (checksum !== migration.checksum) {
    throw new Error(`its migration ${name} is not the one of this release; install the release unchanged`);
  }
}

/** Names the migration whose script failed. Nothing of it is left behind. */
export function failedMigration({ name }: Migration, cause: unknown): Error {
  return new Error(`the migration ${name} failed: ${messageOf(cause)}`, { cause });
}
