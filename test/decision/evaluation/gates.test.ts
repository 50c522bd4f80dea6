import { describe, expect, it } from '@jest/globals';
import type { Alternative } from '../../../src/decision/model/document.ts';
import { evaluated } from '../evaluated.ts';
import { gate, modelOf, rule, yes, yesNo } from '../model-notation.ts';

const questions = ['p', 'q', 'r'].map(yesNo);
const rules = [rule('for-a', yes('p'), { a: 3 }), rule('for-b', yes('q'), { b: 1 })];

describe('a gate that fires', () => {
  const model = modelOf({ questions, rules, gates: [gate('no-a', 'a', yes('r'))] });

  it('takes its alternative out of the ranking, which keeps its score', () => {
    const { outcome, alternatives } = evaluated(model, { p: true, q: true, r: true });
    expect(outcome.recommended).toBe('b');
    expect(alternatives.map(({ id, rank, score, excludedBy }) => ({ id, rank, score, excludedBy }))).toEqual(
      [
        { id: 'b', rank: 1, score: 50 + 50 / 6, excludedBy: [] },
        { id: 'c', rank: 2, score: 50, excludedBy: [] },
        { id: 'a', rank: undefined, score: 75, excludedBy: ['no-a'] },
      ].map((one) => ({ ...one, score: expect.closeTo(one.score, 9) })),
    );
  });

  it('counts no margin to what is out', () => {
    expect(evaluated(model, { p: true, q: true, r: true }).outcome.margin).toBeCloseTo(50 / 6, 9);
  });

  it('is shown with its reason and the questions it reads', () => {
    const shown = { id: 'no-a', alternative: 'a', effect: 'excluded', because: 'no-a is shut.', questions: ['r'], sources: [] };
    expect(evaluated(model, { r: true }).gates).toEqual([{ ...shown, state: 'fired' }]);
    expect(evaluated(model, { r: false }).gates).toEqual([{ ...shown, state: 'clear' }]);
    expect(evaluated(model, {}).gates).toEqual([{ ...shown, state: 'possible' }]);
  });

  it('is clear before all answers are there when none can fire it any more', () => {
    const never = { ...model, gates: [gate('never', 'a', { all: [yes('r'), { not: yes('r') }] })] };
    expect(evaluated(never, {}).gates).toEqual([expect.objectContaining({ id: 'never', state: 'clear' })]);
  });

  it('does so only once it is certain', () => {
    expect(evaluated(model, { p: true }).outcome.recommended).toBe('a');
  });

  it('is named with every other that fires', () => {
    const twice = { ...model, gates: [gate('no-a', 'a', yes('r')), gate('nor-a', 'a', yes('p'))] };
    expect(evaluated(twice, { p: true, r: true }).alternatives[2]?.excludedBy).toEqual(['no-a', 'nor-a']);
  });
});

describe('an alternative that cannot stand alone', () => {
  const model = modelOf({
    questions,
    rules,
    gates: [
      gate('only-with', 'a', yes('r'), { effect: 'not-alone' }),
      gate('no-c', 'c', yes('r')),
      gate('never-a', 'a', yes('q')),
    ],
  });

  it('is out, and a part of what is recommended', () => {
    const { outcome, alternatives } = evaluated(model, { p: true, r: true });
    expect(outcome).toMatchObject({ recommended: 'b', parts: ['a'] });
    expect(alternatives.find(({ id }) => id === 'a')?.excludedBy).toEqual(['only-with']);
  });

  it('is no part when another gate excludes it', () => {
    expect(evaluated(model, { p: true, q: true, r: true }).outcome).not.toHaveProperty('parts');
  });

  it('is a part of nothing when nothing is recommended', () => {
    const alone = modelOf({
      questions,
      rules,
      gates: ['a', 'b', 'c'].map((id) => gate(`with-${id}`, id, yes('r'), { effect: 'not-alone' })),
    });
    const { outcome } = evaluated(alone, { p: true, r: true });
    expect(outcome).not.toHaveProperty('recommended');
    expect(outcome).not.toHaveProperty('parts');
  });
});

describe('an alternative with variants', () => {
  const variants = ['early', 'late', 'never'].map((id) => ({ id, title: id }));
  const varied = (needsVariant: boolean): readonly Alternative[] => [
    { id: 'a', title: 'Ada', needsVariant, variants },
    { id: 'b', title: 'Bob' },
  ];
  const model = modelOf({
    questions,
    alternatives: varied(true),
    rules: [
      rule('for-a', { any: [yes('p'), yes('q')] }, { a: 1 }),
      rule('late-1', yes('p'), { a: 1 }, { opens: 'late' }),
      rule('late-2', yes('p'), { a: 0.5 }, { opens: 'late' }),
      rule('early-1', yes('q'), { a: 1 }, { opens: 'early' }),
      rule('early-2', yes('r'), { a: 0.5 }, { opens: 'early' }),
    ],
  });

  it('is out without one, when it needs one', () => {
    const { alternatives, outcome } = evaluated(modelOf({ questions, alternatives: varied(true), rules }), { p: true });
    expect(outcome.recommended).toBe('b');
    expect(alternatives[1]).toMatchObject({ id: 'a', score: 75, excludedBy: ['no-variant'] });
  });

  it('stands without one, when it needs none', () => {
    const { outcome } = evaluated(modelOf({ questions, alternatives: varied(false), rules }), { p: true });
    expect(outcome).toMatchObject({ recommended: 'a' });
    expect(outcome).not.toHaveProperty('variant');
  });

  it('takes the variant whose rules give it most, and names the others', () => {
    expect(evaluated(model, { p: true, q: true }).outcome).toMatchObject({ variant: 'late', otherVariants: ['early'] });
  });

  it('takes the variant declared first when they give it the same', () => {
    expect(evaluated(model, { p: true, q: true, r: true }).outcome).toMatchObject({ variant: 'early', otherVariants: ['late'] });
  });

  it('has no variant when another alternative is recommended', () => {
    const gated = { ...model, gates: [gate('no-a', 'a', yes('p'))] };
    const { alternatives, outcome } = evaluated(gated, { p: true });
    expect(outcome).not.toHaveProperty('variant');
    // It has one open; only the gate is in its way.
    expect(alternatives.find(({ id }) => id === 'a')?.excludedBy).toEqual(['no-a']);
  });
});
