import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RoundRobin, startRoundRobin } from './round-robin.ts';
import { buildService, dataDirectory, type ServiceProcess, startProcess } from './service-process.ts';
import { postgresql } from './store/backends.ts';

/** A reply of the service, its body read. */
interface Received {
  readonly status: number;
  readonly body: { readonly id: string; readonly revision: number; readonly answers: object; readonly currentRevision?: number };
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('two processes on one PostgreSQL', () => {
  let data: Awaited<ReturnType<typeof dataDirectory>>;
  let databaseUrl: string;
  let balancer: RoundRobin;
  let running: ServiceProcess[] = [];

  beforeAll(async () => {
    await buildService();
    data = await dataDirectory();
    databaseUrl = await postgresql.freshUrl();
    balancer = await startRoundRobin();
    // Both find an empty database and migrate it at the same time.
    for (const replica of [start(), start()]) balancer.add(await replica.url);
    await balancer.ready(2);
  }, 120_000);
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGTERM');
    const endings = await Promise.all(running.map(({ ended }) => ended));
    await balancer.close();
    await data.remove();
    expect(endings).toEqual(endings.map(() => expect.objectContaining({ code: 0, stderr: '' })));
  });

  function start(): ServiceProcess {
    const replica = startProcess(data.path, { DATABASE_URL: databaseUrl, LOG_LEVEL: 'info' });
    running.push(replica);
    return replica;
  }

  /** Sends a request to whichever replica is next. */
  async function send(
    method: string,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Received> {
    const response = await fetch(`${balancer.url}${path}`, {
      method,
      headers: { ...(body && { 'Content-Type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  const rows = async (table: string, where: string) =>
    (await postgresql.run(databaseUrl, `SELECT 1 FROM ${table} WHERE ${where}`)).length;

  it('see at once what the other has written', async () => {
    const { body } = await send('POST', '/v1/assessments', { subject: { ref: 'shared' } });
    for (const revision of times(6).map((index) => index + 1)) {
      const change = { revision, answers: { 'drift-pain': (revision % 5) + 1 } };
      expect(await send('PATCH', `/v1/assessments/${body.id}`, change)).toMatchObject({
        status: 200,
        body: { revision: revision + 1 },
      });
    }
    const recorded = await send('POST', `/v1/assessments/${body.id}/recommendations`, { revision: 7 });
    for (const _ of times(2)) {
      expect(await send('GET', `/v1/recommendations/${recorded.body.id}`)).toMatchObject({ status: 200, body: recorded.body });
      expect(await send('POST', `/v1/recommendations/${recorded.body.id}/verify`)).toMatchObject({
        status: 200,
        body: { reproducible: true },
      });
    }
    expect((await send('DELETE', `/v1/assessments/${body.id}?revision=7`)).status).toBe(204);
    for (const _ of times(2)) expect((await send('GET', `/v1/assessments/${body.id}`)).status).toBe(404);
  });

  it('carry out 50 creations once each, however often and wherever they are sent at the same time', async () => {
    const create = async (key: string): Promise<Received> => {
      const answer = await send('POST', '/v1/assessments', { subject: { ref: key } }, { 'Idempotency-Key': key });
      return answer.status === 503 ? create(key) : answer;
    };
    const answers: Received[] = [];
    for (const batch of times(10)) {
      const keys = times(5).map((index) => `creation-${5 * batch + index}`);
      answers.push(...(await Promise.all(times(50).flatMap(() => keys.map(create)))));
    }
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(50);
    expect(await rows('assessment', "subject_ref LIKE 'creation-%'")).toBe(50);
    const other = await send('POST', '/v1/assessments', { subject: { ref: 'other' } }, { 'Idempotency-Key': 'creation-0' });
    expect(other.status).toBe(409);
  }, 180_000);

  it('let 20 clients edit one assessment without losing any of their changes', async () => {
    const { body: created } = await send('POST', '/v1/assessments', { subject: { ref: 'edited', tags: [] } });
    const path = `/v1/assessments/${created.id}`;
    const revisions: number[] = [];
    const edit = async (tag: string): Promise<void> => {
      const { body: present } = await send('GET', path);
      const { tags } = (present as unknown as { readonly subject: { readonly tags: readonly string[] } }).subject;
      const { status, body } = await send('PATCH', path, { revision: present.revision, subject: { tags: [...tags, tag] } });
      if (status !== 200) expect([412, 503]).toContain(status);
      if (status === 412) expect(body.currentRevision).toBeGreaterThan(present.revision);
      if (status !== 200) return edit(tag);
      revisions.push(body.revision);
    };
    const tags = times(20).map((index) => `editor-${index}`);
    await Promise.all(tags.map(edit));
    expect(revisions.toSorted((one, other) => one - other)).toEqual(times(20).map((index) => index + 2));
    const { body: edited } = await send('GET', path);
    expect(edited).toMatchObject({ revision: 21, subject: { tags: expect.arrayContaining(tags) } });
    expect(await rows('audit_entry', `assessment_id = '${created.id}'`)).toBe(21);
  });

  it('are replaced one by one under load without a request that fails', async () => {
    let underLoad = true;
    const statuses = new Map<number, number>();
    const load = async () => {
      for (let round = 0; underLoad; round++) {
        const { status } =
          round % 3 === 0
            ? await send('POST', '/v1/assessments', { subject: { ref: 'rolled' } })
            : await send('GET', '/v1/assessments?subject=rolled&limit=5');
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    const clients = Promise.all(times(8).map(load));
    for (const old of running.slice()) {
      balancer.add(await start().url);
      await balancer.ready(3);
      old.child.kill('SIGTERM');
      expect(await old.ended).toMatchObject({ code: 0, stderr: '' });
      await balancer.ready(2);
    }
    running = running.slice(-2);
    underLoad = false;
    await clients;
    expect(balancer.failures).toEqual([]);
    expect([...statuses.keys()].toSorted()).toEqual([200, 201]);
    expect(await rows('assessment', "subject_ref = 'rolled'")).toBe(statuses.get(201));
  }, 180_000);
});
