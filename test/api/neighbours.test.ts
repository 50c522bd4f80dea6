import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGuardedService } from './guarded-service.ts';
import { exchangeRaw } from './raw-http.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const PORTAL = 'https://portal.example.org';

/** What a page can have a browser send without asking the service first: no header of its own, and a plain body or none. */
const requestOf = (line: string, headers: Readonly<Record<string, string>>, body = '') =>
  [
    `${line} HTTP/1.1`,
    ...Object.entries({ Host: 'localhost', ...headers, Connection: 'close', 'Content-Length': String(body.length) }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '',
    body,
  ].join('\r\n');

describe('a service without keys', () => {
  let service: ServiceUnderTest;
  let id: string;
  beforeAll(async () => {
    service = await startService({ publicUrl: 'https://advisor.example.org/delivery', embedOrigins: [PORTAL] });
    id = (await service.call('createAssessment', { body: { subject: { ref: 'a' } } })).body.id;
  });
  afterAll(() => service.discard());

  const send = (...parts: Parameters<typeof requestOf>) => exchangeRaw(service.url, requestOf(...parts));
  const record = (headers: Readonly<Record<string, string>>) => send(`POST /v1/assessments/${id}/recommendations`, headers);

  it.each(['/', '/healthz', '/v1/assessments', '/docs', '/openapi.yaml', '/nowhere'])(
    'tells a page whose name was given its address nothing at %s',
    async (path) => {
      const { status, headers, body } = await send(`GET ${path}`, { Host: 'attacker.example.org:3000' });
      expect({ status, type: headers['content-type'] }).toEqual({ status: 421, type: 'application/problem+json' });
      expect(JSON.parse(body)).toMatchObject({ code: 'misdirected-request', detail: expect.stringContaining('PUBLIC_URL') });
    },
  );

  it('answers under its public name, whatever the port of the proxy in front', async () => {
    for (const Host of ['advisor.example.org', 'advisor.example.org:443', 'localhost:8080'])
      expect((await send('GET /v1/models', { Host })).status).toBe(200);
  });

  it('has pages of elsewhere change nothing, not even by what a browser sends without asking', async () => {
    for (const Origin of ['https://attacker.example.org', 'null', 'http://localhost.attacker.example.org']) {
      const { status, headers, body } = await record({ Origin });
      expect({ status, allowed: headers['access-control-allow-origin'] }).toEqual({ status: 403, allowed: undefined });
      expect(JSON.parse(body)).toMatchObject({ code: 'origin-refused', detail: expect.stringContaining('EMBED_ORIGINS') });
    }
    expect((await service.call('listRecommendations')).body.items).toEqual([]);
    for (const Origin of [PORTAL, 'https://advisor.example.org', 'http://localhost:5173'])
      expect((await record({ Origin })).status).toBe(201);
  });

  it.each([[{ 'Content-Type': 'text/plain' }], [{ 'Content-Type': 'multipart/form-data; boundary=a' }], [{}]])(
    'reads no body that a page can send without asking: %j',
    async (headers) => {
      const { status } = await send('POST /v1/assessments', headers, '{"subject":{"ref":"b"}}');
      expect(status).toBe(415);
    },
  );
});

describe('a service with keys', () => {
  it('goes by the key, whatever it is called and wherever the page is', async () => {
    const service = await startGuardedService();
    for (const Host of ['advisor.example.org', '10.0.0.7:3000', 'attacker.example.org']) {
      const send = (line: string) => exchangeRaw(service.url, requestOf(line, { Host, Origin: 'https://attacker.example.org' }));
      expect((await send('GET /healthz')).status).toBe(200);
      expect((await send('POST /v1/assessments')).status).toBe(401);
    }
    await service.discard();
  });
});
