import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** One step of the database's structure, as Prisma Migrate lays it out: a folder with a script. */
export interface Migration {
  /** Time and name: migrations are applied in the order of their names. */
  readonly name: string;
  /** Hexadecimal SHA-256 of the script, as Prisma Migrate notes it. */
  readonly checksum: string;
  readonly script: string;
}

/** The databases that have migrations, and the names of their folders. */
export type Provider = 'postgresql' | 'sqlite';

/** Seen from here, sources and compiled files lie equally deep in the package. */
const MIGRATIONS = new URL('../../../prisma/migrations/', import.meta.url);

/** The migrations of this release, in order. */
export async function readMigrations(provider: Provider): Promise<readonly Migration[]> {
  const folder = new URL(`${provider}/`, MIGRATIONS);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.toSorted().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: URL, name: string): Promise<Migration> {
  const script = await readFile(new URL(`${name}/migration.sql`, folder), 'utf8');
  return { name, checksum: createHash('sha256').update(script).digest('hex'), script };
}
