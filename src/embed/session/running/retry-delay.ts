/** Milliseconds before the second attempt, and the most between later ones. */
const FIRST = 1_000;
const LONGEST = 30_000;

/**
 * How long to wait after a failure, in milliseconds: twice as long each time, spread by chance over the upper half so
 * that those who failed together do not return together, and never less than the service asked for.
 *
 * @param failures how often it failed in a row, from 1.
 * @param retryAfter seconds.
 * @param chance 0 … 1.
 */
export function retryDelay(failures: number, chance: number, retryAfter = 0): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** (failures - 1));
  return Math.max((longest * (1 + chance)) / 2, 1000 * retryAfter);
}
