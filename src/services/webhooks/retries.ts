import type { AttemptResult, Settlement } from './delivery.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds between one attempt and the next; the first is made at once. As Standard Webhooks 1.0 suggests: 75 h in all. */
export const RETRY_DELAYS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** The share by which a delay is longer or shorter by chance, so that what failed together does not come back together. */
const JITTER = 0.1;

/** However long a receiver wants to be left alone, it is asked again by then. */
const LONGEST_RETRY_AFTER = 24 * HOUR;

const GONE = 410;

/**
 * What an attempt means for its delivery: 2xx is success, 410 the end of the webhook, anything else another attempt.
 *
 * @param tries how many attempts there were, this one included
 * @param chance evenly drawn from 0 … 1
 */
export function settlementOf(result: AttemptResult, tries: number, chance: number): Settlement {
  const { status = 0, at, durationMs, retryAfter = 0 } = result;
  if (status >= 200 && status < 300) return { status: 'delivered' };
  if (status === GONE) return { status: 'failed', disabling: 'gone' };
  const delay = RETRY_DELAYS[tries - 1];
  if (delay === undefined) return { status: 'failed', disabling: 'failing' };
  const spread = delay * (1 + JITTER * (2 * chance - 1));
  const wait = Math.max(spread, Math.min(retryAfter, LONGEST_RETRY_AFTER));
  return { status: 'pending', dueAt: new Date(at.getTime() + durationMs + Math.round(wait)) };
}
