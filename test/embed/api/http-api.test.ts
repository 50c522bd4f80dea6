import { describe, expect, it } from '@jest/globals';
import { ApiFailure, type FailureFacts } from '../../../src/embed/api/api-failure.ts';
import { createHttpApi } from '../../../src/embed/api/http-api.ts';
import type { Connection } from '../../../src/embed/api/requests.ts';
import { uuidV7 } from '../../../src/embed/api/uuid-v7.ts';

interface Seen {
  readonly address: string;
  readonly init: RequestInit;
  readonly headers: Readonly<Record<string, string>>;
}

/** The service behind a fetch that replies in turn, the last reply again and again. */
function reached(wish: Partial<Connection>, ...replies: readonly (Response | Error)[]) {
  const seen: Seen[] = [];
  const fetch: typeof globalThis.fetch = async (address, init = {}) => {
    const reply = replies[Math.min(seen.length, replies.length - 1)] ?? json({});
    seen.push({ address: String(address), init, headers: Object.fromEntries(new Headers(init.headers)) });
    if (reply instanceof Error) throw reply;
    return reply.clone();
  };
  return { api: createHttpApi({ base: 'https://advisor.example/', lang: 'de', fetch, ...wish }), seen };
}

function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json; charset=utf-8';
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type, ...headers } });
}

async function failureOf(request: Promise<unknown>): Promise<FailureFacts> {
  const error: unknown = await request.catch((reason: unknown) => reason);
  if (error instanceof ApiFailure) return error.facts;
  throw new Error('it did not fail as requests do');
}

describe('requests', () => {
  it('go to where the service is, whatever way that is written', async () => {
    for (const [base, start] of [
      ['', ''],
      ['/', ''],
      ['/advisor', '/advisor'],
      ['proxy/advisor/', 'proxy/advisor'],
      ['https://a.example', 'https://a.example'],
      ['https://a.example/x//', 'https://a.example/x'],
    ]) {
      const { api, seen } = reached({ base: base ?? '' });
      await api.questionnaire({ model: 'a b', version: '1.0.0+x' });
      expect(seen[0]?.address).toBe(`${start}/v1/models/a%20b/questionnaire?depth=full&version=1.0.0%2Bx`);
    }
  });

  it('carry no cookies, no token that nobody gave, and only headers that proxies let through', async () => {
    const { api, seen } = reached({});
    await api.changeAssessment('1', { revision: 3, answers: { x: null } });
    expect(seen[0]?.init).toMatchObject({ method: 'PATCH', credentials: 'omit', body: '{"revision":3,"answers":{"x":null}}' });
    expect(seen[0]?.headers).toEqual({ 'accept-language': 'de', 'content-type': 'application/json' });
  });

  it('ask for a token each time, and once more when it has expired', async () => {
    let tokens = 0;
    const getToken = async () => `t${++tokens}`;
    const { api, seen } = reached({ getToken }, json({}, 401), json({ id: 'x' }));
    expect(await api.assessment('x')).toEqual({ id: 'x' });
    expect(seen.map(({ headers }) => headers['authorization'])).toEqual(['Bearer t1', 'Bearer t2']);
    const refused = reached({ getToken }, json({}, 401));
    expect(await failureOf(refused.api.assessment('x'))).toMatchObject({ kind: 'expired', status: 401 });
    expect(refused.seen).toHaveLength(2);
  });

  it('of a form that an embed key lets in go on with the token of the assessment, and wait for it to evaluate', async () => {
    const assessment = { id: 'a', token: 'dadv_at_1' };
    const { api, seen } = reached({ getToken: async () => 'dadv_pub_1' }, json(assessment, 201), json({ id: 'a' }));
    const model = { model: 'm' };
    const created = api.createAssessment({ id: 'a', subject: { ref: 's' }, ...model, answers: {}, weights: {} });
    await Promise.all([created, api.evaluate(model, { answers: {}, weights: {} }, 'summary')]);
    expect(seen.map(({ headers }) => headers['authorization'])).toEqual(['Bearer dadv_pub_1', 'Bearer dadv_at_1']);
    expect(await api.changeAssessment('a', { revision: 1 })).toEqual({ id: 'a', token: 'dadv_at_1' });
  });

  it('keep the token that a link brought, so that the next link has it too', async () => {
    const { api } = reached({ getToken: async () => 'dadv_at_2' }, json({ id: 'a' }));
    expect(await api.assessment('a')).toEqual({ id: 'a', token: 'dadv_at_2' });
  });

  it('fail as expired where the page can give no token', async () => {
    const { api, seen } = reached({ getToken: () => Promise.reject(new Error('signed out')) });
    expect(await failureOf(api.assessment('x'))).toEqual({ kind: 'expired' });
    expect(seen).toEqual([]);
  });

  it('name the formats of a record', async () => {
    const { api, seen } = reached({}, new Response('# Record'));
    expect(await (await api.written('r', 'markdown')).text()).toBe('# Record');
    expect(seen[0]?.address).toBe('https://advisor.example/v1/recommendations/r?format=markdown');
  });
});

describe('failures', () => {
  it('tell what the service said', async () => {
    const problem = { detail: 'Start again from 4.', requestId: 'r1', status: 412 };
    const { api } = reached({}, json({ ...problem, code: 'revision-stale' }, 412));
    expect(await failureOf(api.assessment('x'))).toEqual({ kind: 'invalid', ...problem });
  });

  it('name what is wrong, part by part, in the place of how much that is', async () => {
    const errors = [
      { pointer: '/answers/far', message: 'Send true or false.' },
      { pointer: '/weights/cost', message: 'Send a number from 0.' },
    ];
    const { api } = reached({}, json({ detail: '2 places do not fit.', errors }, 422));
    const detail = 'far: Send true or false. /weights/cost: Send a number from 0.';
    expect(await failureOf(api.assessment('x'))).toEqual({ kind: 'invalid', status: 422, detail, errors });
  });

  it('say by their kind what can be done', async () => {
    const kinds: Record<number, string> = {
      400: 'invalid',
      403: 'forbidden',
      404: 'not-found',
      410: 'not-found',
      422: 'invalid',
      429: 'busy',
      500: 'server',
      502: 'server',
      503: 'busy',
    };
    for (const [status, kind] of Object.entries(kinds)) {
      const { api } = reached({}, json({}, Number(status)));
      expect(await failureOf(api.assessment('x'))).toEqual({ kind, status: Number(status) });
    }
  });

  it('keep the time that the service asks for, in seconds or as a date, and where a proxy drops the header', async () => {
    const soon = reached({}, json({}, 503, { 'Retry-After': '7' }));
    expect(await failureOf(soon.api.assessment('x'))).toMatchObject({ retryAfter: 7 });
    const dated = reached({}, json({}, 503, { 'Retry-After': new Date(Date.now() + 90_000).toUTCString() }));
    const { retryAfter = 0 } = await failureOf(dated.api.assessment('x'));
    expect(Math.abs(retryAfter - 90)).toBeLessThan(5);
    const dropped = new Response('{"retryAfter":9}', { status: 503, headers: { 'Content-Type': 'application/problem+json' } });
    expect((await failureOf(reached({}, dropped).api.assessment('x'))).retryAfter).toBe(9);
    const odd = reached({}, json({}, 503, { 'Retry-After': 'soon' }));
    expect((await failureOf(odd.api.assessment('x'))).retryAfter).toBeUndefined();
  });

  it('stay calm about the pages of proxies', async () => {
    const page = (status: number) => new Response('<html>Sign in</html>', { status, headers: { 'Content-Type': 'text/html' } });
    expect(await failureOf(reached({}, page(502)).api.assessment('x'))).toEqual({ kind: 'server', status: 502 });
    expect(await failureOf(reached({}, page(200)).api.assessment('x'))).toEqual({ kind: 'server', status: 200 });
    const broken = new Response('{', { status: 422, headers: { 'Content-Type': 'application/problem+json' } });
    expect(await failureOf(reached({}, broken).api.assessment('x'))).toEqual({ kind: 'invalid', status: 422 });
  });

  it('call the network away where no reply came, or none in time', async () => {
    expect(await failureOf(reached({}, new TypeError('Failed to fetch')).api.assessment('x'))).toEqual({ kind: 'offline' });
    const silent: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    expect(await failureOf(reached({ fetch: silent, timeout: 1 }).api.assessment('x'))).toEqual({ kind: 'offline' });
  });
});

describe('a UUID of version 7', () => {
  it('has its form, sorts by time and does not come twice', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => uuidV7(1_700_000_000_000 + index));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(Array.from({ length: 1000 }, () => uuidV7(0))).size).toBe(1000);
    expect(Number.parseInt(uuidV7(1_700_000_000_000).replace('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
  });
});
