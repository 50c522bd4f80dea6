import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Store } from '../../src/services/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { eventually } from '../eventually.ts';
import { postgresql } from './backends.ts';
import { layWire } from './lossy-wire.ts';
import { assessment, claim, scope } from './samples.ts';

describe('a PostgreSQL database that refuses', () => {
  let open: Store[] = [];

  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()));
    open = [];
  });

  async function opened(url: string): Promise<Store> {
    const store = await openStore(url);
    open.push(store);
    return store;
  }

  /** A store whose next writes, so many of them, fail at their last step with an error of PostgreSQL. */
  async function failing(code: string, times: number): Promise<{ readonly url: string; readonly store: Store }> {
    const url = await postgresql.freshUrl();
    const store = await opened(url);
    await postgresql.run(
      url,
      `CREATE SEQUENCE faults;
       CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF nextval('faults') <= ${times} THEN RAISE EXCEPTION 'refused' USING ERRCODE = '${code}'; END IF;
         RETURN NEW;
       END $$;
       CREATE TRIGGER fail BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION fail()`,
    );
    return { url, store };
  }

  const create = (store: Store) => store.assessments.create(scope, assessment(), claim(randomUUID()));
  const rows = async (url: string) => (await postgresql.run(url, 'SELECT 1 FROM assessment, creation_claim, audit_entry')).length;

  test.each([
    ['a deadlock', '40P01'],
    ['a serialization failure', '40001'],
  ])('because of %s is asked again, and not for ever', async (_, code) => {
    const passing = await failing(code, 3);
    expect(await create(passing.store)).toMatchObject({ kind: 'created' });
    expect(await rows(passing.url)).toBe(1);

    const lasting = await failing(code, 1_000);
    const begun = performance.now();
    await expect(create(lasting.store)).rejects.toMatchObject({ code: 'store-unavailable', details: { retryAfter: 1 } });
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(await rows(lasting.url)).toBe(0);
  });

  test.each([
    ['a full disk', '53100'],
    ['a lack of memory', '53200'],
    ['being read-only', '25006'],
    ['a lock that others hold', '55P03'],
    ['a statement that took too long', '57014'],
    ['being shut down', '57P01'],
    ['an error of its disk', '58030'],
  ])('because of %s keeps nothing of the write, and takes the next one', async (_, code) => {
    const { url, store } = await failing(code, 1);
    await expect(create(store)).rejects.toMatchObject({ code: 'store-unavailable', details: { retryAfter: 1 } });
    expect(await rows(url)).toBe(0);
    expect(await create(store)).toMatchObject({ kind: 'created' });
    expect(await rows(url)).toBe(1);
  });

  test('because there are too many connections works again as soon as there are fewer', async () => {
    const url = await postgresql.freshUrl();
    const role = `limited_${randomUUID().replaceAll('-', '')}`;
    await postgresql.run(
      url,
      `CREATE ROLE ${role} LOGIN PASSWORD 'secret' CONNECTION LIMIT 2; ALTER SCHEMA public OWNER TO ${role}`,
    );
    const limited = Object.assign(new URL(url), { username: role, password: 'secret' }).href;
    await (await openStore(limited)).close();
    const store = await opened(limited);
    const others = [new pg.Client(limited), new pg.Client(limited)];
    for (const other of others) await other.connect();
    await expect(create(store)).rejects.toMatchObject({ code: 'store-unavailable' });
    for (const other of others) await other.end();
    expect(await eventually(() => create(store))).toMatchObject({ kind: 'created' });
  });

  test('to keep connections, while more is asked than there are connections, is connected to again', async () => {
    const url = await postgresql.freshUrl();
    const store = await opened(url);
    const end =
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
    for (let round = 0; round < 10; round++) {
      const [ended, ...writes] = await Promise.allSettled([
        postgresql.run(url, end),
        ...Array.from({ length: 60 }, () => create(store)),
      ]);
      expect(ended).toMatchObject({ status: 'fulfilled' });
      for (const write of writes) {
        if (write.status === 'rejected') expect(write.reason).toMatchObject({ code: 'store-unavailable' });
      }
    }
    expect(await eventually(() => create(store))).toMatchObject({ kind: 'created' });
  });

  test.each(['cut', 'silence', 'moveOn'] as const)('to answer (%s) has all of its connections back in the end', async (fault) => {
    const url = await postgresql.freshUrl();
    const wire = await layWire(Number(new URL(url).port));
    const store = await opened(Object.assign(new URL(url), { port: String(wire.port) }).href);
    const crowd = () => Promise.all(Array.from({ length: 30 }, () => create(store)));
    await crowd();
    wire[fault]();
    await expect(crowd()).rejects.toMatchObject({ code: 'store-unavailable' });
    if (fault !== 'moveOn') await wire.mend();
    const begun = performance.now();
    expect(await eventually(crowd)).toHaveLength(30);
    expect(performance.now() - begun).toBeLessThan(10_000);
    await store.close();
    open = [];
    await wire.close();
  });
});
