import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Quota } from '../../services/limits/quota.ts';
import { allowanceOf, WINDOW } from './allowance.ts';

/** A quota that this process counts for itself. */
export function memoryQuota(limit: number): Quota {
  const limiter = new RateLimiterMemory({ points: limit, duration: WINDOW });
  return { take: (who) => allowanceOf(limiter.consume(who), limit) };
}
