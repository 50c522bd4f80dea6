/**
 * One measured number. `spread` is the distance between the greatest and the least of several rounds; `target` and
 * `met` are null where nothing is promised.
 *
 * @typedef {{
 *   readonly figure: string,
 *   readonly value: number,
 *   readonly unit: string,
 *   readonly spread: number,
 *   readonly target: number | null,
 *   readonly met: boolean | null,
 * }} Figure
 */

/**
 * A figure that was measured in several rounds: its value is their median.
 *
 * @param {string} figure what it is a figure of
 * @param {{ readonly unit: string, readonly rounds: readonly number[], readonly atMost?: number }} measured
 * @returns {Figure}
 */
export function figureOf(figure, { unit, rounds, atMost }) {
  const value = quantile(rounds, 0.5);
  const spread = Math.max(...rounds) - Math.min(...rounds);
  const promise = atMost === undefined ? { target: null, met: null } : { target: atMost, met: value <= atMost };
  return { figure, value: rounded(value), unit, spread: rounded(spread), ...promise };
}

/**
 * The number below which a share of all numbers lies, between two of them by their distance.
 *
 * @param {readonly number[]} numbers
 * @param {number} share 0 … 1
 */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position % 1);
}

/**
 * Four significant digits are more than any machine repeats.
 *
 * @param {number} value
 */
function rounded(value) {
  return Number(value.toPrecision(4));
}
