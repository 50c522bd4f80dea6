import { describe, expect, it } from '@jest/globals';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { nextQuestions } from '../../../src/decision/sensitivity/next-question.ts';
import { readableAnswers, readableWeights } from '../evaluated.ts';
import { gate, modelOf, rule, yes, yesNo } from '../model-notation.ts';
import type { RawAnswers } from '../reference-condition.ts';

describe('the next question', () => {
  it('is the one that can move the lead furthest, and says by how much', () => {
    const questions = [yesNo('small'), yesNo('large'), yesNo('tiny'), yesNo('idle')];
    const rules = [
      rule('small', yes('small'), { a: 0.6, b: -0.6 }),
      rule('large', yes('large'), { a: 1.2, b: -1.2 }),
      rule('tiny', yes('tiny'), { a: 0.04 }),
    ];
    expect(next(modelOf({ questions, rules }), {})).toEqual({
      questions: [
        { question: 'large', swing: 20, why: 'It can still move the result by 20 points.' },
        { question: 'small', swing: 10, why: 'It can still move the result by 10 points.' },
        { question: 'tiny', swing: expect.closeTo(1 / 3, 9), why: 'It can still move the result by less than a point.' },
        { question: 'idle', swing: 0, why: 'It moves no score by itself, but completes the picture.' },
      ],
      remaining: 3,
      decided: false,
    });
  });

  it('is the one that the author asks first where several can move it as far', () => {
    const questions = ['one', 'two', 'three', 'four'].map(yesNo);
    const rules = questions.map(({ id }) => rule(id, yes(id), { a: id === 'three' ? 2 : 1 }));
    const asked = next(modelOf({ questions, rules }), {}).questions.map(({ question }) => question);
    expect(asked).toEqual(['three', 'one', 'two', 'four']);
  });

  it('may be one that moves no score but can rule the leader out', () => {
    const rules = [rule('large', yes('large'), { a: 3 })];
    const model = modelOf({ questions: [yesNo('large'), yesNo('shut')], rules, gates: [gate('no-a', 'a', yes('shut'))] });
    expect(next(model, { large: true })).toEqual({
      questions: [{ question: 'shut', swing: 0, why: 'It can still decide which alternatives are left.' }],
      remaining: 1,
      decided: false,
    });
  });

  it('is still asked when nothing can change the recommendation any more', () => {
    const rules = [rule('large', yes('large'), { a: 3 }), rule('small', yes('small'), { b: 1 })];
    const model = modelOf({ questions: [yesNo('large'), yesNo('small')], rules });
    expect(next(model, { large: true })).toEqual({
      questions: [
        {
          question: 'small',
          swing: expect.closeTo(50 / 6, 9),
          why: 'It cannot change the recommendation any more, but makes the plan fit better.',
        },
      ],
      remaining: 0,
      decided: true,
    });
  });

  it('is none when everything is answered or does not apply', () => {
    const model = modelOf({
      questions: [yesNo('large'), { ...yesNo('old'), retired: true }],
      rules: [rule('large', yes('large'), { a: 3 })],
    });
    expect(next(model, { large: { notApplicable: 'no' } }).questions).toEqual([]);
  });
});

function next(document: DecisionModel, answers: RawAnswers) {
  const model = compile(document);
  const request = {
    answers: readableAnswers(model, answers),
    weights: readableWeights(model, {}),
    count: 10,
    depth: 'full',
  } as const;
  return nextQuestions(model, request);
}
