import { getMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Courier } from '../../src/delivery/courier.ts';
import { createNap } from '../../src/delivery/nap.ts';
import { createSender, type Sender } from '../../src/delivery/sender.ts';
import { Refusal } from '../../src/services/refusal.ts';
import type { Attempt, AttemptResult, ClaimedDelivery, Settlement } from '../../src/services/webhooks/delivery.ts';
import type { ClaimWish, Outbox } from '../../src/services/webhooks/webhook-store.ts';

const noon = new Date('2026-11-29T12:00:00.000Z');

/** A delivery of a webhook, as it is claimed. */
function delivery(id: string, webhookId = 'w', enabled = true): ClaimedDelivery {
  const webhook = { id: webhookId, url: 'https://receiver.example.org/', events: [], secrets: [] };
  return {
    workspace: 'default',
    delivery: { id, webhookId, type: 'webhook.test', data: {}, status: 'pending', attempts: 0, createdAt: noon },
    tries: 0,
    until: noon,
    webhook: { ...webhook, enabled, revision: 1, createdAt: noon, updatedAt: noon },
  };
}

/** An outbox in memory: what is due, and what became of it. */
function outboxOf(...due: ClaimedDelivery[]) {
  const wishes: ClaimWish[] = [];
  const settled: { readonly id: string; readonly attempt: Attempt; readonly settlement: Settlement }[] = [];
  const released: string[] = [];
  let outage = 0;
  let looks = 0;
  const answer = async <T>(value: () => T): Promise<T> => {
    if (outage > 0) {
      outage--;
      throw new Refusal('store-unavailable');
    }
    return value();
  };
  const isBusy =
    ({ busy }: Pick<ClaimWish, 'busy'>) =>
    (one: ClaimedDelivery) =>
      busy.some(({ id }) => id === one.webhook.id);
  const outbox: Outbox = {
    firstDue: (busy) =>
      answer(() => {
        looks++;
        return due.some((one) => !isBusy({ busy })(one)) ? noon : undefined;
      }),
    claim: (wish) =>
      answer(() => {
        wishes.push(wish);
        const free = due.filter((one) => !isBusy(wish)(one));
        const counted = free.filter(
          (one, at) => free.slice(0, at).filter(({ webhook }) => webhook.id === one.webhook.id).length < wish.mostEach,
        );
        const taken = counted.slice(0, wish.most);
        for (const one of taken) due.splice(due.indexOf(one), 1);
        return taken;
      }),
    settle: (claimed, attempt, settlement) => answer(() => settled.push({ id: claimed.delivery.id, attempt, settlement }) > 0),
    release: (claimed) => answer(() => void released.push(claimed.delivery.id)),
  };
  return {
    outbox,
    wishes,
    settled,
    released,
    looks: () => looks,
    breakFor: (steps: number) => {
      outage = steps;
    },
    add: (...more: ClaimedDelivery[]) => void due.push(...more),
  };
}

/** Couriers whose attempts last until they are told how they end. */
function patientCourier() {
  const underWay = new Map<string, (result: Partial<AttemptResult>) => void>();
  const signals: AbortSignal[] = [];
  const courier: Courier = {
    attempt: ({ delivery: { id } }, signal) =>
      new Promise((resolve) => {
        signals.push(signal);
        const end = (result: Partial<AttemptResult>) => {
          underWay.delete(id);
          signal.removeEventListener('abort', giveUp);
          resolve({ at: noon, durationMs: 1, ...result });
        };
        const giveUp = () => end({ error: 'timeout' });
        underWay.set(id, end);
        signal.addEventListener('abort', giveUp);
      }),
  };
  return { courier, underWay, signals };
}

const agreeing: Courier = { attempt: async () => ({ at: noon, durationMs: 1, status: 204 }) };

let sender: Sender | undefined;
afterEach(() => sender?.stop(0));

function start(outbox: Outbox, courier: Courier) {
  const rest = createNap();
  const said: string[] = [];
  const outcomes: string[] = [];
  const say = (facts: object, message: string) => void said.push(`${message} ${JSON.stringify(facts)}`);
  const log = { info: say, warn: say, error: say };
  sender = createSender({
    outbox,
    courier,
    rest,
    now: () => noon,
    chance: () => 0.5,
    log,
    count: (one) => void outcomes.push(one),
  });
  sender.start();
  return { rest, said, outcomes, sender };
}

/** Resolves once something is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(1);
}

describe('a sender', () => {
  it('delivers what is due, notes what came of it and counts it', async () => {
    const { outbox, settled } = outboxOf(delivery('a'), delivery('b'));
    const { outcomes } = start(outbox, agreeing);
    await until(() => settled.length === 2);
    expect(settled).toEqual(
      ['a', 'b'].map((id) => ({ id, attempt: { at: noon, durationMs: 1, status: 204 }, settlement: { status: 'delivered' } })),
    );
    expect(outcomes).toEqual(['delivered', 'delivered']);
  });

  it('wakes for what is noted, without waiting for its next look', async () => {
    const { outbox, settled, add, looks } = outboxOf();
    const { rest } = start(outbox, agreeing);
    await until(() => looks() === 1);
    add(delivery('late'));
    rest.wake();
    await until(() => settled.length === 1);
  });

  it('makes so many attempts at a time and no more, and leaves room for others than the slow', async () => {
    const slow = Array.from({ length: 100 }, (_, index) => delivery(`slow-${index}`, 'slow'));
    const others = Array.from({ length: 40 }, (_, index) => delivery(`other-${index}`, `w${index}`));
    const { outbox, settled, wishes } = outboxOf(...slow, ...others);
    const { courier, underWay, signals } = patientCourier();
    start(outbox, courier);
    await until(() => underWay.size === 16);
    expect([...underWay.keys()].filter((id) => id.startsWith('slow'))).toHaveLength(4);
    while (settled.length < 40) {
      for (const [id, end] of underWay) if (id.startsWith('other')) end({ status: 200 });
      await setTimeout(1);
      expect(underWay.size).toBeLessThanOrEqual(16);
    }
    expect(settled.every(({ id }) => id.startsWith('other'))).toBe(true);
    expect(signals.map((signal) => getMaxListeners(signal))).toEqual(signals.map(() => 16));
    expect(wishes.every(({ at, until: end }) => end.getTime() - at.getTime() === 30_000)).toBe(true);
  });

  it('lets what is for a disabled webhook wait, and asks nobody', async () => {
    const { outbox, released } = outboxOf(delivery('a', 'w', false));
    const { courier, underWay } = patientCourier();
    start(outbox, courier);
    await until(() => released.length === 1);
    expect(underWay.size).toBe(0);
  });

  it('outlives a database that is away, and says so once', async () => {
    const { outbox, settled, breakFor } = outboxOf(delivery('a'));
    breakFor(3);
    const { said, rest } = start(outbox, agreeing);
    const waking = globalThis.setInterval(() => rest.wake(), 5);
    await until(() => settled.length === 1);
    clearInterval(waking);
    expect(said.filter((line) => line.startsWith('webhooks wait'))).toHaveLength(1);
  });

  it('notes what came of an attempt once the database is back', async () => {
    const { outbox, settled, breakFor } = outboxOf({ ...delivery('a'), until: new Date(noon.getTime() + 30_000) });
    const { courier, underWay } = patientCourier();
    start(outbox, courier);
    await until(() => underWay.size === 1);
    breakFor(1);
    underWay.get('a')?.({ status: 200 });
    await until(() => settled.length === 1);
  });

  it('lets attempts end when it stops, takes on no others, and gives back what takes too long', async () => {
    const { outbox, settled, released, add } = outboxOf(delivery('quick'), delivery('slow'));
    const { courier, underWay } = patientCourier();
    const { sender: stopping, rest } = start(outbox, courier);
    await until(() => underWay.size === 2);
    const stopped = stopping.stop(50);
    add(delivery('late'));
    rest.wake();
    underWay.get('quick')?.({ status: 200 });
    await stopped;
    expect([settled.map(({ id }) => id), released]).toEqual([['quick'], ['slow']]);
  });

  it('never says where it sends to', async () => {
    const { outbox, settled } = outboxOf(delivery('a'));
    const { said } = start(outbox, { attempt: async () => ({ at: noon, durationMs: 1, status: 500, reply: 'a secret' }) });
    await until(() => settled.length === 1);
    await until(() => said.length > 0);
    expect(said.join()).toMatch(/"status":500/);
    expect(said.join()).not.toMatch(/receiver\.example\.org|a secret/);
  });
});
