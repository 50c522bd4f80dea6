import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { ALL, startGuardedService } from './guarded-service.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

/** Nothing that the service says by itself. */
const MARKER = 'zq7x-planted';

describe('the request log', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.discard());

  /** What was logged about the request with this id. */
  const lines = (requestId: string) => service.logged.filter((line) => line['requestId'] === requestId);

  it('has one line for each request, with all that names it and how it went', async () => {
    const headers = { 'X-Request-Id': 'request-1', traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };
    const { text } = await service.call('listModels', { headers });
    expect(lines('request-1')).toEqual([
      {
        level: 30,
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        msg: 'request',
        requestId: 'request-1',
        traceId: TRACE,
        method: 'GET',
        path: '/v1/models',
        operation: 'listModels',
        caller: 'anyone',
        status: 200,
        bytes: text.length,
        durationMs: expect.any(Number),
      },
    ]);
  });

  it('knows no caller where anybody may ask, and no trace that is not one', async () => {
    await service.call('getHealth', { headers: { 'X-Request-Id': 'request-2', traceparent: 'nonsense' } });
    expect(lines('request-2')).toMatchObject([{ operation: 'getHealth', status: 200 }]);
    expect(lines('request-2')[0]).not.toHaveProperty('caller');
    expect(lines('request-2')[0]).not.toHaveProperty('traceId');
  });

  it('names the key of a caller, and tells no secret of it', async () => {
    const guarded = await startGuardedService();
    const { key, secret } = await guarded.issue(ALL);
    const caller = guarded.as(secret);
    const body = { name: 'portal', kind: 'secret', permissions: ['models:read'] };
    const { body: issued } = await caller.call('createApiKey', { body, headers: { 'X-Request-Id': 'request-3' } });
    const line = guarded.logged.find(({ requestId }) => requestId === 'request-3');
    expect(line).toMatchObject({ operation: 'createApiKey', caller: 'key', keyId: key.id, status: 201 });
    const logged = JSON.stringify(guarded.logged);
    for (const text of [secret, issued.secret]) expect(logged).not.toContain(text.slice(20));
    await guarded.discard();
  });

  it('hides credentials that somebody took for an address or a name', async () => {
    const secret = `dadv_sk_${MARKER}`;
    const response = await fetch(`${service.url}/v1/${secret}.a_b/x`, { headers: { 'X-Request-Id': secret } });
    const requestId = response.headers.get('X-Request-Id') ?? '';
    expect(lines(requestId)).toMatchObject([{ path: '/v1/dadv_…/x', status: 404 }]);
    expect(JSON.stringify(service.logged)).not.toContain(MARKER);
  });

  it('never says what was asked, answered or shown as a credential', async () => {
    const { body: present } = await service.call('createAssessment', { body: { subject: { ref: 'present' } } });
    const address = fc.constantFrom(
      '/v1/assessments',
      `/v1/assessments/${present.id}`,
      `/v1/assessments/${present.id}/recommendations`,
      '/v1/models/delivery-approach/evaluate',
      '/v1/models/delivery-approach/next',
      '/v1/audit',
      '/nowhere',
    );
    const planted = fc.record({
      address,
      method: fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT'),
      query: fc.constantFrom('', `?text=${MARKER}`, `?${MARKER}=1`, `?cursor=${MARKER}`, `?%${MARKER}`),
      header: fc.constantFrom(
        'Authorization',
        'Cookie',
        'Idempotency-Key',
        'If-Match',
        'Accept',
        'Origin',
        'traceparent',
        'User-Agent',
      ),
      type: fc.constantFrom('application/json', 'text/plain', MARKER),
      body: fc.constantFrom(
        { subject: { ref: MARKER, name: MARKER, tags: [MARKER] } },
        { subject: { ref: 'r' }, answers: { 'drift-pain': { notApplicable: MARKER } } },
        { answers: { [MARKER]: MARKER }, weights: { [MARKER]: 1 }, revision: 1 },
        { [MARKER]: MARKER },
        `{"answers": ${MARKER}`,
        `"${MARKER}`,
      ),
    });
    await fc.assert(
      fc.asyncProperty(planted, async ({ address, method, query, header, type, body }) => {
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        const headers = { [header]: `Bearer ${MARKER}`, 'Content-Type': type };
        const response = await fetch(service.url + address + query, { method, headers, ...(method !== 'GET' && { body: text }) });
        await response.arrayBuffer();
        expect(response.status).toBeLessThan(500);
        expect(lines(response.headers.get('X-Request-Id') ?? '')).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
    expect(JSON.stringify(service.logged)).not.toContain(MARKER);
  });

  it('says what failed inside, without what it failed on', async () => {
    const other = await startService();
    const database = new Database(other.database);
    database.exec('ALTER TABLE assessment RENAME COLUMN weights TO burdens');
    database.close();
    const { status } = await other.call('createAssessment', { body: { subject: { ref: MARKER, name: MARKER } } });
    expect(status).toBe(500);
    const logged = JSON.stringify(other.logged);
    expect(logged).toContain('weights');
    expect(logged).not.toContain(MARKER);
    await other.discard();
  });
});
