import { setTimeout } from 'node:timers/promises';
import { refuse } from './refusal.ts';
import type { Store } from './store.ts';

/** Whether requests are welcome: the process is not stopping and the database answers. */
export interface Readiness {
  /** Refuses with `shutting-down` or `store-unavailable`. */
  check(): Promise<void>;
  /** From now on requests are to be sent elsewhere. */
  stop(): void;
}

/** Milliseconds that the database has to answer. */
const PATIENCE = 500;

/** Readiness that hangs on a database. */
export function createReadiness({ store }: { readonly store: Pick<Store, 'ping'> }): Readiness {
  let stopping = false;
  return {
    stop() {
      stopping = true;
    },
    async check() {
      if (stopping)
        refuse('shutting-down', { detail: 'This process finishes what it has begun. Send requests elsewhere.', retryAfter: 1 });
      await answersInTime(store.ping());
    },
  };
}

async function answersInTime(ping: Promise<void>): Promise<void> {
  const cancelled = new AbortController();
  const late = setTimeout(PATIENCE, undefined, { signal: cancelled.signal, ref: false }).then(() =>
    refuse('store-unavailable', { detail: `The database did not answer within ${PATIENCE} ms.`, retryAfter: 1 }),
  );
  try {
    await Promise.race([ping, late]);
  } finally {
    cancelled.abort();
  }
}
