import { afterEach, describe, expect, it } from '@jest/globals';
import type { Client } from './client.ts';
import { ALL, EMBED, PORTAL, startGuardedService } from './guarded-service.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const SUBJECT = { subject: { ref: 'a' } };

describe('rate limits', () => {
  let service: Pick<ServiceUnderTest, 'discard'> & Client;

  afterEach(() => service.discard());

  it('are off unless they are asked for', async () => {
    service = await startService();
    const { headers } = await service.call('listModels');
    expect(headers).not.toHaveProperty('ratelimit');
    expect(headers).not.toHaveProperty('ratelimit-policy');
  });

  it('tell callers what is left and when there is more, and refuse what is beyond before reading it', async () => {
    service = await startService({ rateLimits: { requests: 2, failures: 10 } });
    const first = await service.call('listModels');
    expect(first.headers).toMatchObject({ 'ratelimit-policy': '"requests";q=2;w=60', ratelimit: '"requests";r=1;t=60' });
    await service.call('listModels');
    const { status, headers, body } = await service.call('createAssessment', { body: '{"not": "read"' });
    expect(status).toBe(429);
    expect(body).toMatchObject({ code: 'rate-limited' });
    expect(headers['ratelimit']).toMatch(/^"requests";r=0;t=\d+$/);
    expect(headers['retry-after']).toBe(/t=(\d+)$/.exec(headers['ratelimit'] ?? '')?.[1]);
    expect(body.retryAfter).toBe(Number(headers['retry-after']));
  });

  it('never keep a probe or a reader of the specification waiting', async () => {
    service = await startService({ rateLimits: { requests: 1, failures: 10 } });
    await service.call('listModels');
    expect((await service.call('listModels')).status).toBe(429);
    for (const open of ['getHealth', 'getReadiness', 'getOpenapiJson'] as const) {
      expect((await service.call(open)).status).toBe(200);
    }
  });

  it('hold for each key alone, and for whoever tries keys by address, without shutting out those who have one', async () => {
    const guarded = await startGuardedService({ rateLimits: { requests: 3, failures: 2 } });
    service = { ...guarded.asStranger(), discard: guarded.discard };
    const keys = await Promise.all(['one', 'other'].map((name) => guarded.issue({ ...ALL, name })));
    const [one, other] = keys.map(({ secret }) => guarded.as(secret));
    const stranger = guarded.as(`${keys[0]?.secret}x`);
    const statuses = [];
    for (let times = 0; times < 4; times++) statuses.push((await stranger.call('listModels')).status);
    expect(statuses).toEqual([401, 401, 429, 429]);
    const { headers, body } = await guarded.asStranger().call('listModels');
    expect(headers).toMatchObject({ 'ratelimit-policy': '"failures";q=2;w=60', 'retry-after': expect.stringMatching(/^\d+$/) });
    expect(body).toMatchObject({ code: 'rate-limited' });
    for (const status of [200, 200, 200, 429]) expect((await one?.call('listModels'))?.status).toBe(status);
    expect((await other?.call('listModels'))?.headers).toMatchObject({ ratelimit: '"requests";r=2;t=60' });
  });

  it('hold for a visitor of a page with an embed key, however many assessments they create', async () => {
    const guarded = await startGuardedService({ rateLimits: { requests: 4, failures: 2 } });
    service = { ...guarded.asStranger(), discard: guarded.discard };
    const page = guarded.as((await guarded.issue(EMBED)).secret, undefined, PORTAL);
    const made = [await page.call('createAssessment', { body: SUBJECT }), await page.call('createAssessment', { body: SUBJECT })];
    const statuses = [];
    for (const { body } of [...made, ...made]) {
      const visitor = guarded.as(body.token, undefined, PORTAL);
      statuses.push((await visitor.call('getAssessment', { params: { id: body.id } })).status);
    }
    expect(statuses).toEqual([200, 200, 429, 429]);
  });

  it('believe nobody but a trusted proxy about where a request comes from', async () => {
    service = await startService({ rateLimits: { requests: 1, failures: 10 } });
    const from = async (address: string) =>
      (await service.call('listModels', { headers: { 'X-Forwarded-For': address } })).status;
    expect([await from('192.0.2.1'), await from('192.0.2.2')]).toEqual([200, 429]);
    await service.discard();

    service = await startService({ rateLimits: { requests: 1, failures: 10 }, trustedProxies: 1 });
    expect([await from('192.0.2.1'), await from('192.0.2.2')]).toEqual([200, 200]);
    expect([await from('192.0.2.9, 192.0.2.1'), await from('192.0.2.2')]).toEqual([429, 429]);
  });
});
