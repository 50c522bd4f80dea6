import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest, { type Test } from 'supertest';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const PORTAL = 'https://portal.example';
const EVALUATE = '/v1/models/delivery-approach/evaluate';
const ID = '01900000-0000-7000-8000-aaaaaaaaaaaa';

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await startService({ embedOrigins: [PORTAL, 'http://localhost:7007'] });
});
afterAll(() => service.discard());

const api = () => supertest(service.url);

/** A reply of every kind, whoever writes it. */
const replies: readonly (readonly [name: string, status: number, send: (origin: string) => Test])[] = [
  ['a list', 200, (origin) => api().get('/v1/models').set('Origin', origin)],
  ['a model in a language', 200, (origin) => api().get('/v1/models/delivery-approach/questionnaire').set('Origin', origin)],
  ['an evaluation', 200, (origin) => api().post(EVALUATE).set('Origin', origin).send({ answers: {} })],
  ['a problem of a handler', 404, (origin) => api().get(`/v1/assessments/${ID}`).set('Origin', origin)],
  ['a problem of the body', 400, (origin) => api().post(EVALUATE).set('Origin', origin).type('json').send('{')],
  [
    'a body that is too large',
    413,
    (origin) =>
      api()
        .post(EVALUATE)
        .set('Origin', origin)
        .type('json')
        .send(`"${'x'.repeat(3e5)}"`),
  ],
  ['a problem of the media type', 415, (origin) => api().post(EVALUATE).set('Origin', origin).type('text').send('{}')],
  ['a path that is not there', 404, (origin) => api().get('/v1/nothing').set('Origin', origin)],
  ['a method that is not there', 405, (origin) => api().delete('/v1/models').set('Origin', origin)],
];

describe('pages of an origin among EMBED_ORIGINS', () => {
  it.each(replies)('read %s (%d)', async (_name, status, send) => {
    const response = await send(PORTAL);
    expect(response.status).toBe(status);
    expect(response.headers['access-control-allow-origin']).toBe(PORTAL);
    expect(response.headers['access-control-expose-headers']).toBe(
      'ETag, Link, Location, Retry-After, X-Request-Id, Idempotent-Replayed, Content-Language, Content-Disposition, RateLimit, RateLimit-Policy',
    );
    expect(response.headers['vary']?.split(', ')).toContain('Origin');
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('read what they have already as that', async () => {
    const first = await api().get('/v1/models/delivery-approach').set('Origin', PORTAL);
    const headers = { Origin: PORTAL, 'If-None-Match': first.headers['etag'] ?? '' };
    const again = await api().get('/v1/models/delivery-approach').set(headers);
    expect(again.status).toBe(304);
    expect(again.headers['access-control-allow-origin']).toBe(PORTAL);
  });

  it.each([
    ['/v1/models', 'GET, HEAD, OPTIONS'],
    [EVALUATE, 'POST, OPTIONS'],
    [`/v1/assessments/${ID}`, 'GET, HEAD, PATCH, DELETE, OPTIONS'],
  ])('learn beforehand what they may do at %s', async (path, methods) => {
    const asking = { Origin: PORTAL, 'Access-Control-Request-Method': 'PATCH', 'Access-Control-Request-Headers': 'if-match' };
    const { status, headers } = await api().options(path).set(asking);
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': PORTAL,
      'access-control-allow-methods': methods,
      'access-control-allow-headers':
        'Content-Type, Accept-Language, Accept, Authorization, If-Match, If-None-Match, Idempotency-Key, X-Request-Id',
      'access-control-max-age': '600',
      vary: 'Origin',
    });
  });
});

describe('pages of any other origin', () => {
  it.each([
    'https://evil.example',
    'https://portal.example.evil.example',
    'http://portal.example',
    'https://portal.example:8443',
    'https://PORTAL.example',
    'https://portal.example/',
    'null',
    '*',
  ])('get no permission: %s', async (origin) => {
    for (const [name, status, send] of replies) {
      const request = send(origin);
      const response = await request;
      // A service without keys lets pages of strangers change nothing.
      expect({ name, status: response.status }).toEqual({ name, status: request.method === 'GET' ? status : 403 });
      expect(Object.keys(response.headers).filter((header) => header.startsWith('access-control-'))).toEqual([]);
      expect(response.headers['vary']?.split(', ')).toContain('Origin');
    }
    const preflight = await api().options(EVALUATE).set({ Origin: origin, 'Access-Control-Request-Method': 'POST' });
    expect(preflight.status).toBe(204);
    expect(Object.keys(preflight.headers).filter((header) => header.startsWith('access-control-'))).toEqual([]);
  });

  it('nor do callers without one, in replies that caches keep apart', async () => {
    const { headers } = await api().get('/v1/models/delivery-approach/questionnaire');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers['vary']).toBe('Origin, Accept-Language');
  });
});

describe('without EMBED_ORIGINS', () => {
  it('no reply speaks of origins', async () => {
    const plain = await startService();
    const { headers } = await supertest(plain.url).get('/v1/models').set('Origin', PORTAL);
    await plain.discard();
    expect(Object.keys(headers).filter((header) => header.startsWith('access-control-'))).toEqual([]);
    expect(headers).not.toHaveProperty('vary');
  });
});
