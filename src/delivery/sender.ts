import { setMaxListeners } from 'node:events';
import type { AttemptResult, ClaimedDelivery, Settlement } from '../services/webhooks/delivery.ts';
import { settlementOf } from '../services/webhooks/retries.ts';
import type { Outbox, WebhookKey } from '../services/webhooks/webhook-store.ts';
import type { Courier } from './courier.ts';
import type { Nap } from './nap.ts';

/** Carries out what is noted in the outbox, beside everything else that the process does. */
export interface Sender {
  start(): void;
  /** Takes on nothing more, lets attempts end within `patience` milliseconds, and gives the others back. */
  stop(patience: number): Promise<void>;
}

/** What a sender depends on. */
export interface SenderNeeds {
  readonly outbox: Outbox;
  readonly courier: Courier;
  /** Between two looks; whoever notes something ends it. */
  readonly rest: Nap;
  readonly now: () => Date;
  /** Evenly drawn from 0 … 1. */
  readonly chance: () => number;
  readonly log: SenderLog;
  /** Counts attempts by what came of them. */
  readonly count: (outcome: Settlement['status']) => void;
}

/** What a sender reports; never an address, which may hold a password in its path. */
export interface SenderLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Attempts at a time, in all, and those of one webhook from which on it gets no more, so that one that is slow keeps none of the others waiting. */
const MOST_ATTEMPTS = 16;
const MOST_EACH = 4;

/** Milliseconds for which nobody else tries what is claimed: longer than an attempt takes with what follows it. */
const CLAIM = 30_000;

/** Milliseconds between looks into the outbox when nothing is known to be due; another replica may have noted something. */
const POLL = 5_000;

/** Milliseconds between looks after one that failed: doubled each time up to the longest. */
const SHORTEST_BACKOFF = 500;
const LONGEST_BACKOFF = 30_000;

/** Milliseconds before looking again where another replica was faster. */
const LOST_RACE = 20;

/** A sender for this process. Any number of them may work on one outbox. */
export function createSender({ outbox, courier, rest, now, chance, log, count }: SenderNeeds): Sender {
  const leaving = new AbortController();
  // Each attempt listens to it.
  setMaxListeners(MOST_ATTEMPTS, leaving.signal);
  const underWay = new Map<Promise<void>, WebhookKey>();
  let isStopping = false;
  let loop = Promise.resolve();

  async function run(): Promise<void> {
    for (let failures = 0; !isStopping; ) {
      try {
        const pause = await look();
        failures = 0;
        await rest.nap(pause);
      } catch (error) {
        if (failures === 0) log.warn({ err: error }, 'webhooks wait: the outbox cannot be read');
        const longest = Math.min(SHORTEST_BACKOFF * 2 ** failures++, LONGEST_BACKOFF);
        await rest.nap(longest * (0.5 + chance() / 2));
      }
    }
  }

  /** Begins what is due, and tells for how many milliseconds nothing more is. */
  async function look(): Promise<number> {
    const free = MOST_ATTEMPTS - underWay.size;
    if (free === 0) return POLL;
    const busy = busyWebhooks([...underWay.values()]);
    const due = await outbox.firstDue(busy);
    if (due === undefined) return POLL;
    const at = now();
    if (due > at) return Math.min(due.getTime() - at.getTime(), POLL);
    const until = new Date(at.getTime() + CLAIM);
    const claimed = await outbox.claim({ at, until, most: free, mostEach: MOST_EACH, busy });
    for (const one of claimed) begin(one);
    return claimed.length === 0 ? LOST_RACE : 0;
  }

  function begin(claimed: ClaimedDelivery): void {
    const { workspace, webhook } = claimed;
    const task = deliver(claimed)
      .catch((error: unknown) => log.error({ err: error, ...factsOf(claimed) }, 'a delivery could not be settled'))
      .finally(() => {
        underWay.delete(task);
        rest.wake();
      });
    underWay.set(task, { workspace, id: webhook.id });
  }

  async function deliver(claimed: ClaimedDelivery): Promise<void> {
    if (!claimed.webhook.enabled) return outbox.release(claimed, now());
    const result = await courier.attempt(claimed, leaving.signal);
    // An attempt that this process gave up tells nothing about its receiver.
    if (leaving.signal.aborted && result.status === undefined) return outbox.release(claimed, now());
    const settlement = settlementOf(result, claimed.tries + 1, chance());
    await untilDone(() => outbox.settle(claimed, result, settlement), claimed.until);
    count(settlement.status);
    tell(claimed, result, settlement);
  }

  /** The database may be away for a moment; what is not noted in time is sent again, by whoever claims it next. */
  async function untilDone(step: () => Promise<unknown>, end: Date): Promise<void> {
    for (let pause = SHORTEST_BACKOFF; ; pause *= 2) {
      try {
        return void (await step());
      } catch (error) {
        if (leaving.signal.aborted || now().getTime() + pause > end.getTime()) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  function tell(claimed: ClaimedDelivery, { status, error, durationMs }: AttemptResult, settlement: Settlement): void {
    const facts = {
      ...factsOf(claimed),
      ...(status !== undefined && { status }),
      ...(error !== undefined && { error }),
      durationMs,
    };
    if (settlement.status === 'delivered') log.info(facts, 'webhook delivered');
    else if (settlement.status === 'pending') log.warn({ ...facts, dueAt: settlement.dueAt }, 'webhook to be tried again');
    else log.warn({ ...facts, because: settlement.disabling }, 'webhook given up');
  }

  return {
    start: () => {
      loop = run();
    },
    async stop(patience) {
      isStopping = true;
      rest.wake();
      const timer = setTimeout(() => leaving.abort(), patience);
      await loop;
      await Promise.all(underWay.keys());
      clearTimeout(timer);
    },
  };
}

/** Those that have as much under way as one may have. */
function busyWebhooks(keys: readonly WebhookKey[]): readonly WebhookKey[] {
  const same = (one: WebhookKey) => (other: WebhookKey) => one.workspace === other.workspace && one.id === other.id;
  return keys.filter((key, index) => keys.findIndex(same(key)) === index && keys.filter(same(key)).length >= MOST_EACH);
}

function factsOf({ delivery: { id, webhookId, type, attempts } }: ClaimedDelivery) {
  return { webhookId, delivery: id, event: type, attempt: attempts + 1 };
}
