import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from './client.ts';
import { shows } from './failure.ts';
import { sqliteAdapter } from './sqlite-adapter.ts';

/** Under load, writes of several processes wait for each other; a write that cannot be made fails by itself before. */
export const SQLITE_DEADLINE = 10_000;

/** The path in a `file:` URL; a relative one starts from the working directory. */
export function sqlitePath(databaseUrl: string): string {
  if (databaseUrl.startsWith('file://')) return fileURLToPath(databaseUrl);
  return resolve(databaseUrl.replace(/^file:/, '').replace(/\?.*$/, ''));
}

/**
 * Makes a folder and those above it, where they are not there yet. (With `recursive`, `mkdir` of Node.js never returns
 * where a file system knows its parent and still answers that there is none, as /proc does.)
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOneFolder(path);
  } catch (error) {
    if (!shows(error, /^ENOENT$/) || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await makeOneFolder(path);
  }
}

async function makeOneFolder(path: string): Promise<void> {
  await mkdir(path).catch((error: unknown) => {
    if (!shows(error, /^EEXIST$/)) throw error;
  });
}

/** Connects to a migrated SQLite file. */
export async function openSqlite(path: string): Promise<Client> {
  const { PrismaClient } = await import('../generated/sqlite/client.ts');
  const client = new PrismaClient({
    adapter: sqliteAdapter(path),
    errorFormat: 'minimal',
    transactionOptions: { maxWait: SQLITE_DEADLINE, timeout: SQLITE_DEADLINE },
  });
  await client.$connect();
  return client;
}
