import type { CompiledTest } from '../compile/compiled-model.ts';
import { signalsOf } from '../compile/signals.ts';
import type { Question } from '../model/question.ts';
import type { Answer, AnswerValue, ReadAnswer } from './answer.ts';
import { answerTruths } from './answer-truths.ts';

/** Number of values up to which the answers to a question for a number are made beforehand. */
const MOST_NUMBERS = 100;

/** Adds to an answer what it makes of the tests that read its question. */
export function withSignals(tests: readonly CompiledTest[], answer: Answer): ReadAnswer {
  return { ...answer, signals: signalsOf(answerTruths(tests, answer)) };
}

/**
 * The answers to a question by what is sent for them, made once so that reading one is looking it up: *unknown*, and
 * its values, save sets and very many numbers.
 *
 * @param tests all tests of the model that read the question.
 */
export function knownAnswers(question: Question, tests: readonly CompiledTest[]): ReadonlyMap<unknown, ReadAnswer> {
  const values = valuesOf(question).map((value) => [value, withSignals(tests, { kind: 'value', value })] as const);
  return new Map<unknown, ReadAnswer>([[null, withSignals(tests, { kind: 'unknown' })], ...values]);
}

function valuesOf(question: Question): readonly AnswerValue[] {
  switch (question.type) {
    case 'boolean':
      return [true, false];
    case 'single':
      return question.choices.map(({ id }) => id);
    case 'multiple':
      return [];
    case 'scale':
    case 'integer': {
      const count = question.max - question.min + 1;
      return count > MOST_NUMBERS ? [] : Array.from({ length: count }, (_, step) => question.min + step);
    }
  }
}
