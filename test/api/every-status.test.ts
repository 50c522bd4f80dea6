import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Handlers } from '../../src/contract/exchange.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { OPERATIONS, type OperationId, refusalsOf } from '../../src/contract/operations.ts';
import { PROBLEM_KINDS } from '../../src/contract/problem-kinds.ts';
import { createApp } from '../../src/http/app.ts';
import { createAdmission } from '../../src/http/authentication.ts';
import { createRateLimits } from '../../src/http/limits/rate-limits.ts';
import { listen, type RunningServer } from '../../src/http/server.ts';
import { createLog } from '../../src/log.ts';
import { UNMETERED } from '../../src/metrics/meter.ts';
import { OPEN } from '../../src/services/identity/authenticator.ts';
import { Refusal } from '../../src/services/refusal.ts';
import { type Call, type Client, createClient } from './client.ts';
import { ContractChecker } from './contract-checker.ts';
import { goodCalls } from './good-calls.ts';
import { ALL, type GuardedService, startGuardedService } from './guarded-service.ts';

const ids = Object.keys(OPERATIONS) as OperationId[];

const documented = ids.flatMap((id) => {
  const { replies }: Operation = OPERATIONS[id];
  const refused = refusalsOf(OPERATIONS[id]).map((code) => PROBLEM_KINDS[code].status);
  return [...new Set([...Object.keys(replies).map(Number), ...refused])].map((status) => [id, status] as const);
});

const ASSESSMENT = '01900000-0000-7000-8000-aaaaaaaaaaaa';
const RECOMMENDATION = '01900000-0000-7000-8000-bbbbbbbbbbbb';
const WEBHOOK = '01900000-0000-7000-8000-dddddddddddd';
const DISABLED = '01900000-0000-7000-8000-eeeeeeeeeeee';
const NOWHERE = '01900000-0000-7000-8000-cccccccccccc';

/** What turns a good request into one that is answered with a status, whatever the operation. */
const SPOILT: Readonly<Record<number, (call: Call) => Call>> = {
  400: (call) => ({ ...call, query: '%' }),
  404: (call) => ({ ...call, params: { model: 'nobody', version: '1.0.0', id: NOWHERE, delivery: NOWHERE } }),
  406: (call) => ({ ...call, headers: { Accept: 'image/png' } }),
  413: (call) => ({ ...call, body: `{"answers":"${'x'.repeat(262_144)}"}` }),
  414: (call) => ({ ...call, query: 'x'.repeat(8_192) }),
  415: (call) => ({ ...call, headers: { 'Content-Type': 'text/plain' } }),
  421: (call) => ({ ...call, headers: { Host: 'attacker.example.org' } }),
  422: (call) => ({ ...call, query: 'nonsense=1' }),
  431: (call) => ({ ...call, headers: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`x-${index}`, '1'])) }),
};

/** Statuses that only some operations have, with the request that gets them. */
const SPECIAL: Readonly<Record<string, Call>> = {
  'createAssessment 404': { body: { subject: { ref: 'a' }, model: 'nobody' } },
  'createAssessment 409': { body: { id: ASSESSMENT, subject: { ref: 'other' } } },
  'changeAssessment 412': { params: { id: ASSESSMENT }, body: { revision: 9 } },
  'changeAssessment 428': { params: { id: ASSESSMENT }, body: {} },
  'deleteAssessment 412': { params: { id: ASSESSMENT }, query: 'revision=9' },
  'deleteAssessment 428': { params: { id: ASSESSMENT } },
  'recordRecommendation 409': { params: { id: ASSESSMENT }, body: { id: RECOMMENDATION, revision: 1 } },
  'recordRecommendation 412': { params: { id: ASSESSMENT }, body: { revision: 9 } },
  'createWebhook 409': { body: { id: WEBHOOK, url: 'https://elsewhere.invalid/', events: ['recommendation.recorded'] } },
  'changeWebhook 412': { params: { id: WEBHOOK }, body: { revision: 99 } },
  'changeWebhook 428': { params: { id: WEBHOOK }, body: {} },
  'deleteWebhook 412': { params: { id: WEBHOOK }, query: 'revision=99' },
  'deleteWebhook 428': { params: { id: WEBHOOK } },
  'testWebhook 409': { params: { id: DISABLED } },
  'replayWebhookDelivery 409': { params: { id: DISABLED, delivery: NOWHERE } },
  'createApiKey 404': { body: { name: 'form', kind: 'embed', model: 'nobody', origins: ['https://portal.example.org'] } },
};

describe('every documented status', () => {
  const checker = new ContractChecker();
  let service: GuardedService;
  let client: Client;
  let good: ReturnType<typeof goodCalls>;
  const failing = new Map<number, { readonly server: RunningServer; readonly client: Client }>();

  beforeAll(async () => {
    service = await startGuardedService();
    client = service.as((await service.issue(ALL)).secret, checker);
    const { key } = await service.issue(ALL);
    for (const [id, enabled] of [
      [WEBHOOK, true],
      [DISABLED, false],
    ] as const) {
      await client.call('createWebhook', {
        body: { id, enabled, url: 'https://receiver.invalid/', events: ['assessment.updated'] },
      });
    }
    const test = await client.call('testWebhook', { params: { id: WEBHOOK } });
    const told = { webhook: WEBHOOK, delivery: test.body.id };
    good = goodCalls({ assessment: ASSESSMENT, recommendation: RECOMMENDATION, key: key.id, ...told });
    await client.call('createAssessment', { body: { id: ASSESSMENT, subject: { ref: 'a' } } });
    await client.call('recordRecommendation', { params: { id: ASSESSMENT }, body: { id: RECOMMENDATION } });
    for (const [status, error] of [
      [401, new Refusal('unauthenticated', { challenge: 'Bearer' })],
      [403, new Refusal('permission-missing')],
      [409, new Refusal('key-pepper-missing')],
      [421, new Error('whatever')],
      [429, new Refusal('rate-limited')],
      [500, new Error('secret')],
      [503, new Refusal('store-unavailable')],
    ] as const) {
      const server = await listen(failingApp(error), { host: '127.0.0.1', port: 0 });
      failing.set(status, { server, client: createClient(server.url, checker) });
    }
  });
  afterAll(async () => {
    await Promise.all([...failing.values()].map(({ server }) => server.stop(0)));
    await service.discard();
  });

  /** Deleting goes last, as everything else needs what it deletes. */
  const inOrder = documented.toSorted(([, one], [, other]) => Number(one === 204) - Number(other === 204));

  it.each(inOrder)('%s %i', async (id, status) => {
    const { status: received } = await reach(id, status);
    expect(received).toBe(status);
  });

  it('has been seen', () => {
    expect(documented.map(([id, status]) => `${id} ${status}`).filter((pair) => !checker.seen.has(pair))).toEqual([]);
  });

  it('tells nothing about the inside of a failure', async () => {
    const { text } = (await failing.get(500)?.client.call('listModels')) ?? { text: 'secret' };
    expect(text).not.toContain('secret');
  });

  async function reach(id: OperationId, status: number) {
    const call = good[id];
    const special = SPECIAL[`${id} ${status}`];
    if (special !== undefined) return client.call(id, special);
    if (failing.has(status)) return failing.get(status)?.client.call(id, SPOILT[status]?.(call) ?? call) ?? { status: 0 };
    if (status === 304) return client.call(id, { ...call, headers: { 'If-None-Match': '*' } });
    return client.call(id, SPOILT[status]?.(call) ?? call);
  }
});

/** An application that lets nobody in, or whose every handler fails. */
function failingApp(error: Error) {
  const fail = () => Promise.reject(error);
  const thrower = () => {
    throw error;
  };
  const handlers = Object.fromEntries(ids.map((id) => [id, fail])) as unknown as Handlers;
  const strangers = error instanceof Refusal && PROBLEM_KINDS[error.code].status < 500;
  const admission = strangers
    ? fail
    : createAdmission({ authenticator: OPEN, limits: createRateLimits({ failures: { take: fail } }), publicUrl: '' });
  const nothing = {
    formFiles: new Map(),
    origins: [],
    ownHosts: [],
    trustedProxies: 0,
    inspections: {},
    batches: { evaluateAnswers: () => thrower },
    assistants: { conversation: thrower, origins: [] },
  };
  return createApp({ log: createLog('silent'), meter: UNMETERED, ...nothing, handlers, admission });
}
