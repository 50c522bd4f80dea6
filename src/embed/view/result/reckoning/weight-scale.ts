/** From 0 to where a slider goes, and in which steps. */
export interface WeightScale {
  readonly max: number;
  readonly step: number;
}

/** The most that a slider can give; the service takes no larger weight from the form. */
const MOST = 100;
const STEPS = 20;

/** A scale with room to double the largest weight: 0 … 10 by 0.5 for the usual ones, finer or wider for others. */
export function weightScaleOf(weights: readonly number[]): WeightScale {
  const wanted = 2 * Math.max(...weights);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const room = [1, 2, 5, 10].map((times) => times * power).find((max) => max >= wanted);
  const max = Math.min(MOST, wanted > 2 && wanted <= 10 ? 10 : (room ?? 10));
  return { max, step: max / STEPS };
}
