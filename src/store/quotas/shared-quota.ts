import type { Pool } from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Quota } from '../../services/limits/quota.ts';
import { allowanceOf, WINDOW } from './allowance.ts';
import { memoryQuota } from './memory-quota.ts';

/** Milliseconds for which a database that failed to count is left alone. */
const REST = 1_000;

/** What is counted where. */
export interface SharedQuota {
  readonly pool: Pool;
  /** Tells what is counted apart from what else is. */
  readonly name: string;
  readonly limit: number;
  /** Told why, each time that counting falls back on this process. */
  readonly warn: (reason: Error) => void;
}

/**
 * A quota that all replicas count together, with one statement each time, exactly. Who has used it up is remembered here,
 * so that hammering costs the database nothing. While it does not answer, the same limit holds in each process for itself:
 * a limit that is somewhat higher is better than none, and than no service.
 */
export function sharedQuota({ pool, name, limit, warn }: SharedQuota): Quota {
  const own = memoryQuota(limit);
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_count',
    tableCreated: true,
    keyPrefix: name,
    points: limit,
    duration: WINDOW,
    inMemoryBlockOnConsumed: limit,
  });
  let restsUntil = Number.NEGATIVE_INFINITY;
  return {
    async take(who) {
      if (performance.now() < restsUntil) return own.take(who);
      try {
        return await allowanceOf(limiter.consume(who), limit);
      } catch (thrown) {
        // Of many that fail together, the first one tells.
        if (performance.now() >= restsUntil) warn(thrown instanceof Error ? thrown : new Error(String(thrown)));
        restsUntil = performance.now() + REST;
        return own.take(who);
      }
    },
  };
}
