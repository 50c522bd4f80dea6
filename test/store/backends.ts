import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';

/** A kind of database that the store runs on: new empty databases, and plain SQL past the store. */
export interface Backend {
  readonly provider: 'sqlite' | 'postgresql';
  readonly freshUrl: () => Promise<string>;
  /** Runs SQL as an operator would, on a connection of its own, and returns the rows of a query. */
  readonly run: (url: string, sql: string) => Promise<readonly unknown[]>;
}

export const sqlite: Backend = {
  provider: 'sqlite',
  async freshUrl() {
    return `file:${join(await mkdtemp(join(tmpdir(), 'delivery-advisor-store-')), 'store.db')}`;
  },
  async run(url, sql) {
    const database = new Database(url.replace('file:', ''));
    try {
      const statement = database.prepare(sql);
      return statement.reader ? statement.all() : [statement.run()].slice(1);
    } catch (error) {
      throw new Error(String(error)); // The driver's errors are of a class that Jest does not know as one of errors.
    } finally {
      database.close();
    }
  },
};

export const postgresql: Backend = {
  provider: 'postgresql',
  async freshUrl() {
    const server = process.env['TEST_POSTGRESQL_URL'] ?? '';
    const name = `store_${randomUUID().replaceAll('-', '')}`;
    await query(`${server}/postgres`, `CREATE DATABASE ${name}`);
    return `${server}/${name}`;
  },
  run: query,
};

export const backends: readonly Backend[] = [sqlite, postgresql];

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
