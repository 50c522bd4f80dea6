import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Store } from '../../src/services/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { postgresql } from './backends.ts';
import { type LossyWire, layWire } from './lossy-wire.ts';
import { assessment, claim, model, noon, recommendation, scope } from './samples.ts';

describe('a PostgreSQL database', () => {
  let url: string;
  let wire: LossyWire;
  let store: Store;

  beforeAll(async () => {
    url = await postgresql.freshUrl();
    wire = await layWire(Number(new URL(url).port));
    store = await openStore(Object.assign(new URL(url), { port: String(wire.port) }).href);
  });
  afterEach(() => wire.mend());
  afterAll(async () => {
    await store.close();
    await wire.close();
  });

  const everything = () => [
    store.ping(),
    store.assessments.find(scope, randomUUID()),
    store.assessments.list(scope, { text: 'x' }, { limit: 5 }),
    store.assessments.create(scope, assessment(), claim(randomUUID())),
    store.assessments.replace(scope, assessment(), assessment({ revision: 2 })),
    store.assessments.remove(scope, randomUUID(), { revision: 1, at: noon }),
    store.recommendations.record(scope, recommendation(randomUUID()), model, claim(randomUUID())),
    store.recommendations.find(scope, randomUUID()),
    store.models.find(scope, 'sha256:none'),
    store.audit.append(scope, { at: noon, action: 'verify', resource: { kind: 'recommendation', id: 'r' } }),
    store.audit.list(scope, {}, { limit: 5 }),
    store.retention.idleAssessments(scope, noon, { limit: 5 }),
  ];

  /** Each connection that was lost may fail one call before the next has a new one. */
  async function untilItWorks<T>(step: () => Promise<T>, patience = 20): Promise<T> {
    return step().catch((error) => (patience === 0 ? Promise.reject(error) : untilItWorks(step, patience - 1)));
  }

  test.each(['cut', 'refuse', 'silence'] as const)(
    'that is out of reach (%s) is said to be unavailable within 3 s',
    async (fault) => {
      await Promise.all(everything());
      wire[fault]();
      const begun = performance.now();
      const outcomes = await Promise.allSettled(everything());
      expect(performance.now() - begun).toBeLessThan(3_000);
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'store-unavailable', details: { retryAfter: 1 } } });
      }
      await wire.mend();
      await expect(untilItWorks(() => Promise.all(everything()))).resolves.toHaveLength(outcomes.length);
    },
  );

  test('that ends its connections is connected to again', async () => {
    await Promise.all(everything());
    await postgresql.run(
      url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
    await expect(untilItWorks(() => Promise.all(everything()))).resolves.toBeDefined();
  });

  test('that is locked for long is said to be unavailable within 3 s', async () => {
    const other = new pg.Client(url);
    await other.connect();
    await other.query('BEGIN; LOCK TABLE assessment IN ACCESS EXCLUSIVE MODE');
    const begun = performance.now();
    await expect(store.assessments.create(scope, assessment(), claim())).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(performance.now() - begun).toBeLessThan(3_000);
    await other.end();
  });

  test('that may only be read is said to be unavailable for writing', async () => {
    const name = new URL(url).pathname.slice(1);
    await postgresql.run(url, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const reader = await openStore(url);
    await expect(reader.assessments.create(scope, assessment(), claim())).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await reader.assessments.find(scope, randomUUID())).toBeUndefined();
    await reader.close();
  });

  test('is used in the schema that its address names', async () => {
    const fresh = await postgresql.freshUrl();
    await postgresql.run(fresh, 'CREATE SCHEMA "our place"');
    const inSchema = await openStore(`${fresh}?schema=our%20place`);
    const value = assessment({ subject: { ref: 'r', name: 'n', tags: ['t'] } });
    await inSchema.assessments.create(scope, value, claim());
    await inSchema.recommendations.record(scope, recommendation(value.id), model, claim());
    await inSchema.close();
    expect(await postgresql.run(fresh, 'SELECT id FROM "our place".recommendation')).toHaveLength(1);
    await expect(postgresql.run(fresh, 'SELECT id FROM public.assessment')).rejects.toThrow('does not exist');
  });

  test('does not let its recommendations be emptied', async () => {
    const fresh = await postgresql.freshUrl();
    await (await openStore(fresh)).close();
    await expect(postgresql.run(fresh, 'TRUNCATE recommendation CASCADE')).rejects.toThrow('cannot be changed');
    await expect(postgresql.run(fresh, 'TRUNCATE assessment CASCADE')).rejects.toThrow('cannot be changed');
  });
});
