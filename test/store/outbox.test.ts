import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Scope, Store } from '../../src/services/store.ts';
import type { ClaimedDelivery, Delivery } from '../../src/services/webhooks/delivery.ts';
import { webhookTested } from '../../src/services/webhooks/event.ts';
import type { Webhook } from '../../src/services/webhooks/webhook.ts';
import type { ClaimWish } from '../../src/services/webhooks/webhook-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { backends } from './backends.ts';
import { afterNoon, claim, noon, scope as someone, webhook } from './samples.ts';

const UNTIL = afterNoon(30_000);
const WISH: ClaimWish = { at: noon, until: UNTIL, most: 100, mostEach: 100, busy: [] };

/** An attempt that began at noon and took a second. */
const ATTEMPT = { at: noon, durationMs: 1000 };

describe.each(backends)('the outbox on $provider', ({ freshUrl, run }) => {
  let url: string;
  let store: Store;
  beforeEach(async () => {
    url = await freshUrl();
    store = await openStore(url);
  });
  afterEach(() => store.close());

  async function hook(scope: Scope = someone): Promise<Webhook> {
    const value = webhook();
    await store.webhooks.create(scope, value, claim());
    return value;
  }

  /** A delivery that is due so many milliseconds after noon. */
  async function due({ id }: Webhook, milliseconds = 0, scope: Scope = someone): Promise<Delivery> {
    const delivery = await store.webhooks.tell(scope, id, webhookTested(id, afterNoon(milliseconds)));
    if (delivery === undefined) throw new Error('There is no such webhook.');
    return delivery;
  }

  const ids = (claimed: readonly ClaimedDelivery[]) => claimed.map(({ delivery }) => delivery.id).toSorted();
  const find = (webhook: Webhook, { id }: Delivery) => store.webhooks.findDelivery(someone, { webhookId: webhook.id, id });

  async function claimed(): Promise<ClaimedDelivery> {
    const [one] = await store.outbox.claim(WISH);
    if (one === undefined) throw new Error('Nothing is due.');
    return one;
  }

  test('hands out what is due, in every workspace, with the webhook it is for', async () => {
    const elsewhere = { ...someone, workspace: 'elsewhere' };
    const [one, other] = [await hook(), await hook(elsewhere)];
    const [first, second] = [await due(one, -2), await due(other, -1, elsewhere)];
    await due(one, 1);
    expect(await store.outbox.firstDue([])).toEqual(afterNoon(-2));
    const all = await store.outbox.claim(WISH);
    expect(ids(all)).toEqual([first.id, second.id].toSorted());
    expect(all.find(({ workspace }) => workspace === 'elsewhere')).toEqual({
      workspace: 'elsewhere',
      delivery: { ...second, nextAttemptAt: undefined },
      tries: 0,
      until: UNTIL,
      webhook: other,
    });
    expect(await store.outbox.firstDue([])).toEqual(afterNoon(1));
  });

  test('hands out the longest due first, few of each webhook, and none of those that are busy', async () => {
    const [one, other, busy] = [await hook(), await hook(), await hook()];
    const first = [await due(one, -90), await due(one, -80), await due(one, -70)];
    const second = [await due(other, -60), await due(other, -50)];
    await due(busy, -100);
    const except = [{ workspace: someone.workspace, id: busy.id }];
    expect(await store.outbox.firstDue(except)).toEqual(afterNoon(-90));
    const some = await store.outbox.claim({ ...WISH, most: 3, mostEach: 2, busy: except });
    expect(ids(some)).toEqual([...first.slice(0, 2), ...second.slice(0, 1)].map(({ id }) => id).toSorted());
  });

  test('hands nothing out twice, however many ask at the same time', async () => {
    const [one, other] = [await hook(), await openStore(url)];
    for (let count = 0; count < 40; count++) await due(one, -count);
    const rounds = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? store : other).outbox.claim({ ...WISH, most: 7 })),
    );
    await other.close();
    const all = rounds.flat().map(({ delivery }) => delivery.id);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(7);
  });

  test('hands out again what nobody has settled in time, and then only to the new holder', async () => {
    await due(await hook());
    const late = await claimed();
    expect(await store.outbox.claim({ ...WISH, at: afterNoon(29_999) })).toEqual([]);
    const [again] = await store.outbox.claim({ ...WISH, at: UNTIL, until: afterNoon(60_000) });
    if (again === undefined) throw new Error('Nothing is due.');
    expect(ids([again])).toEqual(ids([late]));
    expect(await store.outbox.settle(late, { ...ATTEMPT, status: 204 }, { status: 'delivered' })).toBe(false);
    await store.outbox.release(late, noon);
    expect(await store.outbox.settle(again, { ...ATTEMPT, status: 204 }, { status: 'delivered' })).toBe(true);
  });

  test('keeps every attempt, and what came of it', async () => {
    const webhook = await hook();
    const delivery = await due(webhook);
    const dueAt = afterNoon(5_000);
    await store.outbox.settle(await claimed(), { ...ATTEMPT, error: 'timeout' }, { status: 'pending', dueAt });
    const { nextAttemptAt: _, ...begun } = delivery;
    const first = { ...ATTEMPT, number: 1, error: 'timeout' };
    expect(await find(webhook, delivery)).toEqual({ ...begun, attempts: 1, nextAttemptAt: dueAt, log: [first] });

    const [second] = await store.outbox.claim({ ...WISH, at: dueAt });
    if (second === undefined) throw new Error('Nothing is due.');
    expect(second.tries).toBe(1);
    expect(await find(webhook, delivery)).not.toHaveProperty('nextAttemptAt');
    await store.outbox.settle(second, { ...ATTEMPT, status: 200, reply: 'thanks' }, { status: 'delivered' });
    expect(await find(webhook, delivery)).toEqual({
      ...begun,
      attempts: 2,
      status: 'delivered',
      finishedAt: afterNoon(1000),
      log: [first, { ...ATTEMPT, number: 2, status: 200, reply: 'thanks' }],
    });
    expect(await store.outbox.firstDue([])).toBeUndefined();
    const listed = async (status: 'delivered' | 'failed') =>
      (await store.webhooks.listDeliveries(someone, webhook.id, { status }, { limit: 1 })).items.length;
    expect([await listed('delivered'), await listed('failed')]).toEqual([1, 0]);
  });

  test('begins again what somebody wants to be sent again, but not while it is being sent', async () => {
    const webhook = await hook();
    const delivery = await due(webhook);
    const key = { webhookId: webhook.id, id: delivery.id };
    await store.outbox.settle(await claimed(), ATTEMPT, { status: 'pending', dueAt: afterNoon(9_000) });
    expect(await store.webhooks.replay(someone, key, afterNoon(1))).toMatchObject({ nextAttemptAt: afterNoon(1), attempts: 1 });
    const [again] = await store.outbox.claim({ ...WISH, at: afterNoon(1) });
    expect(again?.tries).toBe(0);
    expect(await store.webhooks.replay(someone, key, afterNoon(2))).not.toHaveProperty('nextAttemptAt');
    if (again === undefined) throw new Error('Nothing is due.');
    await store.outbox.settle(again, { ...ATTEMPT, status: 200 }, { status: 'delivered' });
    const replayed = await store.webhooks.replay(someone, key, afterNoon(3));
    expect(replayed).toEqual({ ...delivery, attempts: 2, nextAttemptAt: afterNoon(3) });
    expect(await store.webhooks.replay({ ...someone, workspace: 'elsewhere' }, key, noon)).toBeUndefined();
    const { items } = await store.audit.list(someone, { action: 'replay' }, { limit: 9 });
    expect(items).toHaveLength(2);
  });

  test('disables a webhook that is gone, and one for which nothing arrived since what failed was begun', async () => {
    const [gone, failing, working] = [await hook(), await hook(), await hook()];
    for (const webhook of [gone, failing]) await due(webhook);
    for (const { webhook, ...one } of await store.outbox.claim(WISH)) {
      const disabling = webhook.id === gone.id ? 'gone' : 'failing';
      await store.outbox.settle({ ...one, webhook }, ATTEMPT, { status: 'failed', disabling });
    }
    expect(await store.webhooks.find(someone, gone.id)).toMatchObject({ enabled: false, disabledBecause: 'gone', revision: 2 });
    expect(await store.webhooks.find(someone, failing.id)).toMatchObject({ enabled: false, disabledBecause: 'failing' });

    const [lost, arrived] = [await due(working), await due(working)];
    const all = await store.outbox.claim(WISH);
    const one = all.find(({ delivery }) => delivery.id === arrived.id);
    const other = all.find(({ delivery }) => delivery.id === lost.id);
    if (one === undefined || other === undefined) throw new Error('Nothing is due.');
    await store.outbox.settle(one, { ...ATTEMPT, status: 200 }, { status: 'delivered' });
    await store.outbox.settle(other, ATTEMPT, { status: 'failed', disabling: 'failing' });
    expect(await store.webhooks.find(someone, working.id)).toEqual(working);
    const { items } = await store.audit.list(someone, { action: 'change' }, { limit: 9 });
    expect(items.map(({ actor, revision }) => [actor, revision])).toEqual(
      [2, 2].map((revision) => [{ kind: 'service', id: 'webhooks' }, revision]),
    );
  });

  test('lets what is for a disabled webhook wait until it is enabled', async () => {
    const webhook = await hook();
    const delivery = await due(webhook);
    const held = await claimed();
    const disabled = { ...webhook, enabled: false, revision: 2 };
    await store.webhooks.replace(someone, disabled, 'change');
    await store.outbox.release(held, noon);
    expect(await store.outbox.firstDue([])).toBeUndefined();
    expect(await find(webhook, delivery)).toMatchObject({ status: 'pending', attempts: 0 });
    await store.webhooks.replace(someone, { ...disabled, enabled: true, revision: 3, updatedAt: afterNoon(7) }, 'change');
    expect(await store.outbox.firstDue([])).toEqual(afterNoon(7));
    await store.outbox.release(
      await store.outbox.claim({ ...WISH, at: afterNoon(7) }).then(([one]) => one ?? held),
      afterNoon(8),
    );
    expect(await store.outbox.firstDue([])).toEqual(afterNoon(8));
  });

  test('is looked into by an index', async () => {
    const plan = await run(
      url,
      url.startsWith('file:')
        ? 'EXPLAIN QUERY PLAN SELECT due_at FROM webhook_delivery WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1'
        : 'EXPLAIN SELECT due_at FROM webhook_delivery WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1',
    );
    expect(JSON.stringify(plan)).toContain('webhook_delivery_due_at_idx');
  });
});
