import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { evaluated } from '../evaluated.ts';
import { modelOf, rule, yes, yesNo } from '../model-notation.ts';

/**
 * The weighted sum model of Triantaphyllou and Sánchez, "A sensitivity analysis approach for some deterministic
 * multi-criteria decision making methods", Decision Sciences 28(1), 1997, 151–194: alternative i is worth
 * `P_i = Σ_j a_ij w_j`. Rows are alternatives, columns are criteria.
 */
interface DecisionMatrix {
  readonly weights: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/** A change of one weight at which the best alternative and another one tie; the new weight is the old one less the change. */
interface Change {
  readonly criterion: number;
  readonly other: number;
  readonly change: number;
}

/** Small enough to follow on paper: P = 0.46, 0.50, 0.49, so that the second leads. */
const example: DecisionMatrix = {
  weights: [0.4, 0.3, 0.2, 0.1],
  rows: [
    [0.5, 0.4, 0.6, 0.2],
    [0.3, 0.7, 0.4, 0.9],
    [0.9, 0.2, 0.1, 0.5],
  ],
};

describe('the method of Triantaphyllou and Sánchez', () => {
  it('finds in a small matrix the changes that can be worked out on paper', () => {
    expect(changesInTheory(example)).toEqual(
      [
        [0, 2, -0.01 / 0.6],
        [1, 2, 0.02],
        [2, 2, 0.1 / 3],
        [2, 0, -0.2],
        [3, 2, 0.025],
      ].map(([criterion, other, change]) => ({ criterion, other, change: expect.closeTo(change ?? 0, 12) })),
    );
  });

  it('finds the changes that lead to our flip weights', () => {
    expectAgreement(example);
  });

  it('finds the changes that lead to our flip weights in any matrix', () => {
    fc.assert(fc.property(arbitraryMatrix(), expectAgreement), { numRuns: 40 });
  });
});

/**
 * Compares shares. Taking a change off weight k and leaving the others alone is the same direction as keeping them in
 * proportion: with `W_j = w_j m_j`, m_j being the maximum of column j, the share of k is then
 * `(w_k − change) · m_k / (Σ W_j − change · m_k)`; where weights sum to 1 and maxima are 1, `(w_k − change) / (1 − change)`.
 */
function expectAgreement(matrix: DecisionMatrix): void {
  const maxima = maximaOf(matrix);
  const total = sum(matrix.weights.map((weight, k) => weight * (maxima[k] ?? 1)));
  const theory = changesInTheory(matrix).map(({ criterion, other, change }) => {
    const maximum = maxima[criterion] ?? 1;
    const share = (((matrix.weights[criterion] ?? 0) - change) * maximum) / (total - change * maximum);
    return { criterion: `criterion-${criterion}`, to: expect.closeTo(share, 9), wouldChoose: `alternative-${other}` };
  });
  const { robustness } = evaluated(modelFor(matrix), { known: true });
  expect(robustness?.flipWeights.map(({ from, ...flip }) => flip)).toEqual(theory);
}

/**
 * `(P_j − P_i) / (a_jk − a_ik)` for the best alternative i and each other one j, the nearest of them in either
 * direction, where it leaves the weight positive.
 */
function changesInTheory({ weights, rows }: DecisionMatrix): readonly Change[] {
  const worth = rows.map((row) => sum(row.map((value, k) => value * (weights[k] ?? 0))));
  const best = worth.indexOf(Math.max(...worth));
  return weights.flatMap((weight, criterion) => {
    const changes = rows.flatMap((row, other): readonly Change[] => {
      const difference = (row[criterion] ?? 0) - (rows[best]?.[criterion] ?? 0);
      const change = ((worth[other] ?? 0) - (worth[best] ?? 0)) / difference;
      return other === best || difference === 0 || change >= weight ? [] : [{ criterion, other, change }];
    });
    const byDistance = [...changes].sort((one, another) => Math.abs(one.change) - Math.abs(another.change));
    const down = byDistance.find(({ change }) => change > 0);
    const up = byDistance.find(({ change }) => change < 0);
    return [down, up].filter((change) => change !== undefined);
  });
}

/** A decision matrix as a model of ours: values are points, the column's maximum is folded into the weight. */
function modelFor(matrix: DecisionMatrix): DecisionModel {
  const maxima = maximaOf(matrix);
  return modelOf({
    alternatives: matrix.rows.map((_, index) => ({ id: `alternative-${index}`, title: `Alternative ${index}` })),
    criteria: matrix.weights.map((weight, k) => {
      return { id: `criterion-${k}`, title: `Criterion ${k}`, weight: weight * (maxima[k] ?? 1), scale: 3 };
    }),
    questions: [yesNo('known')],
    rules: maxima.map((maximum, k) => {
      const points = matrix.rows.map((row, index) => [`alternative-${index}`, (3 * (row[k] ?? 0)) / maximum]);
      return rule(`column-${k}`, yes('known'), Object.fromEntries(points), { criterion: `criterion-${k}` });
    }),
  });
}

function maximaOf({ weights, rows }: DecisionMatrix): readonly number[] {
  return weights.map((_, k) => Math.max(...rows.map((row) => row[k] ?? 0)));
}

/** Any matrix of 3 or 4 alternatives and 4 criteria, weights summing to 1, in which nothing ties. */
function arbitraryMatrix(): fc.Arbitrary<DecisionMatrix> {
  const fraction = fc.integer({ min: 1, max: 10_000 }).map((number) => number / 10_000);
  const row = fc.tuple(fraction, fraction, fraction, fraction);
  return fc
    .record({ weights: row, rows: fc.array(row, { minLength: 3, maxLength: 4 }) })
    .map(({ weights, rows }) => ({ weights: weights.map((weight) => weight / sum(weights)), rows }))
    .filter((matrix) => nothingTies(matrix));
}

/** Whether no two alternatives are worth the same, by one criterion or by all. */
function nothingTies({ weights, rows }: DecisionMatrix): boolean {
  const worth = rows.map((row) => sum(row.map((value, k) => value * (weights[k] ?? 0))));
  return areApart(worth) && weights.every((_, k) => areApart(rows.map((row) => row[k] ?? 0)));
}

function areApart(numbers: readonly number[]): boolean {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted.every((number, index) => index === 0 || number - (sorted[index - 1] ?? 0) > 1e-6);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
