import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolConfig } from 'pg';
import type { Client } from './client.ts';
import { createStatementNames } from './statement-names.ts';

/** Milliseconds after which a step gives up: for a connection, for a lock, for an answer. */
const CONNECT_TIMEOUT = 2_000;
const LOCK_TIMEOUT = 2_000;
const STATEMENT_TIMEOUT = 3_000;

/** Counting requests: connections at most, and milliseconds after which it is given up. */
const COUNTING_CONNECTIONS = 3;
const COUNTING_TIMEOUT = 300;

/** A caller hears within 3 s that the database is out of reach. */
export const POSTGRESQL_DEADLINE = 2_500;

/** A client, and how many connections it has: in all, without work, and requests that wait for one. */
export interface PooledClient {
  readonly client: Client;
  readonly connections: () => { readonly total: number; readonly idle: number; readonly waiting: number };
}

/** How to connect to a PostgreSQL database. Like Prisma's own tools, it lives in `?schema=`, or in `public`. */
export function connectionSettings(databaseUrl: string): PoolConfig & { readonly schema: string } {
  const schema = new URL(databaseUrl).searchParams.get('schema') ?? 'public';
  return {
    connectionString: databaseUrl,
    schema,
    options: `-c search_path=${optionValue(`"${schema.replaceAll('"', '""')}"`)}`,
    application_name: 'delivery-advisor',
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
  };
}

/**
 * How to connect for counting: given up soon, as requests wait for it, and without waiting for the disk, as a count that
 * a power cut takes away is no loss.
 */
export function countingSettings(databaseUrl: string): PoolConfig {
  const { schema: _, options, ...settings } = connectionSettings(databaseUrl);
  return {
    ...settings,
    options: `${options} -c synchronous_commit=off`,
    max: COUNTING_CONNECTIONS,
    connectionTimeoutMillis: COUNTING_TIMEOUT,
    query_timeout: COUNTING_TIMEOUT,
    statement_timeout: COUNTING_TIMEOUT,
  };
}

/** Connects to a migrated PostgreSQL database. What a dead server leaves unanswered is given up on both sides. */
export async function openPostgresql(databaseUrl: string, onError: (error: Error) => void): Promise<PooledClient> {
  const { PrismaClient } = await import('../generated/postgresql/client.ts');
  const { schema, ...settings } = connectionSettings(databaseUrl);
  const pool = new Pool({
    ...settings,
    lock_timeout: LOCK_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    query_timeout: STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT,
  });
  surviveLostConnections(pool);
  const adapter = new PrismaPg(pool, {
    schema,
    statementNameGenerator: createStatementNames(),
    onPoolError: onError,
    onConnectionError: onError,
    disposeExternalPool: true,
  });
  const client = new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: CONNECT_TIMEOUT, timeout: STATEMENT_TIMEOUT },
  });
  await client.$connect();
  // Both clients come from one schema, but their generated types are declared apart.
  return {
    client: client as Client,
    connections: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
}

/**
 * Keeps the process alive when a connection is lost while it changes hands: for a moment nobody listens to its errors then,
 * and Node.js ends a process for an error that nobody listens to. Whoever uses the connection next finds it unusable.
 */
export function surviveLostConnections(pool: Pool): void {
  pool.on('connect', (connection) => connection.on('error', () => undefined));
}

/** In the options of a connection, a backslash goes before white space and backslashes. */
function optionValue(text: string): string {
  return text.replaceAll(/[\s\\]/g, '\\$&');
}
