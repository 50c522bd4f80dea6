import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparisonOf } from '../../../src/decision/sensitivity/compare.ts';
import { arbitraryAnswers, arbitraryCase, arbitraryWeights, type Case } from '../arbitrary-answers.ts';
import { evaluated } from '../evaluated.ts';
import { modelOf, rule, yes, yesNo } from '../model-notation.ts';
import { type Reference, referenceOf } from '../reference.ts';

describe('a comparison', () => {
  it('is that of two evaluations worked out on paper', () => {
    fc.assert(
      fc.property(arbitraryPair(), ([base, scenario]) => {
        const compared = comparisonOf(evaluation(base), evaluation(scenario));
        const [before, after] = [base, scenario].map(({ model, answers, weights }) => referenceOf(model, answers, weights));
        if (before === undefined || after === undefined) throw new RangeError('a pair has two halves');
        expect(compared.changed).toBe(before.recommended !== after.recommended);
        expect(compared.outcome.recommended).toBe(after.recommended);
        expect(Object.keys(compared.shifts).sort()).toEqual(base.model.alternatives.map(({ id }) => id).sort());
        for (const { id, score } of compared.alternatives) {
          expect(score).toBeCloseTo(after.scores[id] ?? Number.NaN, 9);
          expect(compared.shifts[id]).toBeCloseTo((after.scores[id] ?? Number.NaN) - (before.scores[id] ?? Number.NaN), 9);
        }
        expectMovers(compared.movers, before, after);
      }),
      { numRuns: 50 },
    );
  });

  it('with itself moves nothing', () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const itself = evaluation(given);
        const { changed, movers, shifts } = comparisonOf(itself, itself);
        expect({ changed, movers, shifts: Object.values(shifts).filter((shift) => shift !== 0) }).toEqual({
          changed: false,
          movers: [],
          shifts: [],
        });
      }),
      { numRuns: 15 },
    );
  });

  it('names reasons that moved as far in the order of their ids', () => {
    const ids = ['m', 'x', 'b', 'k'];
    const model = modelOf({ questions: [yesNo('q')], rules: ids.map((id) => rule(id, yes('q'), { a: 1 })) });
    const { movers } = comparisonOf(evaluated(model, {}), evaluated(model, { q: true }));
    expect(movers.map((mover) => mover.rule)).toEqual(['b', 'k', 'm']);
  });

  it('of versions of a model counts an alternative that is new from 50, and names rules that went or came', () => {
    const older = modelOf({
      alternatives: [{ id: 'a', title: 'Ada' }],
      questions: [yesNo('q')],
      rules: [rule('gone', yes('q'), { a: 1.2 })],
    });
    const newer = modelOf({ questions: [yesNo('q')], rules: [rule('new', yes('q'), { a: 0.6, b: 3, c: -1.2 })] });
    const { shifts, movers, changed } = comparisonOf(evaluated(older, { q: true }), evaluated(newer, { q: true }));
    expect(shifts).toEqual({ b: 25, a: -5, c: -10 });
    expect(changed).toBe(true);
    expect(movers).toEqual([
      { rule: 'new', criterion: 'only', because: 'new speaks.', contributions: { a: 5, b: 25, c: -10 } },
      { rule: 'gone', criterion: 'only', because: 'gone speaks.', contributions: { a: -10, b: 0, c: 0 } },
    ]);
  });
});

/** A case, and the same model with other answers or other weights. */
function arbitraryPair(): fc.Arbitrary<readonly [Case, Case]> {
  return arbitraryCase().chain((base) =>
    fc.oneof(
      arbitraryAnswers(base.model).map((answers): readonly [Case, Case] => [base, { ...base, answers }]),
      arbitraryWeights(base.model).map((weights): readonly [Case, Case] => [base, { ...base, weights }]),
    ),
  );
}

function evaluation({ model, answers, weights }: Case) {
  return evaluated(model, answers, { weights });
}

/** Expects the three rules whose contributions differ most, the largest difference first, and no others. */
function expectMovers(movers: ReturnType<typeof comparisonOf>['movers'], before: Reference, after: Reference): void {
  const rules = [...new Set([...before.fired, ...after.fired])];
  const moved = (rule: string, id: string) => (after.contributions[rule]?.[id] ?? 0) - (before.contributions[rule]?.[id] ?? 0);
  const swing = (rule: string) => Math.max(...Object.keys(after.scores).map((id) => Math.abs(moved(rule, id))));
  const swings = rules.map(swing).filter((size) => size > 1e-9);
  const largest = swings.sort((one, other) => other - one).slice(0, 3);
  expect(movers.map(({ rule }) => swing(rule))).toEqual(largest.map((size) => expect.closeTo(size, 9)));
  expect(new Set(movers.map(({ rule }) => rule)).size).toBe(movers.length);
  for (const { rule, contributions } of movers) {
    for (const [id, difference] of Object.entries(contributions)) expect(difference).toBeCloseTo(moved(rule, id), 9);
  }
}
