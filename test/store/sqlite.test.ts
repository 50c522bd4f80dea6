import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { createAttempt } from '../../src/store/database/attempt.ts';
import { openSqlite } from '../../src/store/database/sqlite.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createAssessments } from '../../src/store/tables/assessments.ts';
import { sqlite } from './backends.ts';
import { assessment, claim, model, noon, recommendation, scope } from './samples.ts';

async function migrated() {
  const url = await sqlite.freshUrl();
  await (await openStore(url)).close();
  return { url, path: url.replace('file:', '') };
}

/** What a process of its own does in these tests: 25 creations, 5 of them under tokens that all processes use. */
const PROCESS = `
  const { openStore } = await import('./dist/store/open-store.js');
  const [url, sample, scope] = JSON.parse(process.argv[1]);
  const store = await openStore(url);
  const now = new Date();
  const outcomes = await Promise.all(Array.from({ length: 25 }, (_, index) => {
    const token = index < 5 ? 'key:' + index : crypto.randomUUID();
    const value = { ...sample, id: crypto.randomUUID(), createdAt: now, updatedAt: now };
    return store.assessments.create(scope, value, { tokens: [token], fingerprint: 'f' });
  }));
  await store.close();
  console.log(JSON.stringify(outcomes.map(({ kind }) => kind)));`;

describe('an SQLite database', () => {
  test('is read and written with the settings that keep data safe', async () => {
    const client = await openSqlite((await migrated()).path);
    const pragma = async (name: string) => Object.values((await client.$queryRawUnsafe<object[]>(`PRAGMA ${name}`))[0] ?? {})[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(Number(await pragma('synchronous'))).toBe(2);
    expect(Number(await pragma('foreign_keys'))).toBe(1);
    expect(Number(await pragma('busy_timeout'))).toBe(1);
    await client.$disconnect();
  });

  test('is shared by processes that write at the same time', async () => {
    const { url } = await migrated();
    const input = JSON.stringify([url, assessment(), scope]);
    const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', PROCESS, input]);
    const outputs = await Promise.all(Array.from({ length: 4 }, start));
    const kinds = outputs.flatMap(({ stdout }): string[] => JSON.parse(stdout));
    expect(kinds.filter((kind) => kind === 'created')).toHaveLength(4 * 20 + 5);
    expect(kinds.filter((kind) => kind === 'replayed')).toHaveLength(3 * 5);
    expect(await sqlite.run(url, 'SELECT id FROM assessment')).toHaveLength(85);
  });

  test('waits for another process without blocking this one, and not for ever', async () => {
    const { url, path } = await migrated();
    const store = await openStore(url);
    const other = new Database(path);
    other.exec('BEGIN EXCLUSIVE');
    let beats = 0;
    const heart = setInterval(() => beats++, 10);
    await expect(store.assessments.create(scope, assessment(), claim())).rejects.toMatchObject({
      code: 'store-unavailable',
      details: { retryAfter: 1 },
    });
    clearInterval(heart);
    expect(beats).toBeGreaterThan(50);
    const waiting = store.assessments.create(scope, assessment(), claim());
    other.exec('COMMIT');
    other.close();
    expect(await waiting).toMatchObject({ kind: 'created' });
    await store.close();
  });

  test('keeps what one call writes apart from what another takes back', async () => {
    const { url } = await migrated();
    const store = await openStore(url);
    const token = claim('key:taken');
    await store.assessments.create(scope, assessment(), token);
    const removed = assessment();
    await store.assessments.create(scope, removed, claim());
    const calls = Array.from({ length: 30 }, (_, index) =>
      index === 15
        ? store.assessments.remove(scope, removed.id, { revision: 1, at: noon })
        : store.assessments.create(scope, assessment(), index % 2 === 0 ? token : claim(randomUUID())),
    );
    const outcomes = await Promise.all(calls);
    expect(outcomes[15]).toEqual({ kind: 'changed', value: undefined });
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(14);
    expect(await sqlite.run(url, 'SELECT id FROM assessment')).toHaveLength(15);
    await store.close();
  });

  test('refuses what it has no room for, and works again when there is', async () => {
    const client = await openSqlite((await migrated()).path);
    const assessments = createAssessments(client, createAttempt(5_000));
    const big = assessment({ answers: { text: 'x'.repeat(200_000) } });
    const [pages] = await client.$queryRaw<{ page_count: bigint }[]>`PRAGMA page_count`;
    await client.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages?.page_count) + 5}`);
    await expect(assessments.create(scope, big, claim('id:big'))).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await assessments.find(scope, big.id)).toBeUndefined();
    await client.$queryRawUnsafe('PRAGMA max_page_count = 100000');
    expect(await assessments.create(scope, big, claim('id:big'))).toMatchObject({ kind: 'created' });
    await client.$disconnect();
  });

  test('refuses writes when it may only be read', async () => {
    const client = await openSqlite((await migrated()).path);
    await client.$queryRawUnsafe('PRAGMA query_only = ON');
    const assessments = createAssessments(client, createAttempt(5_000));
    await expect(assessments.create(scope, assessment(), claim())).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(assessments.remove(scope, randomUUID(), { revision: 1, at: noon })).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    expect(await assessments.find(scope, randomUUID())).toBeUndefined();
    await client.$disconnect();
  });

  test('does not let a recommendation be replaced', async () => {
    const { url, path } = await migrated();
    const store = await openStore(url);
    const owner = assessment();
    await store.assessments.create(scope, owner, claim());
    await store.recommendations.record(scope, recommendation(owner.id), model, claim());
    const database = new Database(path);
    expect(() => database.exec('REPLACE INTO recommendation SELECT * FROM recommendation')).toThrow('cannot be changed');
    expect(() => database.exec("UPDATE OR REPLACE recommendation SET document = ''")).toThrow('cannot be changed');
    database.close();
    await store.close();
  });
});
