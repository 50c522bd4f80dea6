/**
 * Where values lie along an axis, and where its lines are drawn.
 *
 * @typedef {{ readonly share: (value: number) => number, readonly ticks: readonly number[] }} Scale
 */

/** Steps between lines that read well, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * A scale that has room for all values.
 *
 * @param {readonly number[]} values 0 or more
 * @param {boolean} logarithmic from the power of ten below the least to that above the greatest; else from zero
 * @returns {Scale}
 */
export function scaleFor(values, logarithmic) {
  return logarithmic ? logarithmicScale(values.filter((value) => value > 0)) : linearScale(values);
}

/**
 * @param {readonly number[]} values above 0
 * @returns {Scale}
 */
function logarithmicScale(values) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => Number(`1e${low + index}`));
  return { share: (value) => Math.max(0, (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)), ticks };
}

/**
 * @param {readonly number[]} values
 * @returns {Scale}
 */
function linearScale(values) {
  const greatest = Math.max(...values) || 1;
  const power = 10 ** Math.floor(Math.log10(greatest / 4));
  const step = (STEPS.find((one) => one * power * 4 >= greatest) ?? 10) * power;
  const count = Math.ceil(greatest / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6)));
  return { share: (value) => value / (count * step), ticks };
}
