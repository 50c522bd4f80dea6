import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GuardedService, startGuardedService } from './guarded-service.ts';
import { exchangeRaw } from './raw-http.ts';

/** A request after which the connection ends by itself. */
const LAST = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';

describe('a body that nobody reads', () => {
  let service: GuardedService;
  beforeAll(async () => {
    service = await startGuardedService();
  });
  afterAll(() => service.discard());

  it.each([
    ['of a stranger', 'POST /v1/assessments', 401],
    ['of an operation without one', 'GET /healthz', 200],
  ])('%s is taken in when it is short, so that its sender sees the reply', async (_, line, expected) => {
    const { status, headers, body } = await exchangeRaw(service.url, requestOf(line, 262_144) + 'x'.repeat(262_144) + LAST);
    expect([status, headers['connection']]).toEqual([expected, 'keep-alive']);
    expect(body).toContain('HTTP/1.1 200 OK');
  });

  it.each([
    ['of a stranger', 'POST /v1/assessments', 401],
    ['of an operation without one', 'GET /healthz', 200],
  ])('%s is not waited for when it is long', async (_, line, expected) => {
    const { status, headers } = await exchangeRaw(service.url, requestOf(line, 262_145));
    expect([status, headers['connection']]).toEqual([expected, 'close']);
  });

  it('is not waited for when nobody knows how long it is', async () => {
    const head = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n';
    const { status, headers } = await exchangeRaw(service.url, head);
    expect([status, headers['connection']]).toEqual([200, 'close']);
  });
});

function requestOf(line: string, length: number): string {
  return `${line} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\n\r\n`;
}
