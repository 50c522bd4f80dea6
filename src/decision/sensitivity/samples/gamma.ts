import type { Random } from './random.ts';

/** Draws shares; `drawn` receives them, by index. */
export type DrawShares = (drawn: number[]) => void;

/**
 * Prepares to draw shares from the Dirichlet distribution with the given shapes ≥ 0: independent gamma numbers over
 * their sum. Shares of shape 0 are 0. Gamma numbers are kept as logarithms, so that small shapes do not underflow.
 */
export function createShareDraws(random: Random, shapes: readonly number[]): DrawShares {
  const normal = createNormals(random);
  const gammas = shapes.map((shape) => (shape > 0 ? createLogGammas(random, normal, shape) : () => Number.NEGATIVE_INFINITY));
  return (drawn) => {
    let greatest = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < gammas.length; index += 1) {
      const logarithm = gammas[index]?.() ?? Number.NEGATIVE_INFINITY;
      drawn[index] = logarithm;
      if (logarithm > greatest) greatest = logarithm;
    }
    let sum = 0;
    for (let index = 0; index < gammas.length; index += 1) {
      const part = Math.exp((drawn[index] ?? 0) - greatest);
      drawn[index] = part;
      sum += part;
    }
    for (let index = 0; index < gammas.length; index += 1) drawn[index] = (drawn[index] ?? 0) / sum;
  };
}

/**
 * Prepares to draw logarithms of gamma numbers of a shape > 0 and scale 1, by the method of Marsaglia and Tsang
 * ("A simple method for generating gamma variables", ACM Transactions on Mathematical Software 26(3), 2000) with its
 * squeeze, and for shapes below 1 with its boost by a power of a uniform number.
 */
export function createLogGammas(random: Random, normal: Random, shape: number): () => number {
  const boosted = shape < 1;
  const d = (boosted ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return () => {
    for (;;) {
      const x = normal();
      const base = 1 + c * x;
      if (base <= 0) continue;
      const v = base * base * base;
      const u = 1 - random();
      const square = x * x;
      if (u >= 1 - 0.0331 * square * square && Math.log(u) >= 0.5 * square + d * (1 - v + Math.log(v))) continue;
      return Math.log(d * v) + (boosted ? Math.log(1 - random()) / shape : 0);
    }
  };
}

/** Prepares to draw from the standard normal distribution: the polar method of Marsaglia and Bray (SIAM Review 6(3), 1964). */
export function createNormals(random: Random): Random {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const stretch = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * stretch;
      return x * stretch;
    }
  };
}
