import { describe, expect, it } from '@jest/globals';
import { compile } from '../../../src/decision/compile/compile.ts';
import { changeableQuestions } from '../../../src/decision/sensitivity/changes/change.ts';
import { steadinessOf } from '../../../src/decision/sensitivity/changes/steadiness.ts';
import { createLandscape } from '../../../src/decision/sensitivity/landscape/landscape.ts';
import { judged } from '../evaluated.ts';
import { modelOf, rule, yes, yesNo } from '../model-notation.ts';

/** Points that a yes to each of some questions gives to one alternative. */
const STEPS = [2, 0.5, 1, 1.5, 0.25];

describe('a value that is held at ±1', () => {
  // The greatest three of the steps, in whatever order they come, and what is there already.
  it.each([
    [4.5, {}, true],
    [4.25, {}, false],
    [5, { q0: true, q1: true, q2: true, q3: true, q4: true }, false],
    [9.75, { q0: true, q1: true, q2: true, q3: true, q4: true }, true],
    [9.5, { q0: true, q1: true, q2: true, q3: true, q4: true }, false],
  ])('stays a sum at a scale of %d, from %j on, with three changes: %p', (scale, answers, steady) => {
    for (const steps of [STEPS, STEPS.toReversed()]) expect(isSteady({ steps, scale, answers })).toBe(steady);
  });

  it('counts rules on several questions along with them', () => {
    const joint = rule('both', { all: [yes('q0'), yes('q1')] }, { a: 3 });
    expect(isSteady({ steps: [1, 1], scale: 5, answers: {}, rules: [joint] })).toBe(true);
    expect(isSteady({ steps: [1, 1], scale: 4.75, answers: {}, rules: [joint] })).toBe(false);
  });
});

function isSteady(given: {
  readonly steps: readonly number[];
  readonly scale: number;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly rules?: readonly ReturnType<typeof rule>[];
}): boolean {
  const { steps, scale, answers, rules = [] } = given;
  const model = compile(
    modelOf({
      criteria: [{ id: 'only', title: 'Only', weight: 1, scale }],
      questions: steps.map((_, index) => yesNo(`q${index}`)),
      rules: [...steps.map((step, index) => rule(`r${index}`, yes(`q${index}`), { a: step })), ...rules],
    }),
  );
  const judgement = judged(model, answers);
  const landscape = createLandscape(model, judgement, changeableQuestions(model, judgement, new Set()));
  return steadinessOf(landscape, 3).steady[0] === 1;
}
