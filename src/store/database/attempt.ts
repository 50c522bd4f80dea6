import { setTimeout } from 'node:timers/promises';
import { Refusal } from '../../services/refusal.ts';
import { failureOf } from './failure.ts';

/** Runs one atomic step, again where another was in its way; throws a {@link Refusal} where the database fails it. */
export type Attempt = <T>(step: () => Promise<T>) => Promise<T>;

const TRIES = 4;
const PAUSE = 10;

/** `deadline`: milliseconds after which a caller is told so, whatever the database is still doing. */
export function createAttempt(deadline: number): Attempt {
  return async (step) => {
    const over = new AbortController();
    try {
      return await Promise.race([tried(step), overdue(deadline, over.signal)]);
    } catch (error) {
      if (failureOf(error) === 'unexpected') throw error;
      throw new Refusal('store-unavailable', { retryAfter: 1 }, { cause: error });
    } finally {
      over.abort();
    }
  };
}

async function tried<T>(step: () => Promise<T>, tries = 1): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (tries === TRIES || failureOf(error) !== 'conflict') throw error;
    await setTimeout(tries * PAUSE);
    return tried(step, tries + 1);
  }
}

async function overdue(deadline: number, signal: AbortSignal): Promise<never> {
  await setTimeout(deadline, undefined, { signal, ref: false });
  throw Object.assign(new Error(`No answer within ${deadline} ms.`), { code: 'ETIMEDOUT' });
}
