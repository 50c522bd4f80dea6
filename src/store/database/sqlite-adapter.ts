import { setTimeout } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { shows } from './failure.ts';

type Connection = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;
type Transaction = Awaited<ReturnType<Connection['startTransaction']>>;
type Query = Parameters<Connection['queryRaw']>[0];

/**
 * Milliseconds for which SQLite itself waits for another process, which blocks this one. The patience is ours: asking
 * again after a pause, so many times, while everything else goes on. Short pauses, as others leave short gaps.
 */
const BUSY_TIMEOUT = 1;
const PAUSE = 1;
const TRIES = 2_000;

/** A write that was confirmed survives a power cut (`FULL`), and reading goes on while another process writes (`WAL`). */
const PRAGMAS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;';

/**
 * Prisma's adapter for one SQLite file, with the settings we rely on and one thing at a time: all calls share a
 * connection, so that a statement sent while a transaction is open would otherwise become a part of it.
 */
export function sqliteAdapter(path: string): Pick<PrismaBetterSqlite3, 'provider' | 'adapterName' | 'connect'> {
  const factory = new PrismaBetterSqlite3({ url: path, timeout: BUSY_TIMEOUT });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const connection = await factory.connect();
      await connection.executeScript(PRAGMAS);
      return oneAtATime(connection);
    },
  };
}

function oneAtATime(connection: Connection): Connection {
  const turn = createTurns();
  const inTurn = async <T>(step: () => Promise<T>): Promise<T> => {
    const done = await turn();
    return patiently(step).finally(done);
  };
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => inTurn(() => connection.queryRaw(query)),
    executeRaw: (query) => inTurn(() => connection.executeRaw(query)),
    executeScript: (script) => inTurn(() => connection.executeScript(script)),
    dispose: () => inTurn(() => connection.dispose()),
    async startTransaction() {
      const done = await turn();
      try {
        await patiently(() => connection.executeRaw(statement('BEGIN IMMEDIATE')));
        return transaction(connection, done);
      } catch (error) {
        done();
        throw error;
      }
    },
  };
}

/**
 * A transaction that takes the write lock at once, so that it never has to be given up half-way because another
 * process wrote, and that is over in any case when it ends: a full disk may fail its COMMIT, or have rolled it back.
 */
function transaction(connection: Connection, done: () => void): Transaction {
  const execute = (sql: string) => connection.executeRaw(statement(sql));
  const rollBack = () => execute('ROLLBACK').catch(() => 0);
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => connection.queryRaw(query),
    executeRaw: (query) => connection.executeRaw(query),
    async commit() {
      try {
        await execute('COMMIT');
      } catch (error) {
        await rollBack();
        throw error;
      } finally {
        done();
      }
    },
    async rollback() {
      await rollBack();
      done();
    },
  };
}

/** Runs a step that leaves nothing behind when the file is busy, until it is not: for about 5 s. */
async function patiently<T>(step: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await step();
    } catch (error) {
      if (tries === TRIES || !shows(error, /^SQLITE_BUSY/)) throw error;
      await setTimeout(PAUSE);
    }
  }
}

/** Waiting in line: a turn begins when the one before it is done, with the function that ends it. */
function createTurns(): () => Promise<() => void> {
  let line: Promise<void> = Promise.resolve();
  return () =>
    new Promise((begin) => {
      line = line.then(() => new Promise<void>((done) => begin(done)));
    });
}

function statement(sql: string): Query {
  return { sql, args: [], argTypes: [] };
}
