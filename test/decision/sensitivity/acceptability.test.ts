import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { arbitraryCase, type Case } from '../arbitrary-answers.ts';
import { evaluated } from '../evaluated.ts';
import { gate, modelOf, multiple, number, rule, single, yes, yesNo } from '../model-notation.ts';
import type { RawAnswers } from '../reference-condition.ts';
import { arbitraryOpenCase } from './arbitrary-open-case.ts';
import { seededDice } from './dice.ts';
import { type Frequencies, plainMonteCarlo } from './monte-carlo.ts';

/** Samples of an evaluation and of the test. */
const [OURS, PLAIN] = [1_000, 5_000];

/**
 * The chance that a share exceeds 0.8 which follows the beta distribution with both shapes 1.5, as that of a criterion
 * with half the weight among three does: a part of the half disc, `(arccos 0.6 − 0.6 · 0.8) / π`.
 */
const BEYOND_FOUR_FIFTHS = (Math.acos(0.6) - 0.48) / Math.PI;

describe('acceptability, compared with a plain Monte Carlo simulation', () => {
  it('agrees where all that is open is a choice and one criterion has no weight', () => {
    const questions = [
      single('colour', 'red', 'green', 'blue'),
      yesNo('large'),
      { ...number('age', 1, 5), type: 'scale' as const },
    ];
    const rules = [
      rule('red', { question: 'colour', is: 'red' }, { a: 3 }, { criterion: 'taste' }),
      rule('green', { question: 'colour', is: 'green' }, { b: 3 }, { criterion: 'taste' }),
      rule('large', yes('large'), { b: 2, c: -1 }, { criterion: 'cost' }),
      rule('small', { question: 'large', is: false }, { c: 3 }, { criterion: 'cost' }),
      rule('old', { question: 'age', atLeast: 4 }, { a: 2, c: 1 }, { criterion: 'age' }),
      rule('young', { question: 'age', atMost: 2 }, { b: 3 }, { criterion: 'nothing' }),
    ];
    expectAgreement({ ...criteria({ taste: 3, cost: 1.7, age: 0.4, nothing: 0 }), questions, rules }, {});
    expectAgreement({ ...criteria({ taste: 3, cost: 1.7, age: 0.4, nothing: 0 }), questions, rules }, { colour: 'green' });
  });

  it('agrees on how far drawn weights stray from those that were given', () => {
    const rules = ['speed', 'cost', 'care'].map((criterion) => {
      return rule(criterion, yes('known'), { b: 4.8, ...(criterion === 'speed' && { a: 6 }) }, { criterion });
    });
    const parts = { ...criteria({ speed: 2, cost: 1, care: 1 }), questions: [yesNo('known')], rules };
    expectAgreement(parts, { known: true });
    const { weightAcceptability } = robustness({ model: modelOf(parts), answers: { known: true }, weights: {} });
    expectClose(weightAcceptability, { a: BEYOND_FOUR_FIFTHS, b: 1 - BEYOND_FOUR_FIFTHS }, [OURS, Number.MAX_SAFE_INTEGER]);
  });

  it('agrees on questions that others enable, before or after them in the author’s order', () => {
    const questions = [
      { ...yesNo('early'), enabledWhen: yes('late') },
      yesNo('root'),
      { ...single('branch', 'one', 'two', 'three'), enabledWhen: yes('root') },
      yesNo('late'),
      { ...yesNo('leaf'), enabledWhen: { question: 'branch', in: ['one', 'two'] } },
    ];
    const rules = [
      rule('early', yes('early'), { a: 3 }),
      rule('root', yes('root'), { b: 1, c: 1 }),
      rule('one', { question: 'branch', is: 'one' }, { c: 2 }),
      rule('no-three', { not: { question: 'branch', is: 'three' } }, { a: 1 }),
      rule('late', yes('late'), { b: 1 }),
      rule('leaf', { not: yes('leaf') }, { b: 1, a: 0.5 }),
    ];
    expectAgreement({ questions, rules }, {});
    expectAgreement({ questions, rules }, { late: true, leaf: null });
  });

  it('agrees on sets, of which every valid one is equally likely', () => {
    const questions = [multiple('tools', 'saw', 'axe', 'drill', 'nail', 'glue', 'none!'), multiple('days', 'sat', 'sun')];
    const rules = [
      rule('saw', { question: 'tools', has: 'saw' }, { a: 1 }),
      rule('many', { question: 'tools', countAtLeast: 3 }, { b: 2 }),
      rule('cutting', { question: 'tools', hasAll: ['saw', 'axe'] }, { c: 2 }),
      rule('only', { question: 'tools', only: ['nail', 'glue'] }, { a: 1.5 }),
      rule('none', { question: 'tools', has: 'none' }, { c: 3 }),
      rule('weekend', { question: 'days', countAtMost: 1 }, { b: 0.5 }),
    ];
    expectAgreement({ questions, rules }, {});
  });

  it('agrees on integers, of which every interval that conditions tell apart is equally likely', () => {
    const questions = [number('people', 0, 5_000), number('unread', 0, 3)];
    const rules = [
      rule('few', { question: 'people', atMost: 5 }, { a: 3 }),
      rule('many', { question: 'people', atLeast: 100 }, { b: 3 }),
      rule('some', { question: 'people', atLeast: 20, atMost: 49 }, { c: 3 }),
      rule('any', { question: 'people', atLeast: 0 }, { c: 0.5 }),
    ];
    expectAgreement({ questions, rules }, {});
  });

  it('agrees on sets of possible values, gates and variants', () => {
    const alternatives = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', needsVariant: true, variants: [{ id: 'b-one', title: 'One' }] },
      { id: 'c', title: 'C' },
    ];
    const questions = [single('colour', 'red', 'green', 'blue', 'grey'), number('people', 0, 100), yesNo('shut'), yesNo('open')];
    const rules = [
      rule('red', { question: 'colour', is: 'red' }, { a: 2 }),
      rule('blue', { question: 'colour', is: 'blue' }, { c: 2 }),
      rule('crowd', { question: 'people', atLeast: 50 }, { b: 1 }),
      rule('open', yes('open'), { b: 2 }, { opens: 'b-one' }),
    ];
    const gates = [gate('no-a', 'a', yes('shut')), gate('no-c', 'c', { all: [yes('shut'), { not: yes('open') }] })];
    const answers = { colour: { anyOf: ['red', 'blue', 'grey'] }, people: { anyOf: [3, 70, 80] }, open: null };
    expectAgreement({ alternatives, questions, rules, gates }, answers);
    expectAgreement({ alternatives, questions, rules, gates }, { ...answers, shut: true });
  });

  it('agrees on arbitrary models', () => {
    const cases = fc.sample(arbitraryOpenCase({ rules: 12 }), { numRuns: 60, seed: 11 });
    for (const given of cases.filter(({ model }) => model.criteria.length > 1).slice(0, 6)) expectSameLaw(given);
  });
});

describe('acceptability', () => {
  it('sums to 1 over the outcomes that come about', () => {
    fc.assert(
      fc.property(arbitraryOpenCase(), (given) => {
        const { acceptability, weightAcceptability, samples } = robustness(given);
        expect(samples).toBe(OURS);
        for (const shares of [acceptability, weightAcceptability].map(Object.values<number>)) {
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('hangs on the weights alone where nothing is open', () => {
    const settled = arbitraryCase().map(({ model, answers, weights }) => {
      const open = Object.fromEntries(model.questions.map(({ id }) => [id, { notApplicable: 'not here' }]));
      const values = Object.entries(answers).filter(
        ([, answer]) => answer !== null && !(typeof answer === 'object' && 'anyOf' in answer),
      );
      return { model, answers: { ...open, ...Object.fromEntries(values) }, weights };
    });
    fc.assert(
      fc.property(settled, (given) => {
        const { acceptability, weightAcceptability } = robustness(given);
        expectClose(acceptability, weightAcceptability, [OURS, OURS]);
      }),
      { numRuns: 25 },
    );
  });

  it('of the same request is the same, in any order of its keys', () => {
    fc.assert(
      fc.property(arbitraryOpenCase(), ({ model, answers, weights }) => {
        const backwards = <T>(entries: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(entries).reverse());
        const other = { model: structuredClone(model), answers: backwards(answers), weights: backwards(weights) };
        expect(JSON.stringify(robustness(other))).toBe(JSON.stringify(robustness({ model, answers, weights })));
      }),
      { numRuns: 12 },
    );
  });
});

function criteria(weights: Readonly<Record<string, number>>): Pick<DecisionModel, 'criteria'> {
  return { criteria: Object.entries(weights).map(([id, weight]) => ({ id, title: id, weight, scale: 6 })) };
}

function expectAgreement(parts: Partial<DecisionModel>, answers: RawAnswers): void {
  expectSameLaw({ model: modelOf(parts), answers, weights: {} });
}

/** Expects the shares of an evaluation to be those of a plain simulation, but for chance. */
function expectSameLaw(given: Case): void {
  const { both, weightsAlone } = plainMonteCarlo(given, { dice: seededDice(20_261), samples: PLAIN });
  const { acceptability, weightAcceptability } = robustness(given);
  expectClose(acceptability, both, [OURS, PLAIN]);
  expectClose(weightAcceptability, weightsAlone, [OURS, PLAIN]);
}

/** Expects frequencies to differ by less than five standard errors. */
function expectClose(one: Frequencies, other: Frequencies, [size, otherSize]: readonly [number, number]): void {
  for (const outcome of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [share, otherShare] = [one[outcome] ?? 0, other[outcome] ?? 0];
    const pooled = (share * size + otherShare * otherSize) / (size + otherSize);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / size + 1 / otherSize));
    expect({ outcome, apart: Math.abs(share - otherShare) }).toEqual({
      outcome,
      apart: expect.closeTo(0, -Math.log10(10 * error + 1e-12)),
    });
  }
}

function robustness({ model, answers, weights }: Case) {
  const { robustness: found } = evaluated(model, answers, { weights });
  if (found === undefined) throw new RangeError('a full evaluation has no robustness');
  return found;
}
