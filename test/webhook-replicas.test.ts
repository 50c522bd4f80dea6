import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { type Conduct, type Receiver, startReceiver } from './delivery/receiver.ts';
import { buildService, dataDirectory, type ServiceProcess, startProcess } from './service-process.ts';
import { backends } from './store/backends.ts';

interface Created {
  readonly id: string;
  readonly secret: string;
}

/** A receiver that works at once. */
const agree: Conduct = (response) => void response.writeHead(204).end();

describe.each(backends)('the service on $provider that tells webhooks', ({ provider, freshUrl, run }) => {
  let data: Awaited<ReturnType<typeof dataDirectory>>;
  let databaseUrl: string;
  let receiver: Receiver;
  let conduct: Conduct;
  let running: ServiceProcess[] = [];

  beforeAll(async () => {
    await buildService();
    data = await dataDirectory();
  }, 120_000);
  beforeEach(async () => {
    databaseUrl = await freshUrl();
    conduct = agree;
    receiver = await startReceiver((...heard) => conduct(...heard));
  });
  afterEach(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    running = [];
    await receiver.close();
  });
  afterAll(() => data.remove());

  function start(): ServiceProcess {
    const replica = startProcess(data.path, { DATABASE_URL: databaseUrl, WEBHOOK_ORIGINS: receiver.origin });
    running.push(replica);
    return replica;
  }

  /** What was created, once it is: a busy database may ask for patience. */
  async function send(url: string, path: string, body?: object, key: string = randomUUID()): Promise<Created> {
    const headers = { 'Idempotency-Key': key, ...(body && { 'Content-Type': 'application/json' }) };
    const response = await fetch(url + path, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) });
    if (response.status === 503) return send(url, path, body, key);
    expect(response.status).toBe(201);
    // Every creation is answered with what was created.
    return (await response.json()) as Created;
  }

  const hook = (url: string) => send(url, '/v1/webhooks', { url: receiver.origin, events: ['assessment.updated'] });

  /** As if so much time had passed for whoever holds a delivery. */
  const endClaims = () =>
    run(
      databaseUrl,
      `UPDATE webhook_delivery SET due_at = ${provider === 'sqlite' ? "'2020-01-01T00:00:00.000+00:00'" : "'2020-01-01'"} WHERE due_at IS NOT NULL`,
    );

  it('delivers after kill -9 what it had acknowledged and not delivered', async () => {
    conduct = () => {}; // Nothing is answered while the first process lives.
    const first = start();
    const url = await first.url;
    const { secret } = await hook(url);
    const written = await Promise.all(
      Array.from({ length: 10 }, (_, index) => send(url, '/v1/assessments', { subject: { ref: `team-${index}` } })),
    );
    first.child.kill('SIGKILL');
    await first.ended;
    await endClaims();
    const before = receiver.heard.length;
    conduct = agree;
    const second = start();
    await second.url;
    const heard = (await receiver.hears(before + 10)).slice(before);
    const told = heard.map(({ body, headers }) => new Webhook(secret).verify(body, headers as Record<string, string>));
    expect(new Set((told as { data: { assessmentId: string } }[]).map(({ data: { assessmentId } }) => assessmentId))).toEqual(
      new Set(written.map(({ id }) => id)),
    );
    // What the receiver had heard before it hears again under the same id.
    const ids = new Set(receiver.heard.map(({ headers }) => headers['webhook-id']));
    expect(ids.size).toBe(10);
    second.child.kill('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0, stderr: '' });
  }, 120_000);

  it('shares the work with a replica, and neither sends what the other does', async () => {
    const replicas = [start(), start()];
    const urls = await Promise.all(replicas.map(({ url }) => url));
    await hook(urls[0] ?? '');
    const count = 40;
    await Promise.all(
      Array.from({ length: count }, (_, index) =>
        send(urls[index % 2] ?? '', '/v1/assessments', { subject: { ref: `team-${index}` } }),
      ),
    );
    await receiver.hears(count);
    for (const { child } of replicas) child.kill('SIGTERM');
    const endings = await Promise.all(replicas.map(({ ended }) => ended));
    expect(endings).toEqual(endings.map(() => expect.objectContaining({ code: 0, stderr: '' })));
    const ids = receiver.heard.map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([count, count]);
    const rows = await run(databaseUrl, "SELECT COUNT(*) AS count FROM webhook_delivery WHERE status = 'delivered'");
    expect(rows).toEqual([{ count: provider === 'sqlite' ? count : String(count) }]);
    for (const { stdout } of endings) expect(stdout).toContain('webhook delivered');
  }, 120_000);

  it('stops although a receiver does not answer, and gives back what it was sending', async () => {
    conduct = () => {};
    const first = start();
    const url = await first.url;
    const { id } = await hook(url);
    await send(url, `/v1/webhooks/${id}/test`);
    await receiver.hears(1);
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
    const rows = await run(databaseUrl, 'SELECT status, attempts FROM webhook_delivery WHERE NOT attempting');
    expect(rows).toEqual([{ status: 'pending', attempts: 0 }]);
    conduct = agree;
    const second = start();
    await second.url;
    await receiver.hears(2);
  }, 120_000);
});
