import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALL, type GuardedService, startGuardedService } from '../api/guarded-service.ts';
import { type Portal, startPortal, USER_TOKEN } from './backstage-proxy.ts';

const ID = '01900000-0000-7000-8000-aaaaaaaaaaaa';
const RECORD = '01900000-0000-7000-8000-bbbbbbbbbbbb';
const MODEL = '/v1/models/delivery-approach';
const PAYMENTS = 'component:default/payments';

/** A reply as it comes out of the proxy. */
interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies whose shape others prove
  readonly body: any;
}

describe('through a proxy that drops headers and whatever is no JSON', () => {
  let service: GuardedService;
  let portal: Portal;
  beforeAll(async () => {
    service = await startGuardedService();
    const { secret } = await service.issue({
      ...ALL,
      permissions: ['models:read', 'evaluations:run', 'assessments:read', 'assessments:write'],
    });
    portal = await startPortal(service.url, { DELIVERY_ADVISOR_KEY: secret });
  });
  afterAll(async () => {
    await portal.close();
    await service.discard();
  });

  async function ask(method: string, path: string, body?: unknown, headers = {}): Promise<Reply> {
    const signedIn = { Authorization: `Bearer ${USER_TOKEN}`, ...headers };
    const reply = await fetch(portal.proxied + path, {
      method,
      headers: { ...signedIn, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const isJson = /json$/.test(reply.headers.get('content-type') ?? '');
    return { status: reply.status, headers: reply.headers, text, body: isJson ? JSON.parse(text) : undefined };
  }

  it('nothing arrives that needs a header: not what is sent, not what is replied', async () => {
    const body = { subject: { ref: 'component:default/dropped' } };
    const [first, second] = [
      await ask('POST', '/v1/assessments', body, { 'Idempotency-Key': 'dropped-1' }),
      await ask('POST', '/v1/assessments', body, { 'Idempotency-Key': 'dropped-1' }),
    ];
    expect(first.body.id).not.toBe(second.body.id);
    for (const name of ['etag', 'location', 'x-request-id', 'ratelimit']) expect(first.headers.has(name)).toBe(false);
    const path = `/v1/assessments/${first.body.id}`;
    expect(await ask('PATCH', path, {}, { 'If-Match': '"1"' })).toMatchObject({
      status: 428,
      body: { code: 'revision-required' },
    });
  });

  it('a visitor is advised: questionnaire, next question, evaluation, comparison', async () => {
    const { body: questionnaire } = await ask('GET', `${MODEL}/questionnaire?depth=core`);
    expect(questionnaire.questions.length).toBeGreaterThan(5);
    const answers = { targets: ['kubernetes'], 'drift-pain': 5 };
    const next = await ask('POST', `${MODEL}/next`, { answers });
    expect(next.body.questions).toHaveLength(1);
    const evaluation = await ask('POST', `${MODEL}/evaluate?explain=summary`, { answers });
    expect(evaluation).toMatchObject({ status: 200, body: { outcome: { recommended: 'gitops' } } });
    const compared = await ask('POST', `${MODEL}/compare`, {
      base: { answers },
      scenarios: [{ name: 'calm', answers: { 'drift-pain': 1 } }],
    });
    expect(compared.body.scenarios).toMatchObject([{ name: 'calm' }]);
  });

  it('a team decides: creates once, changes without losing what others said, records once, keeps the record, verifies it', async () => {
    const creation = { id: ID, subject: { ref: PAYMENTS, name: 'Payments' }, answers: { targets: ['kubernetes'] } };
    expect(await ask('POST', '/v1/assessments', creation)).toMatchObject({ status: 201, body: { id: ID, revision: 1 } });
    expect(await ask('POST', '/v1/assessments', creation)).toMatchObject({ status: 201, body: { id: ID, revision: 1 } });
    expect(await ask('POST', '/v1/assessments', { ...creation, answers: {} })).toMatchObject({
      status: 409,
      body: { code: 'id-taken' },
    });

    const path = `/v1/assessments/${ID}`;
    expect((await ask('PATCH', path, { revision: 1, answers: { 'drift-pain': 5 } })).body.revision).toBe(2);
    const stale = await ask('PATCH', path, { revision: 1, answers: { 'runtime-count': 30 } });
    expect(stale).toMatchObject({ status: 412, body: { code: 'revision-stale', currentRevision: 2 } });
    const retried = await ask('PATCH', path, { revision: stale.body.currentRevision, answers: { 'runtime-count': 30 } });
    expect(retried.body).toMatchObject({
      revision: 3,
      answers: { targets: ['kubernetes'], 'drift-pain': 5, 'runtime-count': 30 },
    });
    expect((await ask('POST', `${path}/next`, {})).body.questions).toHaveLength(1);

    const recorded = await ask('POST', `${path}/recommendations`, { id: RECORD, revision: 3 });
    expect(recorded).toMatchObject({ status: 201, body: { id: RECORD, assessmentId: ID } });
    expect((await ask('POST', `${path}/recommendations`, { id: RECORD, revision: 3 })).text).toBe(recorded.text);

    const { body: latest } = await ask('GET', `/v1/recommendations?subject=${PAYMENTS}&limit=1`);
    expect(latest.items.map(({ id }: { readonly id: string }) => id)).toEqual([RECORD]);
    expect((await ask('GET', `/v1/recommendations/${RECORD}?format=markdown`)).text).toMatch(/^---\n/);
    expect((await ask('GET', `/v1/recommendations/${RECORD}?format=html`)).text).toMatch(/^<!doctype html>/);
    expect((await ask('GET', `/v1/badge.svg?subject=${PAYMENTS}`)).text).toContain('GitOps');
    expect((await ask('POST', `/v1/recommendations/${RECORD}/verify`)).body).toEqual({ reproducible: true, differences: [] });
  });

  it('lists go on by what stands in them', async () => {
    const seen: string[] = [];
    for (let query: string | undefined = 'limit=1'; query !== undefined; ) {
      const { body }: Reply = await ask('GET', `/v1/assessments?${query}`);
      seen.push(...body.items.map(({ id }: { readonly id: string }) => id));
      query = body.next && `limit=1&cursor=${encodeURIComponent(body.next)}`;
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(ID);
  });

  it('the methods that the guide leaves out stay outside, and so do those who are not signed in', async () => {
    expect((await ask('DELETE', `/v1/assessments/${ID}?revision=3`)).status).toBe(404);
    expect((await ask('GET', '/v1/models', undefined, { Authorization: 'Bearer nobody' })).status).toBe(401);
    expect((await ask('GET', '/v1/api-keys')).status).toBe(403);
  });
});
