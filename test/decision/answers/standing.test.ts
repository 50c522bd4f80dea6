import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../../../src/decision/model/condition.ts';
import type { Question } from '../../../src/decision/model/question.ts';
import { evaluated } from '../evaluated.ts';
import { modelOf, multiple, number, single, yes, yesNo } from '../model-notation.ts';
import type { RawAnswers } from '../reference-condition.ts';
import { truthOf } from '../truth-of.ts';

const QUESTIONS: readonly Question[] = [
  yesNo('p'),
  yesNo('q'),
  single('one', 'x', 'y', 'z'),
  multiple('many', 'x', 'y', 'z'),
  number('count', 1, 9),
  { ...yesNo('old'), retired: true },
  { ...yesNo('detail'), enabledWhen: yes('p') },
  { ...single('finer', 'x', 'y'), enabledWhen: yes('detail') },
];

/** What answers make of a condition: `true`, `false` or `possible`. */
function truth(when: Condition, answers: RawAnswers): string {
  return truthOf(when, answers, { questions: QUESTIONS });
}

describe('a test on an answer', () => {
  it.each<[test: Condition, passes: unknown, fails: unknown]>([
    [{ question: 'p', is: true }, true, false],
    [{ question: 'p', is: false }, false, true],
    [{ question: 'p', in: [true, false] }, true, undefined],
    [{ question: 'one', is: 'x' }, 'x', 'y'],
    [{ question: 'one', in: ['x', 'y'] }, 'y', 'z'],
    [{ question: 'many', has: 'x' }, ['y', 'x'], ['y']],
    [{ question: 'many', hasAny: ['x', 'y'] }, ['z', 'y'], ['z']],
    [{ question: 'many', hasAll: ['x', 'y'] }, ['x', 'y', 'z'], ['x', 'z']],
    [{ question: 'many', only: ['x', 'y'] }, ['y'], ['y', 'z']],
    [{ question: 'many', only: ['x'] }, [], ['y']],
    [{ question: 'many', countAtLeast: 2 }, ['x', 'y'], ['x']],
    [{ question: 'many', countAtMost: 1 }, ['x'], ['x', 'y']],
    [{ question: 'many', countAtMost: 0 }, [], ['x']],
    [{ question: 'count', atLeast: 5 }, 5, 4],
    [{ question: 'count', atMost: 5 }, 5, 6],
    [{ question: 'count', atLeast: 3, atMost: 4 }, 4, 5],
    [{ question: 'count', atLeast: 3, atMost: 4 }, 3, 2],
    [{ question: 'many', hasAny: ['x', 'y'], countAtMost: 1 }, ['x'], ['x', 'z']],
  ])('%j holds for %j and not for %j', (test, passes, fails) => {
    const question = 'question' in test ? test.question : '';
    expect(truth(test, { [question]: passes })).toBe('true');
    if (fails !== undefined) expect(truth(test, { [question]: fails })).toBe('false');
  });

  it('is open as long as the answer is', () => {
    expect(truth(yes('p'), {})).toBe('possible');
    expect(truth(yes('p'), { p: null })).toBe('possible');
  });

  it('is false where the question does not apply', () => {
    expect(truth(yes('p'), { p: { notApplicable: 'no' } })).toBe('false');
    expect(truth({ question: 'many', countAtMost: 3 }, { many: { notApplicable: 'no' } })).toBe('false');
  });

  it('is what all values of a set agree on', () => {
    expect(truth({ question: 'one', in: ['x', 'y'] }, { one: { anyOf: ['x', 'y'] } })).toBe('true');
    expect(truth({ question: 'one', in: ['x', 'y'] }, { one: { anyOf: ['x', 'z'] } })).toBe('possible');
    expect(truth({ question: 'one', is: 'x' }, { one: { anyOf: ['y', 'z'] } })).toBe('false');
    expect(truth({ question: 'count', atLeast: 5 }, { count: { anyOf: [5, 9] } })).toBe('true');
    expect(truth({ question: 'many', has: 'x' }, { many: { anyOf: [['x'], ['x', 'y']] } })).toBe('true');
  });

  it('stays open on a retired question, whatever is answered', () => {
    expect(truth(yes('old'), { old: true })).toBe('possible');
    expect(truth(yes('old'), { old: { notApplicable: 'gone' } })).toBe('possible');
  });
});

describe('a question with a condition', () => {
  it('is read while enabled', () => {
    expect(truth(yes('detail'), { p: true, detail: true })).toBe('true');
  });

  it('is false while disabled, so that a "not" over it fires', () => {
    expect(truth(yes('detail'), { p: false, detail: true })).toBe('false');
    expect(truth({ not: yes('detail') }, { p: false, detail: true })).toBe('true');
    expect(truth({ not: yes('detail') }, { p: false })).toBe('true');
  });

  it('stays open while it is only possibly enabled, even when answered', () => {
    expect(truth(yes('detail'), { detail: true })).toBe('possible');
    expect(truth({ not: yes('detail') }, { detail: false })).toBe('possible');
  });

  it('is disabled with the question that would enable it', () => {
    const answers = { p: false, detail: true, finer: 'x' };
    expect(truth({ question: 'finer', is: 'x' }, answers)).toBe('false');
    expect(truth({ question: 'finer', is: 'x' }, { ...answers, p: true })).toBe('true');
    expect(truth({ question: 'finer', is: 'x' }, { ...answers, p: null })).toBe('possible');
  });

  it('is disabled where the enabling question does not apply', () => {
    expect(truth({ not: yes('detail') }, { p: { notApplicable: 'no' }, detail: true })).toBe('true');
  });

  it('may come before the question that enables it', () => {
    const questions = [{ ...yesNo('first'), enabledWhen: yes('second') }, yesNo('second')];
    expect(truthOf({ not: yes('first') }, { second: false }, { questions })).toBe('true');
  });

  it('keeps its answer, reported as ignored', () => {
    const model = modelOf({ questions: QUESTIONS });
    expect(evaluated(model, { p: false, old: true, detail: true }).ignored).toEqual([
      { question: 'old', reason: 'retired' },
      { question: 'detail', reason: 'disabled' },
    ]);
    expect(evaluated(model, { p: null, detail: true }).ignored).toEqual([]);
  });
});

describe('"not" over what does not apply', () => {
  it('fires, for "not applicable" is an answer', () => {
    expect(truth({ not: yes('p') }, { p: { notApplicable: 'no' } })).toBe('true');
  });

  it('stays open over what is unknown', () => {
    expect(truth({ not: yes('p') }, { p: null })).toBe('possible');
  });
});
