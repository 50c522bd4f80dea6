import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createPurge, type Purge } from '../../src/services/retention/purge.ts';
import type { Assessment, Scope, Store } from '../../src/services/store.ts';
import { webhookTested } from '../../src/services/webhooks/event.ts';
import { openStore } from '../../src/store/open-store.ts';
import { backends } from './backends.ts';
import { afterNoon, assessment, claim, model, noon, recommendation, scope as someone, webhook } from './samples.ts';

const DAY = 86_400_000;
const WHOLE = { limit: 100 };

/** The moment so many days before the purge, which is at noon. */
const ago = (days: number) => afterNoon(-days * DAY);

describe.each(backends)('a purge on $provider', ({ freshUrl, run }) => {
  let url: string;
  let store: Store;
  let purge: Purge;

  beforeEach(async () => {
    url = await freshUrl();
    store = await openStore(url);
    purge = createPurge({ retention: store.retention, now: () => noon });
  });
  afterEach(() => store.close());

  async function kept(changes: Partial<Assessment>, scope: Scope = someone): Promise<Assessment> {
    const value = assessment(changes);
    await store.assessments.create(scope, value, claim(`id:${value.id}`));
    return value;
  }

  const remaining = async (scope: Scope = someone) =>
    new Set((await store.assessments.list(scope, {}, WHOLE)).items.map(({ id }) => id));

  const entries = async (scope: Scope = someone) => (await store.audit.list(scope, {}, WHOLE)).items;

  test('forgets what nobody has changed or recorded for so many days, in every workspace, and nothing else', async () => {
    const elsewhere = { ...someone, workspace: 'Elsewhere' };
    const idle = await kept({ createdAt: ago(40), updatedAt: ago(31) });
    const other = await kept({ createdAt: ago(90), updatedAt: ago(90) }, elsewhere);
    const changed = await kept({ createdAt: ago(40), updatedAt: ago(29) });
    const recorded = await kept({ createdAt: ago(40), updatedAt: ago(40) });
    const onTheDay = await kept({ createdAt: ago(30), updatedAt: ago(30) });
    const record = recommendation(idle.id, { createdAt: ago(35) });
    await store.recommendations.record(someone, record, model, claim('key:1', 'key:2'));
    await store.recommendations.record(someone, recommendation(recorded.id, { createdAt: ago(1) }), model, claim());

    const purged = await purge({ days: 30, dryRun: false });
    expect(purged).toEqual({ before: ago(30), assessments: 2, recommendations: 1, claims: 4, deliveries: 0, auditEntries: 5 });
    expect(await remaining()).toEqual(new Set([changed.id, recorded.id, onTheDay.id]));
    expect(await remaining(elsewhere)).toEqual(new Set());
    expect(await store.recommendations.find(someone, record.id)).toBeUndefined();
    expect(await run(url, `SELECT * FROM creation_claim WHERE assessment_id IN ('${idle.id}', '${other.id}')`)).toEqual([]);
    expect(await purge({ days: 30, dryRun: false })).toMatchObject({ assessments: 0, auditEntries: 0 });
  });

  test('is audited: what went, and how far the log itself goes back', async () => {
    const { id } = await kept({ createdAt: ago(9), updatedAt: ago(9), revision: 1 });
    await purge({ days: 7, dryRun: false });
    const actor = { kind: 'operator', id: 'purge' };
    const told = await entries();
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(
      expect.objectContaining({ at: noon, actor, action: 'purge', resource: { kind: 'assessment', id }, revision: 1 }),
    );
    const resource = { kind: 'audit-log', id: ago(7).toISOString() };
    expect(told).toContainEqual(expect.objectContaining({ at: noon, actor, action: 'purge', resource }));
    await expect(run(url, 'DELETE FROM audit_horizon')).rejects.toThrow('an audit horizon cannot be changed');
    await expect(run(url, 'UPDATE audit_horizon SET workspace = workspace')).rejects.toThrow(
      'an audit horizon cannot be changed',
    );
    await expect(run(url, 'DELETE FROM audit_entry')).rejects.toThrow('an audit entry goes only in a purge');
  });

  test('says what it would forget, and forgets nothing, when it is tried', async () => {
    for (let index = 0; index < 3; index++) await kept({ createdAt: ago(50 + index), updatedAt: ago(50 + index) });
    const before = await entries();
    const expected = { before: ago(30), assessments: 3, recommendations: 0, claims: 3, deliveries: 0, auditEntries: 3 };
    expect(await purge({ days: 30, dryRun: true })).toEqual(expected);
    expect((await remaining()).size).toBe(3);
    expect(await entries()).toEqual(before);
    expect(await run(url, 'SELECT * FROM audit_horizon')).toEqual([]);
    expect(await purge({ days: 30, dryRun: false })).toEqual(expected);
  });

  test('does not forget what somebody takes up again meanwhile', async () => {
    const value = await kept({ createdAt: ago(40), updatedAt: ago(40) });
    const { retention } = store;
    const late = createPurge({
      retention: {
        ...retention,
        async forgetAssessments(...asked) {
          await store.assessments.replace(someone, value, { ...value, revision: 2, updatedAt: noon });
          return retention.forgetAssessments(...asked);
        },
      },
      now: () => noon,
    });
    expect(await late({ days: 30, dryRun: false })).toMatchObject({ assessments: 0, claims: 0 });
    expect(await remaining()).toEqual(new Set([value.id]));
  });

  test('forgets what webhooks were told that is over, and not what is still under way', async () => {
    const hook = webhook();
    await store.webhooks.create(someone, hook, claim('id:hook'));
    const told = async (days: number) => (await store.webhooks.tell(someone, hook.id, webhookTested(hook.id, ago(days))))?.id;
    const [old, pending, young] = [await told(40), await told(41), await told(29)];
    for (const claimed of await store.outbox.claim({ at: ago(28), until: noon, most: 9, mostEach: 9, busy: [] })) {
      if (claimed.delivery.id === pending) continue;
      await store.outbox.settle(claimed, { at: ago(28), durationMs: 1, status: 204 }, { status: 'delivered' });
    }
    const remainingIds = async () =>
      (await store.webhooks.listDeliveries(someone, hook.id, {}, WHOLE)).items.map(({ id }) => id).toSorted();
    expect(await purge({ days: 30, dryRun: true })).toMatchObject({ deliveries: 1 });
    expect(await remainingIds()).toEqual([old, pending, young].toSorted());
    expect(await purge({ days: 30, dryRun: false })).toMatchObject({ deliveries: 1 });
    expect(await remainingIds()).toEqual([pending, young].toSorted());
    expect(await run(url, `SELECT * FROM webhook_attempt WHERE delivery_id = '${old}'`)).toEqual([]);
    expect(await store.webhooks.find(someone, hook.id)).toEqual(hook);
  });

  test('takes more than one batch', async () => {
    const values = Array.from({ length: 205 }, (_, index) => {
      const at = ago(40 + (index >> 3));
      return assessment({ createdAt: at, updatedAt: at });
    });
    for (const value of values) await store.assessments.create(someone, value, claim());
    expect(await purge({ days: 30, dryRun: true })).toMatchObject({ assessments: 205, auditEntries: 205 });
    expect(await purge({ days: 30, dryRun: false })).toMatchObject({ assessments: 205, auditEntries: 205 });
    expect((await remaining()).size).toBe(0);
    expect(await run(url, "SELECT * FROM audit_entry WHERE action <> 'purge'")).toEqual([]);
  });
});
