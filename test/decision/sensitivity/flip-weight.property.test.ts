import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { CompiledModel } from '../../../src/decision/compile/compiled-model.ts';
import type { FlipWeightResult, Robustness, StabilityResult } from '../../../src/decision/evaluation/proof.ts';
import { robustnessOf } from '../../../src/decision/sensitivity/robustness.ts';
import { arbitraryCase, type Case } from '../arbitrary-answers.ts';
import { evaluated, evaluatedBy, judged } from '../evaluated.ts';
import { type RawWeights, type Reference, referenceOf } from '../reference.ts';

/** How far beside a share is looked, and rounding of a share. */
const [BESIDE, SAME] = [1e-7, 1e-12];

describe('a flip weight', () => {
  it('lets the winner stay just before it and makes the other alternative win just beyond', () => {
    expectRobustness(200, ({ flipWeights }, given, { recommended, shares }) => {
      for (const flip of flipWeights) {
        expect(flip.from).toBeCloseTo(shares[flip.criterion] ?? Number.NaN, 11);
        const { before, beyond } = besides(given, flip);
        expect(winnerAt(given, flip.criterion, beyond)).toBe(flip.wouldChoose);
        if (before !== undefined) expect(winnerAt(given, flip.criterion, before)).toBe(recommended);
      }
    });
  });

  it('comes at most once in each direction, and never for a criterion with all the weight', () => {
    expectRobustness(200, ({ flipWeights }, { model }, { shares }) => {
      for (const { id } of model.criteria) {
        const own = flipWeights.filter(({ criterion }) => criterion === id);
        expect(own.filter(({ from, to }) => to < from - SAME).length).toBeLessThanOrEqual(1);
        expect(own.filter(({ from, to }) => to > from + SAME).length).toBeLessThanOrEqual(1);
        expect(own.length).toBeLessThanOrEqual((shares[id] ?? 0) > 1 - SAME ? 0 : 2);
      }
    });
  });
});

describe('a stability interval', () => {
  it('holds the shares at which the winner stays, and no others next to it', () => {
    expectRobustness(60, ({ stability }, given, { recommended, shares }) => {
      for (const interval of stability.filter(({ criterion }) => (shares[criterion] ?? 1) < 1 - SAME)) {
        for (const share of sharesIn(interval)) expect(winnerAt(given, interval.criterion, share)).toBe(recommended);
        for (const share of sharesBeside(interval)) expect(winnerAt(given, interval.criterion, share)).not.toBe(recommended);
      }
    });
  });

  it('holds the present share, and ends where the flip weights are', () => {
    expectRobustness(200, ({ stability, flipWeights }, { model }, { shares }) => {
      expect(stability.map(({ criterion }) => criterion)).toEqual(model.criteria.map(({ id }) => id));
      for (const { criterion, low, high } of stability) {
        const share = shares[criterion] ?? Number.NaN;
        if (share > 1 - SAME) expect([low, high]).toEqual([0, 1]);
        expect(low - SAME <= share && share <= high + SAME).toBe(true);
        const ends = flipWeights.filter((flip) => flip.criterion === criterion).map(({ to }) => to);
        expect([low, high].filter((end) => !ends.includes(end) && end !== 0 && end !== 1)).toEqual([]);
        expect(ends.filter((end) => end !== low && end !== high)).toEqual([]);
      }
    });
  });

  it('does not exist where nothing is recommended', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ model }) => {
        expect(evaluated(model, {}).robustness).toMatchObject({ flipWeights: [], stability: [] });
      }),
      { numRuns: 10 },
    );
  });
});

/** A case with its model compiled, for many evaluations. */
interface CompiledCase extends Case {
  readonly compiled: CompiledModel;
}

/** Runs on many cases in which something is recommended. */
function expectRobustness(
  numRuns: number,
  compare: (found: Pick<Robustness, 'flipWeights' | 'stability'>, given: CompiledCase, reference: Reference) => void,
): void {
  fc.assert(
    fc.property(arbitraryCase(), (given) => {
      const reference = referenceOf(given.model, given.answers, given.weights);
      fc.pre(reference.recommended !== undefined);
      const compiled = compile(given.model);
      const judgement = judged(compiled, given.answers, given.weights);
      compare(robustnessOf(compiled, judgement, { all: [], weights: [] }), { ...given, compiled }, reference);
    }),
    { numRuns },
  );
}

/**
 * Shares just beyond a flip, or at it where nothing lies beyond, and just before it, if it is not where the share is
 * now. A flip that is where the share is now goes down if its alternative wins when the share shrinks.
 */
function besides(given: CompiledCase, { criterion, from, to, wouldChoose }: FlipWeightResult) {
  const shrinks = to < from || (to === from && from > BESIDE && winnerAt(given, criterion, from - BESIDE) === wouldChoose);
  const step = shrinks ? -BESIDE : BESIDE;
  const isShare = to + step >= 0 && to + step <= 1;
  return { beyond: isShare ? to + step : to, before: Math.abs(to - from) > BESIDE ? to - step : undefined };
}

/** Many shares inside an interval, from one end to the other. */
function sharesIn({ low, high }: StabilityResult): readonly number[] {
  const [start, length] = [low + BESIDE, high - low - 2 * BESIDE];
  return length < 0 ? [] : Array.from({ length: 41 }, (_, step) => start + (length * step) / 40);
}

/** The shares just outside an interval. */
function sharesBeside({ low, high }: StabilityResult): readonly number[] {
  return [low - BESIDE, high + BESIDE].filter((share) => share > 0 && share < 1);
}

/** Who wins when a criterion has this share of the weight and the others share the rest as they do now. */
function winnerAt(given: CompiledCase, criterion: string, share: number): string | undefined {
  const weights = weightsAt(given, criterion, share);
  return evaluatedBy(given.compiled, given.answers, { weights, explain: 'none' }).outcome.recommended;
}

function weightsAt({ model, weights }: Case, criterion: string, share: number): RawWeights {
  const plain = model.criteria.map(({ id, weight }) => [id, weights[id] ?? weight] as const);
  const others = plain.reduce((sum, [id, weight]) => (id === criterion ? sum : sum + weight), 0);
  return Object.fromEntries(plain.map(([id, weight]) => [id, id === criterion ? share : (weight / others) * (1 - share)]));
}
