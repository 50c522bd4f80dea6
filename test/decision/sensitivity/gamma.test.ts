import { describe, expect, it } from '@jest/globals';
import { createLogGammas, createNormals, createShareDraws } from '../../../src/decision/sensitivity/samples/gamma.ts';
import { type Random, seededRandom } from '../../../src/decision/sensitivity/samples/random.ts';

/** Numbers drawn to look at a distribution; with as many a mean lies within five standard errors, fixed by the seed. */
const DRAWN = 20_000;

describe('random numbers', () => {
  it('are the same for the same seed, and others for another', () => {
    const first = (seed: number) => drawn(seededRandom(seed), 5);
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
    expect(first(0)).not.toEqual(first(2 ** 31));
  });

  it('lie evenly in [0, 1), also in pairs', () => {
    const numbers = drawn(seededRandom(3), DRAWN);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const pairs = new Map<string, number>();
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const cell = [numbers[at], numbers[at + 1]].map((number) => Math.floor(4 * (number ?? 0))).join();
      pairs.set(cell, (pairs.get(cell) ?? 0) + 1);
    }
    const expected = DRAWN / 2 / 16;
    const chiSquare = [...pairs.values()].reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0);
    expect(pairs.size).toBe(16);
    expect(chiSquare).toBeLessThan(15 + 5 * Math.sqrt(30));
  });
});

describe('normal numbers', () => {
  it('have the moments of the standard normal distribution', () => {
    const numbers = drawn(createNormals(seededRandom(5)), DRAWN);
    expectMean(numbers, { mean: 0, variance: 1 });
    expectMean(
      numbers.map((x) => x * x),
      { mean: 1, variance: 2 },
    );
    expectMean(
      numbers.map((x) => x ** 3),
      { mean: 0, variance: 15 },
    );
  });
});

describe('gamma numbers', () => {
  it.each([0.05, 0.4, 1, 1.5, 4, 30])('of shape %d have its mean and its variance', (shape) => {
    const random = seededRandom(11);
    const logarithms = drawn(createLogGammas(random, createNormals(random), shape), DRAWN);
    const numbers = logarithms.map(Math.exp);
    expectMean(numbers, { mean: shape, variance: shape });
    const fourthMoment = 3 * shape ** 2 + 6 * shape;
    expectMean(
      numbers.map((x) => (x - shape) ** 2),
      { mean: shape, variance: fourthMoment - shape ** 2 },
    );
  });

  it('of a tiny shape do not vanish, being logarithms', () => {
    const random = seededRandom(13);
    const logarithms = drawn(createLogGammas(random, createNormals(random), 1e-4), 1_000);
    expect(logarithms.every(Number.isFinite)).toBe(true);
    expect(Math.min(...logarithms)).toBeLessThan(-745);
  });
});

describe('shares', () => {
  const shapes = [0.5, 1.5, 0, 4];

  it('sum to 1, and are 0 where their shape is', () => {
    for (const shares of drawnShares(shapes, 500)) {
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(shares[2]).toBe(0);
    }
  });

  it('have the means and the variances of the Dirichlet distribution', () => {
    const all = drawnShares(shapes, DRAWN);
    for (const [index, shape] of shapes.entries()) {
      const shares = all.map((one) => one[index] ?? Number.NaN);
      const [first, second, , fourth] = [1, 2, 3, 4].map((power) => betaMoment(shape, 6, power));
      expectMean(shares, { mean: first ?? 0, variance: (second ?? 0) - (first ?? 0) ** 2 });
      expectMean(
        shares.map((share) => share ** 2),
        { mean: second ?? 0, variance: (fourth ?? 0) - (second ?? 0) ** 2 },
      );
    }
  });

  it('of tiny shapes go to one of them as a whole, each in its turn', () => {
    const winners = drawnShares([1e-3, 1e-3, 2e-3], 4_000).map((shares) => shares.findIndex((share) => share > 0.99));
    expect(winners.filter((winner) => winner < 0).length).toBeLessThan(80);
    expectMean(
      winners.map((winner) => Number(winner === 2)),
      { mean: 0.5, variance: 0.25 },
    );
  });
});

function drawn(random: Random, count: number): readonly number[] {
  return Array.from({ length: count }, random);
}

function drawnShares(shapes: readonly number[], count: number): readonly (readonly number[])[] {
  const draw = createShareDraws(seededRandom(17), shapes);
  return Array.from({ length: count }, () => {
    const shares = shapes.map(() => Number.NaN);
    draw(shares);
    return shares;
  });
}

/** The mean of a power of a share of the given shape out of the sum of all shapes, which follows a beta distribution. */
function betaMoment(shape: number, total: number, power: number): number {
  return Array.from({ length: power }, (_, step) => (shape + step) / (total + step)).reduce(
    (product, factor) => product * factor,
    1,
  );
}

/** Expects the mean of some numbers within five standard errors of that of their distribution. */
function expectMean(numbers: readonly number[], { mean, variance }: { readonly mean: number; readonly variance: number }): void {
  const found = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  expect(Math.abs(found - mean)).toBeLessThanOrEqual(5 * Math.sqrt(variance / numbers.length));
}
