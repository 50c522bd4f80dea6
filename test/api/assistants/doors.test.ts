import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TOOLS, type ToolName } from '../../../src/contract/tools.ts';
import type { Permission } from '../../../src/services/identity/caller.ts';
import { ALL, EMBED, type GuardedService, PORTAL, startGuardedService } from '../guarded-service.ts';
import { type ServiceUnderTest, startService } from '../service-under-test.ts';
import { connect } from './assistant.ts';

const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

/** Posts a body as it is, and reads what comes as JSON. */
async function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

describe('the door for assistants, where callers show keys,', () => {
  let service: GuardedService;
  beforeAll(async () => {
    service = await startGuardedService();
  });
  afterAll(() => service.discard());

  /** A key with some permissions. */
  async function keyWith(permissions: readonly Permission[], workspace = 'default'): Promise<string> {
    const { secret } = await service.issue({ ...ALL, name: permissions.join(' '), permissions }, { workspace });
    return secret;
  }

  it.each([
    ['nobody', {}],
    ['somebody unknown', { Authorization: 'Bearer dadv_sk_0000000000_00000000000000000000000000000000000000' }],
    ['somebody who shows something else', { Authorization: 'Basic YTpi' }],
  ])('is closed to %s, with a challenge', async (_, headers) => {
    const { status, headers: received, body } = await post(service.url, LIST, headers as Record<string, string>);
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthenticated' });
    expect(received.get('WWW-Authenticate')).toMatch(/^Bearer/);
    expect(received.get('Content-Type')).toBe('application/problem+json');
  });

  it('tells those who bring nothing before it reads what they send', async () => {
    expect((await post(service.url, '{')).status).toBe(401);
  });

  it.each<[Permission[], ToolName[]]>([
    [['models:read'], ['list_models', 'list_questions']],
    [['evaluations:run'], ['next_question', 'evaluate', 'explain']],
    [
      ['assessments:read'],
      ['read_assessment', 'find_recommendations', 'read_recommendation', 'read_decision_record', 'verify_recommendation'],
    ],
    [['assessments:write'], ['create_assessment', 'change_assessment', 'record_recommendation']],
    [['audit:read', 'keys:manage'], []],
  ])('shows whoever has %j the tools for it, and refuses the others', async (permissions, allowed) => {
    const assistant = await connect(service.url, 'stateless', await keyWith(permissions));
    expect((await assistant.tools()).toSorted()).toEqual(allowed.toSorted());
    for (const name of Object.keys(TOOLS) as ToolName[]) {
      const { isError, rest } = await assistant.use(name, {});
      const code = isError ? JSON.parse(rest[0] ?? '').code : 'none';
      expect({ name, refused: code === 'permission-missing' }).toEqual({ name, refused: !allowed.includes(name) });
    }
    await assistant.leave();
  });

  it('keeps workspaces apart, and notes who did what', async () => {
    const key = await keyWith(ALL.permissions);
    const [one, other] = [
      await connect(service.url, 'stateless', key),
      await connect(service.url, 'handshake', await keyWith(ALL.permissions, 'elsewhere')),
    ];
    const { data } = await one.use('create_assessment', { subject: { ref: 'ours' } });
    await one.use('record_recommendation', { assessmentId: data.id });
    expect((await other.use('read_assessment', { id: data.id })).text).toContain('(assessment-not-found)');
    expect((await other.use('find_recommendations')).data).toEqual({ items: [] });
    const { body } = await service.as(key).call('listAuditEntries', { query: `assessment=${data.id}` });
    const keyId = key.split('_')[2];
    expect(body.items.map(({ action, actor }: { action: string; actor: { id: string } }) => [action, actor.id])).toEqual([
      ['record', keyId],
      ['create', keyId],
    ]);
    await Promise.all([one.leave(), other.leave()]);
  });

  it('is not for pages that embed the form', async () => {
    const { secret } = await service.issue(EMBED);
    const headers = { Authorization: `Bearer ${secret}`, Origin: PORTAL };
    expect((await post(service.url, LIST, headers)).body).toMatchObject({ code: 'origin-refused' });
    const call = { ...LIST, method: 'tools/call', params: { name: 'list_questions', arguments: {} } };
    const { body } = await post(service.url, call, { Authorization: `Bearer ${secret}`, Origin: 'http://localhost:1' });
    expect(JSON.stringify(body)).not.toContain('kubernetes');
  });

  it('logs the tool and who used it, and nothing of what it was given', async () => {
    const key = await keyWith(['evaluations:run']);
    const assistant = await connect(service.url, 'stateless', key);
    await assistant.use('evaluate', { answers: { 'drift-pain': { notApplicable: 'a very private reason' } } });
    await assistant.use('evaluate', { answers: { 'a-very-private-question': 1 } });
    await assistant.leave();
    const keyId = key.split('_')[2];
    const lines = service.logged.filter((line) => line['tool'] === 'evaluate' && line['keyId'] === keyId);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      method: 'POST',
      path: '/mcp',
      operation: 'useTools',
      caller: 'key',
    });
    expect(JSON.stringify(service.logged)).not.toContain('very');
  });
});

describe('the door for assistants, as to limits,', () => {
  it('counts every message of a caller, and says when to come back', async () => {
    const service = await startGuardedService({ rateLimits: { failures: 100, requests: 3 } });
    const { secret } = await service.issue(ALL);
    const headers = { Authorization: `Bearer ${secret}` };
    const statuses: number[] = [];
    for (let count = 0; count < 5; count++) statuses.push((await post(service.url, LIST, headers)).status);
    const { headers: received, body } = await post(service.url, LIST, headers);
    await service.discard();
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(body.code).toBe('rate-limited');
    expect(Number(received.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('the door for assistants, where everybody on this machine may come in,', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService({ embedOrigins: [PORTAL], publicUrl: 'https://advisor.example.org/advisor' });
  });
  afterAll(() => service.discard());
  const others: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(others.splice(0).map((stop) => stop()));
  });

  it.each(['GET', 'DELETE', 'PUT', 'PATCH'])('has no %s: there are no sessions and no streams', async (method) => {
    const response = await fetch(`${service.url}/mcp`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('POST, OPTIONS');
    expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
  });

  it.each([
    ['http://evil.example', 403],
    ['null', 403],
    ['https://localhost.evil.example', 403],
    ['http://localhost:8080', 200],
    ['http://127.0.0.1:6274', 200],
    [PORTAL, 200],
    ['https://advisor.example.org', 200],
  ])('answers pages of %s with %d', async (origin, status) => {
    expect((await post(service.url, LIST, { Origin: origin })).status).toBe(status);
  });

  it('answers under the names of this machine only', async () => {
    const { status, body } = await post(service.url, LIST, {});
    expect({ status, tools: body.result.tools.length }).toEqual({ status: 200, tools: Object.keys(TOOLS).length });
    const { request } = await import('node:http');
    const seen = await new Promise<number>((resolve) => {
      const options = { method: 'POST', headers: { Host: 'evil.example', 'Content-Type': 'application/json' } };
      request(`${service.url}/mcp`, options, (response) => resolve(response.resume().statusCode ?? 0)).end(JSON.stringify(LIST));
    });
    expect(seen).toBe(421);
  });

  it.each<[string, unknown, Record<string, string>, number, string]>([
    ['what is no JSON', '{', {}, 400, 'malformed-json'],
    ['a key that is there twice', '{"jsonrpc":"2.0","id":1,"method":"ping","method":"ping"}', {}, 400, 'malformed-json'],
    ['a prototype', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"__proto__":{}}}', {}, 400, 'malformed-json'],
    ['too deep a nest', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, {}, 400, 'malformed-json'],
    ['too much', JSON.stringify({ ...LIST, params: { a: 'x'.repeat(300_000) } }), {}, 413, 'body-too-large'],
    ['another media type', LIST, { 'Content-Type': 'text/plain' }, 415, 'unsupported-media-type'],
    ['a wish for streams alone', LIST, { Accept: 'text/event-stream' }, 406, 'not-acceptable'],
    ['a batch', [LIST, LIST], {}, 422, 'invalid-request'],
  ])('refuses %s as everywhere', async (_, body, headers, status, code) => {
    expect(await post(service.url, body, headers)).toMatchObject({ status, body: { code, status } });
  });

  it.each([
    [{ ...LIST, method: 'resources/list' }, 200, -32601],
    [{ ...LIST, method: 'tools/call', params: { name: 'nothing' } }, 200, -32602],
    [{ ...LIST, method: 'tools/call' }, 200, -32602],
    [{ jsonrpc: '1.0', id: 1, method: 'ping' }, 400, -32600],
    [null, 400, -32600],
    ['"text"', 400, -32600],
  ])('answers %j with %d and the error %d of the protocol', async (body, status, code) => {
    expect(await post(service.url, body)).toMatchObject({ status, body: { jsonrpc: '2.0', error: { code } } });
  });

  it('opens no stream of changes: nothing here ever changes', async () => {
    const meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    const message = { jsonrpc: '2.0', id: 7, method: 'subscriptions/listen', params: { _meta: meta, notifications: {} } };
    const protocol = { 'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': 'subscriptions/listen' };
    const { status, headers, body } = await post(service.url, message, protocol);
    expect({ status, type: headers.get('Content-Type') }).toEqual({ status: 200, type: 'application/json' });
    expect(body).toMatchObject({ id: 7, error: { code: expect.any(Number) } });
  });

  it('takes notifications, and has nothing to say to them', async () => {
    expect(await post(service.url, { jsonrpc: '2.0', method: 'notifications/initialized' })).toMatchObject({
      status: 202,
      body: undefined,
    });
  });
});
