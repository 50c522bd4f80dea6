import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { Problem } from '../../src/contract/schemas/problem.ts';
import { exchangeRaw, type RawResponse } from './raw-http.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const LINE = 'Host: localhost\r\nConnection: close\r\n';
const evaluate = '/v1/models/delivery-approach/evaluate';

/** Every problem is a whole one, whoever wrote it. */
function expectProblem({ status, headers, body }: RawResponse, expected: { readonly status: number; readonly code: string }) {
  expect(headers['content-type']).toBe('application/problem+json');
  const problem = Problem.parse(JSON.parse(body));
  expect(problem).toMatchObject({ ...expected, type: `/problems/${expected.code}`, requestId: headers['x-request-id'] });
  expect(status).toBe(expected.status);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
  });
  return problem;
}

describe('problems', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.discard());

  const raw = (request: string | Buffer) => exchangeRaw(service.url, request);
  const post = (headers: string, body: string | Buffer) =>
    raw(
      Buffer.concat([
        Buffer.from(`POST ${evaluate} HTTP/1.1\r\n${LINE}${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`),
        Buffer.from(body),
      ]),
    );
  const JSON_TYPE = 'Content-Type: application/json\r\n';

  it.each([
    '/v1',
    '/v1/models/',
    '//v1/models',
    '/V1/models',
    '/v1/models/../models',
    '/docs/nothing.js',
    '/docs/package.json',
    '/docs/index.html',
    '/docs/%2e%2e/%2e%2e/package.json',
    '/docs/..%2f..%2fpackage.json',
    '/v1/assessments/a/b/c',
    '/%00',
    '/healthz/x',
    '*',
  ])('answer %s, where there is nothing', async (path) => {
    expectProblem(await raw(`GET ${path} HTTP/1.1\r\n${LINE}\r\n`), { status: 404, code: 'not-found' });
  });

  it.each([
    ['DELETE', '/v1/models', 'GET, HEAD, OPTIONS'],
    ['GET', evaluate, 'POST, OPTIONS'],
    ['PUT', '/v1/assessments', 'POST, GET, HEAD, OPTIONS'],
    ['POST', '/v1/assessments/01900000-0000-7000-8000-000000000000', 'GET, HEAD, PATCH, DELETE, OPTIONS'],
    ['TRACE', '/healthz', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/openapi.yaml', 'GET, HEAD, OPTIONS'],
    ['POST', '/docs/', 'GET, HEAD, OPTIONS'],
  ])('answer %s %s with the methods there are', async (method, path, allow) => {
    const response = await raw(`${method} ${path} HTTP/1.1\r\n${LINE}\r\n`);
    expectProblem(response, { status: 405, code: 'method-not-allowed' });
    expect(response.headers['allow']).toBe(allow);
    const options = await raw(`OPTIONS ${path} HTTP/1.1\r\n${LINE}\r\n`);
    expect(options).toMatchObject({ status: 204, headers: { allow }, body: '' });
  });

  it.each([
    ['GET /v1/models/%E0%A4%A', 'malformed-request', 400],
    ['GET /v1/models?a=%ff', 'malformed-request', 400],
    ['GET /v1/models/%2e%2e', 'model-not-found', 404],
    ['GET /v1/models/__proto__', 'model-not-found', 404],
    ['GET /v1/models/constructor', 'model-not-found', 404],
    ['GET /v1/models/delivery-approach/versions/__proto__', 'model-not-found', 404],
    ['GET /v1/models/delivery-approach/versions/01.0.0', 'model-not-found', 404],
    ['GET /v1/models?__proto__=1', 'invalid-request', 422],
    ['GET /v1/models?a=1&a=1', 'invalid-request', 422],
  ])('answer %s', async (line, code, status) => {
    expectProblem(await raw(`${line} HTTP/1.1\r\n${LINE}\r\n`), { status, code });
  });

  it.each<[string, string, string | Buffer, number, string]>([
    ['no type', '', '{}', 415, 'unsupported-media-type'],
    ['a form', 'Content-Type: application/x-www-form-urlencoded\r\n', 'a=1', 415, 'unsupported-media-type'],
    ['another charset', 'Content-Type: application/json; charset=utf-16\r\n', '{}', 415, 'unsupported-media-type'],
    ['a compressed body', `${JSON_TYPE}Content-Encoding: gzip\r\n`, '{}', 415, 'unsupported-media-type'],
    ['a body that is too large', JSON_TYPE, `"${'x'.repeat(256 * 1024)}"`, 413, 'body-too-large'],
    ['half an object', JSON_TYPE, '{"answers":', 400, 'malformed-json'],
    ['nothing', JSON_TYPE, '', 400, 'malformed-json'],
    ['a body in UTF-16', JSON_TYPE, Buffer.from('{"answers":{}}', 'utf16le'), 400, 'malformed-json'],
    ['brackets without end', JSON_TYPE, '['.repeat(200_000), 400, 'malformed-json'],
    ['a key twice', JSON_TYPE, '{"answers":{},"answers":{}}', 400, 'malformed-json'],
    ['a wish for a picture', `${JSON_TYPE}Accept: image/png\r\n`, '{}', 406, 'not-acceptable'],
    ['a wish for anything but JSON', `${JSON_TYPE}Accept: application/json;q=0, text/html\r\n`, '{}', 406, 'not-acceptable'],
  ])('answer a request with %s', async (_name, headers, body, status, code) => {
    expectProblem(await post(headers, body), { status, code });
  });

  it.each(['application/json', 'Application/JSON;charset=UTF-8', 'application/json; charset="utf-8"'])(
    'accept bodies of the type %s',
    async (type) => {
      expect(await post(`Content-Type: ${type}\r\nAccept: text/html, */*;q=0.1\r\n`, '{"answers":{}}')).toMatchObject({
        status: 200,
      });
    },
  );

  it('answer a body that is too large and comes without a length', async () => {
    const chunk = 'x'.repeat(0x8000);
    const chunks = `8000\r\n${chunk}\r\n`.repeat(9);
    const request = `POST ${evaluate} HTTP/1.1\r\n${LINE}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`;
    expectProblem(await raw(request), { status: 413, code: 'body-too-large' });
  });

  it.each<[string, string, number, string]>([
    [
      'headers that are too large',
      `GET /v1/models HTTP/1.1\r\n${LINE}X: ${'x'.repeat(17_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    ['what is not HTTP', 'hello\r\n\r\n', 400, 'malformed-request'],
    ['a method nobody knows', `FOO / HTTP/1.1\r\n${LINE}\r\n`, 400, 'malformed-request'],
    [
      'two lengths',
      `POST ${evaluate} HTTP/1.1\r\n${LINE}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`,
      400,
      'malformed-request',
    ],
    [
      'a length beside chunks',
      `POST ${evaluate} HTTP/1.1\r\n${LINE}Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}`,
      400,
      'malformed-request',
    ],
    ['no host', 'GET /v1/models HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'malformed-request'],
    ['a tunnel', `CONNECT /v1/models HTTP/1.1\r\n${LINE}\r\n`, 400, 'malformed-request'],
    ['a header with a NUL', `GET /v1/models HTTP/1.1\r\n${LINE}X: \u0000\r\n\r\n`, 400, 'malformed-request'],
  ])('answer %s, which no handler ever sees', async (_name, request, status, code) => {
    expectProblem(await raw(request), { status, code });
  });

  it.each(['application/json; charset=utf-8', 'application/json;charset=UTF-8, */*;q=0.1', 'application/*', '*/*'])(
    'do not arise from Accept: %s',
    async (accept) => {
      expect(await raw(`GET /v1/models HTTP/1.1\r\n${LINE}Accept: ${accept}\r\n\r\n`)).toMatchObject({ status: 200 });
    },
  );

  it('do without an expectation that nobody knows', async () => {
    expect(await raw(`GET /v1/models HTTP/1.1\r\n${LINE}Expect: miracles\r\n\r\n`)).toMatchObject({ status: 200 });
  });

  it('leave the service as well as it was', async () => {
    expect(await service.call('getReadiness')).toMatchObject({ status: 200 });
    expect(service.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  describe('and other replies', () => {
    it('carry the name that the caller gave the request, if it is a proper one', async () => {
      const named = await supertest(service.url).get('/healthz').set('X-Request-Id', 'my.request-0001');
      expect(named.headers['x-request-id']).toBe('my.request-0001');
      for (const name of ['short', 'with spaces in it', 'x'.repeat(129), '"quoted-name"']) {
        const { headers } = await supertest(service.url).get('/nowhere').set('X-Request-Id', name);
        expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      }
    });

    it('say nothing of the software and let nothing run or be framed', async () => {
      const { headers } = await supertest(service.url).get('/v1/models');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
        'x-content-type-options': 'nosniff',
      });
    });

    it('to HEAD are those to GET without the body', async () => {
      for (const path of ['/v1/models', '/v1/models/delivery-approach', '/openapi.yaml', '/nowhere']) {
        const [get, head] = await Promise.all([supertest(service.url).get(path), supertest(service.url).head(path)]);
        const { date: _get, 'x-request-id': _one, 'content-length': length, ...headers } = get.headers;
        expect(head.status).toBe(get.status);
        expect(head.headers).toMatchObject(headers);
        if (get.status === 200) expect(head.headers['content-length']).toBe(length);
        expect(head.text ?? '').toBe('');
      }
    });
  });

  it('and everything else leave one line each in the log, without answers', async () => {
    const before = service.logged.length;
    const answers = { 'drift-pain': 5, 'truth-record': { notApplicable: 'told-in-confidence' } };
    const query = 'explain=none';
    const { headers } = await service.call('evaluateAnswers', {
      params: { model: 'delivery-approach' },
      query,
      body: { answers },
    });
    await service.call('getHealth');
    const lines = service.logged.slice(before);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      msg: 'request',
      requestId: headers['x-request-id'],
      method: 'POST',
      path: evaluate,
      operation: 'evaluateAnswers',
      status: 200,
      durationMs: expect.any(Number),
      time: expect.stringMatching(/Z$/),
    });
    expect(JSON.stringify(lines)).not.toMatch(/told-in-confidence|drift-pain/);
  });
});
