import type { Random } from './random.ts';

/**
 * Draws from the standard normal distribution by the polar method of Marsaglia and Bray (SIAM Review 6(3), 1964);
 * the second number of each pair is dropped, so that one draw does not depend on the one before.
 */
export function drawNormal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/**
 * Draws the logarithm of a number from the gamma distribution of a shape > 0 and scale 1, by the method of Marsaglia
 * and Tsang ("A simple method for generating gamma variables", ACM Transactions on Mathematical Software 26(3), 2000),
 * for shapes below 1 with their boost by a power of a uniform number. The logarithm keeps small shapes from
 * underflowing to 0.
 */
export function drawLogGamma(random: Random, shape: number): number {
  if (shape < 1) return drawLogGamma(random, shape + 1) + Math.log(1 - random()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}

/**
 * Draws shares from the Dirichlet distribution: independent gamma numbers over their sum. Shares of shape 0 are 0.
 *
 * @param drawn receives the shares, by index.
 */
export function drawShares(random: Random, shapes: readonly number[], drawn: number[]): void {
  let greatest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < shapes.length; index += 1) {
    const shape = shapes[index] ?? 0;
    const logarithm = shape > 0 ? drawLogGamma(random, shape) : Number.NEGATIVE_INFINITY;
    drawn[index] = logarithm;
    if (logarithm > greatest) greatest = logarithm;
  }
  let sum = 0;
  for (let index = 0; index < shapes.length; index += 1) {
    const part = Math.exp((drawn[index] ?? 0) - greatest);
    drawn[index] = part;
    sum += part;
  }
  for (let index = 0; index < shapes.length; index += 1) drawn[index] = (drawn[index] ?? 0) / sum;
}
