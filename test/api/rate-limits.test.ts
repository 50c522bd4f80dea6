import { afterEach, describe, expect, it } from '@jest/globals';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

describe('rate limits', () => {
  let service: ServiceUnderTest;

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
  });

  it('never keep a probe or a reader of the specification waiting', async () => {
    service = await startService({ rateLimits: { requests: 1, failures: 10 } });
    await service.call('listModels');
    expect((await service.call('listModels')).status).toBe(429);
    for (const open of ['getHealth', 'getReadiness', 'getOpenapiJson'] as const) {
      expect((await service.call(open)).status).toBe(200);
    }
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
