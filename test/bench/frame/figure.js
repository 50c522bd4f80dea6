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
 * What several rounds measured, and what is promised of it: at most or at least so much, or neither.
 *
 * @typedef {{ readonly unit: string, readonly rounds: readonly number[], readonly atMost?: number, readonly atLeast?: number }} Measured
 */

/**
 * A figure that was measured in several rounds: its value is their median.
 *
 * @param {string} figure what it is a figure of, unlike every other of its part
 * @param {Measured} measured
 * @returns {Figure}
 */
export function figureOf(figure, { unit, rounds, ...promise }) {
  const value = rounded(quantile(rounds, 0.5));
  const spread = rounded(Math.max(...rounds) - Math.min(...rounds));
  return { figure, value, unit, spread, ...kept(value, promise) };
}

/**
 * A promise, and whether the value that everybody sees keeps it.
 *
 * @param {number} value
 * @param {{ readonly atMost?: number, readonly atLeast?: number }} promise
 */
function kept(value, { atMost, atLeast }) {
  if (atMost !== undefined) return { target: atMost, met: value <= atMost };
  if (atLeast !== undefined) return { target: atLeast, met: value >= atLeast };
  return { target: null, met: null };
}

/**
 * A target with its direction, which a figure tells by whether it is met: `≤ 1.5`, `≥ 0.7`, or nothing. A value that
 * hits it exactly tells none.
 *
 * @param {Figure} figure
 */
export function targetOf({ value, target, met }) {
  if (target === null) return '';
  if (value === target) return written(target);
  return `${value < target === met ? '≤' : '≥'} ${written(target)}`;
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
 * A number as people read it: `12,300,000`, `0.0021`.
 *
 * @param {number} value
 */
export function written(value) {
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 4 });
}

/**
 * Four significant digits are more than any machine repeats.
 *
 * @param {number} value
 */
function rounded(value) {
  return Number(value.toPrecision(4));
}
