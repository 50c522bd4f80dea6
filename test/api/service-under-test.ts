import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Circumstances, compose, type RunningService } from '../../src/compose.ts';
import type { Config } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { type Client, createClient } from './client.ts';

/** The real service on a SQLite database of its own, with a clock and ids that depend on nothing. */
export interface ServiceUnderTest extends Client {
  readonly url: string;
  /** The file of the database. */
  readonly database: string;
  /** Everything that was logged, one object a line. */
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  /** Stops the service and starts it again on the same database, set otherwise where that is said. */
  restart(changes?: Partial<Config>): Promise<ServiceUnderTest>;
  /** Stops the service and leaves nothing behind. */
  discard(): Promise<void>;
}

/** When the clock of the tests starts; every look at it makes it one second later. */
export const START = Date.parse('2026-01-01T00:00:00.000Z');

/** Starts the service in a directory of its own, on a clock and with ids that depend on nothing where no others are given. */
export async function startService(
  overrides: Partial<Config> = {},
  circumstances: Circumstances = counters(),
): Promise<ServiceUnderTest> {
  return startIn(await mkdtemp(join(tmpdir(), 'delivery-advisor-')), overrides, circumstances);
}

async function startIn(directory: string, overrides: Partial<Config>, circumstances: Circumstances): Promise<ServiceUnderTest> {
  const database = join(directory, 'advisor.db');
  const logged: Record<string, unknown>[] = [];
  const log = createLog('info', { write: (line) => logged.push(JSON.parse(line)) });
  const service = await compose({ ...config(database), ...overrides }, log, circumstances);
  const running: RunningService = await service.start();
  return {
    ...createClient(running.url),
    url: running.url,
    database,
    logged,
    async restart(changes = {}) {
      await running.stop();
      return startIn(directory, { ...overrides, ...changes }, circumstances);
    },
    async discard() {
      await running.stop();
      await rm(directory, { recursive: true });
    },
  };
}

/** What the service is started with on a file. */
export function config(database: string): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: `file:${database}`,
    logLevel: 'info',
    publicUrl: '',
    embedOrigins: [],
    webhookOrigins: [],
    rateLimits: { failures: 10 },
    trustedProxies: 0,
  };
}

function counters() {
  let looks = 0;
  let ids = 0;
  return {
    now: () => new Date(START + 1000 * looks++),
    newId: () => `01900000-0000-7000-8000-${String(ids++).padStart(12, '0')}`,
  };
}
