import type { CompiledQuestion } from '../compile/compiled-model.ts';
import type { Question } from '../model/question.ts';
import type { Answer, AnswerValue } from './answer.ts';
import { answerSignals } from './answer-signals.ts';

/** Number of values up to which the answers to a question for a number are made beforehand. */
const MOST_NUMBERS = 100;

/** An answer to a question with the signals that it gives to the tests on it, while that is enabled. */
export interface ReadAnswer {
  readonly answer: Answer;
  readonly signals: readonly number[];
}

/** What of a question matters for the meaning of an answer: the question, and all tests of the model that read it. */
export type Asked = Pick<CompiledQuestion, 'question' | 'readers'>;

/** Adds to an answer what it makes of the tests that read its question: nothing, once that is retired. */
export function withSignals({ question, readers }: Asked, answer: Answer): ReadAnswer {
  return { answer, signals: question.retired === true ? [] : answerSignals(readers, answer) };
}

/**
 * The answers to a question by what is sent for them, made once so that reading one is looking it up: *unknown*, and
 * its values, save sets and very many numbers.
 */
export function knownAnswers(asked: Asked): ReadonlyMap<unknown, ReadAnswer> {
  const values = valuesOf(asked.question).map((value) => [value, withSignals(asked, { kind: 'value', value })] as const);
  return new Map<unknown, ReadAnswer>([[null, withSignals(asked, { kind: 'unknown' })], ...values]);
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
