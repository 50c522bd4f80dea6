import fc from 'fast-check';
import type { DecisionModel } from '../../src/decision/model/document.ts';
import type { Question } from '../../src/decision/model/question.ts';
import { arbitraryModel, type ModelSize } from './arbitrary-model.ts';
import { arbitraryNumbers } from './arbitrary-numbers.ts';
import { openOptions, type RawValue, valuesOf } from './completions.ts';
import type { RawWeights } from './reference.ts';
import type { RawAnswers } from './reference-condition.ts';

/** A model with valid answers and weights, as they are sent. */
export interface Case {
  readonly model: DecisionModel;
  readonly answers: RawAnswers;
  readonly weights: RawWeights;
}

/** Any case, see {@link arbitraryModel}. */
export function arbitraryCase(size: ModelSize = {}): fc.Arbitrary<Case> {
  return arbitraryModel(size).chain((model) =>
    fc.record({ model: fc.constant(model), answers: arbitraryAnswers(model), weights: arbitraryWeights(model) }),
  );
}

/** Any valid answers, to retired and to disabled questions too; in one case of five a question is unanswered. */
export function arbitraryAnswers(model: DecisionModel): fc.Arbitrary<RawAnswers> {
  const entries = model.questions.map((question) => [question.id, arbitraryAnswer(question)] as const);
  return fc
    .tuple(
      ...entries.map(([id, answer]) =>
        fc.option(
          answer.map((given) => [id, given] as const),
          { freq: 5 },
        ),
      ),
    )
    .map((given) => Object.fromEntries(given.filter((entry) => entry !== null)));
}

/** Any valid answer: mostly a value, else unknown, not applicable, or a set of values. */
export function arbitraryAnswer(question: Question): fc.Arbitrary<unknown> {
  const values = valuesOf(question);
  return fc.oneof(
    { arbitrary: arbitraryValue(question), weight: 8 },
    { arbitrary: fc.constant(null), weight: 1 },
    { arbitrary: fc.constant({ notApplicable: 'not here' }), weight: 1 },
    { arbitrary: fc.record({ anyOf: fc.shuffledSubarray([...values], { minLength: 1 }) }), weight: 2 },
  );
}

/** Any valid value; the choices of a set come in any order. */
export function arbitraryValue(question: Question): fc.Arbitrary<RawValue> {
  return fc
    .constantFrom(...valuesOf(question))
    .chain(
      (value): fc.Arbitrary<RawValue> =>
        typeof value === 'object' ? fc.shuffledSubarray([...value], { minLength: value.length }) : fc.constant(value),
    );
}

/** Any weights from 0 to 5 of some criteria, with at least one above 0 over all. */
export function arbitraryWeights(model: DecisionModel): fc.Arbitrary<RawWeights> {
  return arbitraryNumbers(
    model.criteria.map(({ id }) => id),
    fc.integer({ min: 0, max: 5 }),
  ).filter((own) => model.criteria.some(({ id, weight }) => (own[id] ?? weight) > 0));
}

/** Any completion of answers: each open question stays, or gets a value, or is not applicable. */
export function arbitraryCompletion(model: DecisionModel, answers: RawAnswers): fc.Arbitrary<RawAnswers> {
  const open = openOptions(model, answers).map(({ id, options }) =>
    fc.option(
      fc.constantFrom(...options).map((option) => [id, option] as const),
      { freq: 2 },
    ),
  );
  return fc.tuple(...open).map((added) => ({ ...answers, ...Object.fromEntries(added.filter((entry) => entry !== null)) }));
}
