import type { DecisionModel } from '../../src/decision/model/document.ts';
import type { ChoiceQuestion, Question } from '../../src/decision/model/question.ts';
import { isForm, isOpen, type RawAnswers } from './reference-condition.ts';

/** A plain value as it is sent. */
export type RawValue = string | number | boolean | readonly string[];

/**
 * Every completion of raw answers: each open question (unanswered, unknown, a set of values) either stays as it is,
 * or gets one valid value (out of the set, if it is one), or, unless it is a set, is not applicable. The answers
 * themselves come first. Retired questions are nobody's to answer. Count them with {@link completionCount} first.
 */
export function* completionsOf(model: DecisionModel, answers: RawAnswers): Generator<RawAnswers> {
  yield* completed(answers, openOptions(model, answers));
}

function* completed(answers: RawAnswers, open: readonly OpenQuestion[]): Generator<RawAnswers> {
  const [first, ...rest] = open;
  if (first === undefined) {
    yield answers;
    return;
  }
  yield* completed(answers, rest);
  for (const option of first.options) yield* completed({ ...answers, [first.id]: option }, rest);
}

/** How many completions there are. */
export function completionCount(model: DecisionModel, answers: RawAnswers): number {
  return openOptions(model, answers).reduce((product, { options }) => product * (options.length + 1), 1);
}

/** An open question with all that it may be answered with. */
export interface OpenQuestion {
  readonly id: string;
  readonly options: readonly unknown[];
}

/** The open questions of a model, in its order. */
export function openOptions(model: DecisionModel, answers: RawAnswers): readonly OpenQuestion[] {
  return model.questions
    .filter(({ id, retired }) => retired !== true && isOpen(answers[id]))
    .map((question) => ({ id: question.id, options: optionsOf(question, answers[question.id]) }));
}

function optionsOf(question: Question, answer: unknown): readonly unknown[] {
  if (isForm(answer, 'anyOf') && Array.isArray(answer.anyOf)) return answer.anyOf;
  return [...valuesOf(question), { notApplicable: 'completed' }];
}

/** Every valid value of a question. */
export function valuesOf(question: Question): readonly RawValue[] {
  switch (question.type) {
    case 'boolean':
      return [true, false];
    case 'single':
      return question.choices.map(({ id }) => id);
    case 'multiple':
      return validSets(question);
    case 'scale':
    case 'integer':
      return Array.from({ length: question.max - question.min + 1 }, (_, step) => question.min + step);
  }
}

/** Every set that may be sent, the empty one included; an exclusive choice stands alone. */
function validSets({ choices }: ChoiceQuestion): readonly (readonly string[])[] {
  const joining = choices.filter(({ exclusive }) => exclusive !== true);
  const none: readonly (readonly string[])[] = [[]];
  const sets = joining.reduce((found, { id }) => found.flatMap((set) => [set, [...set, id]]), none);
  return [...sets, ...choices.filter(({ exclusive }) => exclusive === true).map(({ id }) => [id])];
}
