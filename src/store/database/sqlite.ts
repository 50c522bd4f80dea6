import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from './client.ts';
import { sqliteAdapter } from './sqlite-adapter.ts';

/** The path in a `file:` URL; a relative one starts from the working directory. */
export function sqlitePath(databaseUrl: string): string {
  if (databaseUrl.startsWith('file://')) return fileURLToPath(databaseUrl);
  return resolve(databaseUrl.replace(/^file:/, '').replace(/\?.*$/, ''));
}

/** Makes the folder of a database file, if it is not there yet. */
export async function makeRoomFor(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
}

/** Connects to a migrated SQLite file. */
export async function openSqlite(path: string): Promise<Client> {
  const { PrismaClient } = await import('../generated/sqlite/client.ts');
  const client = new PrismaClient({ adapter: sqliteAdapter(path), errorFormat: 'minimal' });
  await client.$connect();
  return client;
}
