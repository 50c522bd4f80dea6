import { describe, expect, it } from '@jest/globals';
import { evaluated } from '../evaluated.ts';
import { modelOf, rule, yes, yesNo } from '../model-notation.ts';

const criteria = [
  { id: 'heavy', title: 'Heavy', weight: 3, scale: 6 },
  { id: 'light', title: 'Light', weight: 1, scale: 2 },
];
const questions = ['p', 'q', 'r'].map(yesNo);
const model = modelOf({
  questions,
  criteria,
  rules: [
    rule('heavy-p', yes('p'), { a: 3, b: -1.5 }, { criterion: 'heavy' }),
    rule('light-q', yes('q'), { a: 1, b: 1 }, { criterion: 'light' }),
    rule('light-r', yes('r'), { a: 3, b: -3 }, { criterion: 'light' }),
  ],
});

/** Scores by alternative. */
function scores(answers: Record<string, unknown>, weights = {}): Record<string, number> {
  return Object.fromEntries(evaluated(model, answers, { weights }).alternatives.map(({ id, score }) => [id, score]));
}

/** Contributions by rule. */
function contributions(answers: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries((evaluated(model, answers).rationale ?? []).map((reason) => [reason.rule, reason.contributions]));
}

describe('a score', () => {
  it('is 50 where nothing speaks either way', () => {
    expect(scores({ p: false, q: false, r: false })).toEqual({ a: 50, b: 50, c: 50 });
  });

  it('moves by 50 times the share times the points over the scale', () => {
    expect(scores({ p: true })).toEqual({ a: 50 + 50 * 0.75 * 0.5, b: 50 - 50 * 0.75 * 0.25, c: 50 });
  });

  it('follows the weights that are sent', () => {
    expect(scores({ p: true }, { heavy: 1 })).toEqual({ a: 62.5, b: 43.75, c: 50 });
    expect(scores({ p: true }, { heavy: 0 })).toEqual({ a: 50, b: 50, c: 50 });
  });

  it('takes no more from a criterion than its scale allows', () => {
    expect(scores({ q: true, r: true })).toEqual({ a: 50 + 50 * 0.25, b: 50 - 50 * 0.25, c: 50 });
  });

  it('reaches 100 and 0, and nothing beyond', () => {
    const strong = modelOf({
      questions,
      rules: [rule('p', yes('p'), { a: 3, b: -3 }), rule('q', yes('q'), { a: 3, b: -3 }), rule('r', yes('r'), { a: 3, b: -3 })],
    });
    const { alternatives } = evaluated(strong, { p: true, q: true, r: true });
    expect(alternatives.map(({ id, score }) => [id, score])).toEqual([
      ['a', 100],
      ['c', 50],
      ['b', 0],
    ]);
  });

  it('has no dust of binary fractions', () => {
    const fractions = modelOf({
      questions,
      rules: [rule('p', yes('p'), { a: 0.1, b: -0.1 }), rule('q', yes('q'), { a: 0.2, b: 0.1 })],
    });
    const { alternatives } = evaluated(fractions, { p: true, q: true });
    expect(alternatives.map(({ id, score }) => [id, score])).toEqual([
      ['a', 52.5],
      ['b', 50],
      ['c', 50],
    ]);
  });
});

describe('a contribution', () => {
  it('is what the rule adds to each score', () => {
    expect(contributions({ p: true })).toEqual({ 'heavy-p': { a: 18.75, b: -9.375, c: 0 } });
  });

  it('shrinks in proportion where the value of its criterion is held', () => {
    expect(contributions({ q: true, r: true })).toEqual({
      'light-q': { a: 12.5 / 4, b: 6.25, c: 0 },
      'light-r': { a: (12.5 * 3) / 4, b: -18.75, c: 0 },
    });
  });
});

describe('a criterion', () => {
  it('shows its weight, its share and what it says of each alternative', () => {
    expect(evaluated(model, { p: true, r: true }, { weights: { light: 2 } }).criteria).toEqual([
      { id: 'heavy', title: 'Heavy', weight: 3, share: 0.6, coverage: 1, values: { a: 0.5, b: -0.25, c: 0 } },
      { id: 'light', title: 'Light', weight: 2, share: 0.4, coverage: 1, values: { a: 1, b: -1, c: 0 } },
    ]);
  });
});
