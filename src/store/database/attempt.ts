import { setTimeout } from 'node:timers/promises';
import { Refusal } from '../../services/refusal.ts';
import { failureOf } from './failure.ts';

/** Milliseconds after which a caller is told that the store is unavailable, whatever the database is still doing. */
const DEADLINE = 2_500;
const TRIES = 4;
const PAUSE = 10;

/** Runs one atomic step, again where another was in its way; throws a {@link Refusal} where the database fails it. */
export async function attempt<T>(step: () => Promise<T>): Promise<T> {
  const given = new AbortController();
  try {
    return await Promise.race([tried(step), overdue(given.signal)]);
  } catch (error) {
    if (failureOf(error) === 'unexpected') throw error;
    throw new Refusal('store-unavailable', { retryAfter: 1 }, { cause: error });
  } finally {
    given.abort();
  }
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

async function overdue(signal: AbortSignal): Promise<never> {
  await setTimeout(DEADLINE, undefined, { signal, ref: false });
  throw Object.assign(new Error(`No answer within ${DEADLINE} ms.`), { code: 'ETIMEDOUT' });
}
