import { describe, expect, it } from '@jest/globals';
import { evaluated } from '../evaluated.ts';
import { modelOf, single, yes, yesNo } from '../model-notation.ts';
import type { RawAnswers } from '../reference-condition.ts';

const model = modelOf({
  criteria: [
    { id: 'first', title: 'First', weight: 3, scale: 6 },
    { id: 'second', title: 'Second', weight: 1, scale: 6 },
    { id: 'unasked', title: 'Unasked', weight: 0, scale: 6 },
  ],
  questions: [
    { ...yesNo('p'), criteria: ['first', 'second'] },
    { ...single('q', 'x', 'y'), criteria: ['first'] },
    { ...yesNo('detail'), criteria: ['second'], enabledWhen: yes('p') },
    { ...yesNo('old'), criteria: ['second'], retired: true },
  ],
});

/** Coverage of `first`, of `second` and of the outcome. */
function coverage(answers: RawAnswers): readonly unknown[] {
  const { criteria = [], outcome } = evaluated(model, answers);
  return [criteria[0]?.coverage, criteria[1]?.coverage, outcome.coverage];
}

describe('coverage', () => {
  it('is nothing before the first answer', () => {
    expect(coverage({})).toEqual([0, 0, 0]);
  });

  it('counts answered questions that list the criterion, and the criteria by their share', () => {
    expect(coverage({ q: 'x' })).toEqual([0.5, 0, 0.375]);
    expect(coverage({ p: true, q: 'x' })).toEqual([1, 0.5, 0.875]);
    expect(coverage({ p: true, q: 'x', detail: false })).toEqual([1, 1, 1]);
  });

  it('counts only questions that are enabled', () => {
    expect(coverage({ p: false })).toEqual([0.5, 1, 0.625]);
  });

  it('counts what does not apply as answered', () => {
    expect(coverage({ q: { notApplicable: 'no' } })).toEqual([0.5, 0, 0.375]);
  });

  it('counts neither the unknown nor a set of values', () => {
    expect(coverage({ p: null, q: { anyOf: ['x', 'y'] } })).toEqual([0, 0, 0]);
  });

  it('does not ask for retired questions', () => {
    expect(coverage({ p: false, q: 'x', old: true })).toEqual([1, 1, 1]);
  });

  it('is full for a criterion that no question is about', () => {
    expect(evaluated(model).criteria?.[2]?.coverage).toBe(1);
  });
});
