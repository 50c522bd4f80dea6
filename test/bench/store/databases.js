// Databases to measure on, each with a store of the service and a plain Prisma client in files or databases of their own.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { startPostgresqlServer } from '../../../.config/jest/postgresql-server.js';
import { openStore, PostgresqlClient, SqliteClient } from '../subject/keeping.js';

/**
 * @import { PrismaClient } from '../../../src/store/generated/sqlite/client.ts'
 *
 * `url` gives the address of an empty database; `plain` opens a migrated one with nothing between it and Prisma.
 *
 * @typedef {{
 *   readonly name: string,
 *   readonly provider: 'sqlite' | 'postgresql',
 *   readonly url: (name: string) => Promise<string>,
 *   readonly plain: (url: string) => Promise<PrismaClient>,
 *   readonly stop: () => Promise<unknown>,
 * }} Database
 */

/** SQLite files on the disk at hand. @returns {Promise<Database>} */
export async function sqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'delivery-advisor-bench-'));
  return {
    name: 'SQLite',
    provider: 'sqlite',
    url: async (name) => `file:${join(folder, `${name}.db`)}`,
    async plain(url) {
      const client = new SqliteClient({ adapter: new PrismaBetterSqlite3({ url }) });
      await client.$queryRawUnsafe('PRAGMA journal_mode = WAL');
      await client.$executeRawUnsafe('PRAGMA synchronous = FULL');
      return client;
    },
    stop: () => rm(folder, { recursive: true }),
  };
}

/** A PostgreSQL of its own that waits for the disk, as it does in earnest. @returns {Promise<Database>} */
export async function postgresql() {
  const server = await startPostgresqlServer([]);
  return {
    name: 'PostgreSQL',
    provider: 'postgresql',
    async url(name) {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`CREATE DATABASE "${name}"`);
      await client.end();
      return `${server.url}/${name}`;
    },
    // Both clients come from one schema, but their generated types are declared apart.
    plain: async (url) =>
      /** @type {PrismaClient} */ (new PostgresqlClient({ adapter: new PrismaPg({ connectionString: url }) })),
    stop: () => server.stop(),
  };
}

/**
 * Makes an empty database with the service's tables.
 *
 * @param {Database} database
 * @param {string} name
 */
export async function migrated(database, name) {
  const url = await database.url(name);
  await (await openStore(url)).close();
  return url;
}
