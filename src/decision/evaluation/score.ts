/** Points of 100 below which two scores count as equal: far above rounding error, far below anything meant. */
export const TIE_TOLERANCE = 1e-9;

/** Number of decimals that results are rounded to, so that sums read as they were meant. */
const DECIMALS = 1e12;

/** Rounds away what binary fractions add, e.g. 71.19999999999999 to 71.2. Never gives −0. */
export function tidy(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS + 0;
}
