import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Scope, Store } from '../../src/services/store.ts';
import { webhookTested } from '../../src/services/webhooks/event.ts';
import type { Webhook } from '../../src/services/webhooks/webhook.ts';
import { openStore } from '../../src/store/open-store.ts';
import { backends } from './backends.ts';
import { afterNoon, assessment, claim, model, noon, recommendation, scope as someone, webhook } from './samples.ts';

const WHOLE = { limit: 100 };

describe.each(backends)('webhooks on $provider', ({ freshUrl, run }) => {
  let url: string;
  let store: Store;
  let rung: number;
  /** A workspace of its own for each test. */
  let scope: Scope;
  beforeAll(async () => {
    url = await freshUrl();
    const ring = (count: number) => {
      rung += count;
    };
    store = await openStore(url, { bell: { ring } });
  });
  beforeEach(() => {
    rung = 0;
    scope = { ...someone, workspace: randomUUID() };
  });
  afterAll(() => store.close());

  async function kept(changes: Partial<Webhook> = {}, where: Scope = scope): Promise<Webhook> {
    const value = webhook(changes);
    await store.webhooks.create(where, value, claim(`id:${value.id}`));
    return value;
  }

  async function keptAssessment() {
    const value = assessment();
    await store.assessments.create(scope, value, claim(`id:${value.id}`));
    return value;
  }

  const told = async ({ id }: Webhook) => (await store.webhooks.listDeliveries(scope, id, {}, WHOLE)).items;

  test('come back as they were created, and only in their workspace', async () => {
    const value = await kept({ description: 'chat', enabled: false, disabledBecause: 'failing' });
    const plain = await kept({ createdAt: afterNoon(1) });
    expect(await store.webhooks.find(scope, value.id)).toEqual(value);
    expect(await store.webhooks.list(scope, WHOLE)).toEqual({ items: [plain, value] });
    expect(await store.webhooks.list(scope, { limit: 1 })).toEqual({
      items: [plain],
      next: { createdAt: plain.createdAt, id: plain.id },
    });
    expect(await store.webhooks.find(someone, value.id)).toBeUndefined();
    expect((await store.webhooks.list(someone, WHOLE)).items).toEqual([]);
  });

  test('are created once, however often and at the same time that is asked', async () => {
    const value = webhook();
    const asked = Array.from({ length: 10 }, () =>
      store.webhooks.create(scope, value, claim(`id:${value.id}`, 'key:createWebhook:1')),
    );
    const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'created')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'replayed')).toHaveLength(9);
    const other = { tokens: ['key:createWebhook:1'], fingerprint: 'sha256:other' };
    expect(await store.webhooks.create(scope, webhook(), other)).toEqual({ kind: 'conflict', token: 'key:createWebhook:1' });
    const { id } = await keptAssessment();
    expect(await store.webhooks.create(scope, webhook({ id }), claim(`id:${id}`))).toEqual({
      kind: 'conflict',
      token: `id:${id}`,
    });
    expect(await store.assessments.create(scope, assessment({ id: value.id }), claim(`id:${value.id}`))).toEqual({
      kind: 'conflict',
      token: `id:${value.id}`,
    });
  });

  test('are fifty in a workspace, and what was created then is still recognised', async () => {
    const first = await kept();
    for (let count = 1; count < 50; count++) await kept();
    expect(await store.webhooks.create(scope, webhook(), claim('id:more'))).toEqual({ kind: 'full' });
    expect(await store.webhooks.create(scope, first, claim(`id:${first.id}`))).toEqual({ kind: 'replayed', value: first });
    await store.webhooks.remove(scope, first.id, { revision: 1, at: noon });
    expect(await store.webhooks.create(scope, webhook(), claim('id:more'))).toMatchObject({ kind: 'created' });
  });

  test('change by revision, and every change is audited', async () => {
    const value = await kept();
    const next = { ...value, events: ['assessment.updated'] as const, revision: 2, updatedAt: afterNoon(1) };
    expect(await store.webhooks.replace(scope, next, 'change')).toEqual({ kind: 'changed', value: next });
    expect(await store.webhooks.find(scope, value.id)).toEqual(next);
    expect(await store.webhooks.replace(scope, next, 'change')).toEqual({ kind: 'stale', currentRevision: 2 });
    expect(await store.webhooks.replace(scope, { ...next, id: randomUUID() }, 'rotate')).toEqual({ kind: 'missing' });
    expect(await store.webhooks.replace(scope, { ...next, revision: 3 }, 'rotate')).toMatchObject({ kind: 'changed' });
    expect(await store.webhooks.remove(scope, value.id, { revision: 2, at: noon })).toEqual({
      kind: 'stale',
      currentRevision: 3,
    });
    expect(await store.webhooks.remove(scope, value.id, { revision: 3, at: afterNoon(2) })).toMatchObject({ kind: 'changed' });
    expect(await store.webhooks.remove(scope, value.id, { revision: 3, at: noon })).toEqual({ kind: 'missing' });
    const { items } = await store.audit.list(scope, { resource: value.id }, WHOLE);
    expect(items.map(({ action, revision }) => `${action} ${revision}`).toSorted()).toEqual([
      'change 2',
      'create 1',
      'delete 3',
      'rotate 3',
    ]);
  });

  test('are told of what they subscribe to while they are enabled, of each write once, and of no write that was not', async () => {
    const both = await kept();
    const recorded = await kept({ events: ['recommendation.recorded'] });
    const disabled = await kept({ enabled: false });
    const elsewhere = await kept({}, someone);
    const value = await keptAssessment();
    const next = { ...value, revision: 2, updatedAt: afterNoon(1) };
    await store.assessments.replace(scope, value, next);
    await store.assessments.replace(scope, value, next);
    await store.assessments.create(scope, value, claim(`id:${value.id}`));
    const record = recommendation(value.id, { createdAt: afterNoon(2) });
    await store.recommendations.record(scope, record, model, claim('key:1'));
    await store.recommendations.record(scope, { ...record, id: randomUUID() }, model, claim('key:1'));

    const about = { assessmentId: value.id, subject: { ref: value.subject.ref }, model: value.model, version: value.version };
    const fresh = { webhookId: both.id, status: 'pending', attempts: 0 };
    const deliveries = await told(both);
    expect(deliveries).toEqual([
      {
        ...fresh,
        id: expect.any(String),
        type: 'recommendation.recorded',
        data: { ...about, recommendationId: record.id, recommended: 'gitops', verdict: 'leaning' },
        createdAt: afterNoon(2),
        nextAttemptAt: afterNoon(2),
      },
      {
        ...fresh,
        id: expect.any(String),
        type: 'assessment.updated',
        data: { ...about, revision: 2 },
        createdAt: afterNoon(1),
        nextAttemptAt: afterNoon(1),
      },
      {
        ...fresh,
        id: expect.any(String),
        type: 'assessment.updated',
        data: { ...about, revision: 1 },
        createdAt: noon,
        nextAttemptAt: noon,
      },
    ]);
    expect((await told(recorded)).map(({ id }) => id)).toEqual([deliveries[0]?.id]);
    expect(await told(disabled)).toEqual([]);
    expect((await store.webhooks.listDeliveries(someone, elsewhere.id, {}, WHOLE)).items).toEqual([]);
    expect(rung).toBe(4);
  });

  test('may go while they are told, and nothing else fails for that', async () => {
    for (let round = 0; round < 10; round++) {
      const value = await keptAssessment();
      const hooks = await Promise.all([kept(), kept(), kept()]);
      const outcomes = await Promise.all([
        ...hooks.map(({ id }) => store.webhooks.remove(scope, id, { revision: 1, at: noon })),
        store.assessments.replace(scope, value, { ...value, revision: 2 }),
        store.recommendations.record(scope, recommendation(value.id), model, claim(randomUUID())),
      ]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'changed', 'changed', 'created']);
    }
  });

  test('are told nothing more of what was forgotten', async () => {
    const hook = await kept();
    const { id } = await keptAssessment();
    await store.webhooks.tell(scope, hook.id, webhookTested(hook.id, noon));
    await store.assessments.remove(scope, id, { revision: 1, at: noon });
    expect((await told(hook)).map(({ type }) => type)).toEqual(['webhook.test']);
    await store.webhooks.remove(scope, hook.id, { revision: 1, at: noon });
    expect(await run(url, `SELECT * FROM webhook_delivery WHERE workspace = '${scope.workspace}'`)).toEqual([]);
  });

  test('can be tried out while they are enabled', async () => {
    const hook = await kept({ events: ['recommendation.recorded'] });
    const { id: disabled } = await kept({ enabled: false });
    const delivery = await store.webhooks.tell(scope, hook.id, webhookTested(hook.id, noon));
    expect(await told(hook)).toEqual([delivery]);
    expect(await store.webhooks.findDelivery(scope, { webhookId: hook.id, id: delivery?.id ?? '' })).toEqual({
      ...delivery,
      log: [],
    });
    expect(await store.webhooks.tell(scope, disabled, webhookTested(disabled, noon))).toBeUndefined();
    expect(await store.webhooks.tell(someone, hook.id, webhookTested(hook.id, noon))).toBeUndefined();
    const { items } = await store.audit.list(scope, { action: 'test' }, WHOLE);
    expect(items).toEqual([expect.objectContaining({ resource: { kind: 'webhook', id: hook.id } })]);
  });
});
