/** From 0 to where all sliders go, and in which steps. */
export interface WeightScale {
  readonly max: number;
  readonly step: number;
}

/** The most that the service takes from the form. */
const MOST = 100;
const USUAL = 10;
const STEPS = 20;

/**
 * A scale with room to double the model's largest weight, and for every weight of one's own: 0 … 10 by 0.5 for the
 * usual models, finer or wider for others. It does not hang on where within it the sliders stand.
 */
export function weightScaleOf(model: readonly number[], own: readonly number[]): WeightScale {
  const doubled = 2 * Math.max(0, ...model);
  const room = doubled === 0 || (doubled > 2 && doubled <= USUAL) ? USUAL : roundedUp(doubled);
  const max = Math.min(MOST, Math.max(room, roundedUp(Math.max(0, ...own))));
  return { max, step: max / STEPS };
}

/** The next of … 1, 2, 5, 10, 20 … */
function roundedUp(value: number): number {
  if (value === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((times) => times * power >= value) ?? 10);
}
