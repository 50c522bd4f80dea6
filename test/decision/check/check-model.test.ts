import { describe, expect, it } from '@jest/globals';
import { checkModel } from '../../../src/decision/check/check-model.ts';
import { modelOf, multiple, rule, yes } from '../model-notation.ts';
import { type Changes, changed } from './changed.ts';
import { TRAVEL, travelFindings } from './travel-model.ts';

describe('a model in which everything is right', () => {
  it('has no findings', () => {
    expect(checkModel(TRAVEL)).toEqual([]);
  });

  it('may consist of the necessary parts alone', () => {
    const rules = ['a', 'b', 'c'].map((id, index) =>
      rule(`for-${id}`, { question: 'q', countAtLeast: index, countAtMost: index }, { [id]: 1 }),
    );
    const neutral = multiple('q', 'x', 'y');
    const choices = neutral.choices.map((choice) => ({ ...choice, neutral: true }));
    expect(checkModel(modelOf({ questions: [{ ...neutral, choices }], rules }))).toEqual([]);
  });
});

describe('a structure', () => {
  it.each<[what: string, finding: string, changes: Changes]>([
    ['a fact that needs itself', '/facts/long fact-circle', { '/facts/long': { not: { fact: 'long' } } }],
    [
      'facts that need each other',
      '/facts/long fact-circle',
      { '/facts/long': { fact: 'far' }, '/facts/far': { any: [{ fact: 'long' }, yes('hurry')] } },
    ],
    ['a question that enables itself', '/questions/4/enabledWhen enabling-circle', { '/questions/4/enabledWhen': yes('sleep') }],
    [
      'questions that enable each other',
      '/questions/3/enabledWhen enabling-circle',
      { '/questions/3/enabledWhen': yes('sleep') },
    ],
    ['weights that are all zero', '/criteria all-weights-zero', { '/criteria/0/weight': 0, '/criteria/1/weight': 0 }],
    ['a range without a number in it', '/questions/3/min empty-range', { '/questions/3/min': 21 }],
    [
      'a need for variants that are not there',
      '/alternatives/0/needsVariant variant-missing',
      { '/alternatives/0/needsVariant': true },
    ],
  ])('is refused with %s', (_, finding, changes) => {
    expect(travelFindings(changes)).toEqual([`error ${finding}`]);
  });
});

describe('an example', () => {
  it.each<[what: string, finding: string, changes: Changes]>([
    ['another recommendation', '/expect/recommended example-fails', { '/examples/0/expect/recommended': 'bus' }],
    ['a recommendation instead of none', '/expect/recommended example-fails', { '/examples/0/expect/recommended': 'none' }],
    ['another variant', '/expect/variant example-fails', { '/examples/0/expect/variant': 'by-day' }],
    ['another verdict', '/expect/verdict example-fails', { '/examples/0/expect/verdict': 'none' }],
    ['a smaller margin', '/expect/minMargin example-fails', { '/examples/0/expect/minMargin': 99 }],
    ['nothing excluded', '/expect/excluded example-fails', { '/examples/0/expect/excluded': ['bus'] }],
    ['an unknown question', '/answers/mood unknown-question', { '/examples/0/answers/mood': 1 }],
    ['a number out of range', '/answers/hours out-of-range', { '/examples/0/answers/hours': 21 }],
    ['an unknown weight', '/weights/mood unknown-criterion', { '/examples/0/weights': { mood: 1 } }],
    ['no weight at all', '/weights all-weights-zero', { '/examples/0/weights': { time: 0, cost: 0 } }],
  ])('with %s refuses its model', (_, finding, changes) => {
    expect(travelFindings(changes)).toEqual([`error /examples/0${finding}`]);
  });

  it('says what came out', () => {
    const [finding] = checkModel(changed(TRAVEL, { '/examples/0/expect/recommended': 'bus' }));
    expect(finding?.message).toBe('Example "a long night": expected bus, got train (train 61.1, bus 50.0).');
  });
});

describe('a check', () => {
  it('tells all that is wrong at once', () => {
    expect(
      travelFindings({
        '/rules/0/criterion': 'x',
        '/gates/0/alternative': 'x',
        '/facts/long/question': 'x',
        '/questions/3/min': 99,
      }),
    ).toHaveLength(4);
  });

  it('names a remedy in each finding', () => {
    const [finding] = checkModel(changed(TRAVEL, { '/rules/0/criterion': 'speed' }));
    expect(finding?.message).toBe('There is no criterion speed; use one of time, cost.');
  });
});
