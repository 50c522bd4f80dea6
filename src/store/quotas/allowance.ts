import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance } from '../../services/limits/quota.ts';

/** Seconds after which counting starts anew. */
export const WINDOW = 60;

/** What a count allows; the limiter also rejects with a count, when it is beyond the limit. Other rejections stay. */
export async function allowanceOf(counting: Promise<RateLimiterRes>, limit: number): Promise<Allowance> {
  try {
    return { ...standing(await counting, limit), isExceeded: false };
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return { ...standing(thrown, limit), isExceeded: true };
    throw thrown;
  }
}

function standing({ remainingPoints, msBeforeNext }: RateLimiterRes, limit: number): Omit<Allowance, 'isExceeded'> {
  return { limit, remaining: remainingPoints, reset: Math.max(1, Math.ceil(msBeforeNext / 1_000)) };
}
