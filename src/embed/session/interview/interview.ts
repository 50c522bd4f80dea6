import type { Answer } from '../../../decision/answers/answer.ts';
import { createEnabling } from '../../../decision/answers/enabling.ts';
import type { Questionnaire } from '../../../decision/answers/questionnaire.ts';
import type { Truth } from '../../../decision/compile/conditions/truth.ts';
import type { Condition } from '../../../decision/model/condition.ts';
import type { WireAnswer, WireAnswers } from '../session-state.ts';

/** A questionnaire made ready for asking, by the very rules by which the service evaluates answers. */
export interface Interview {
  readonly questionnaire: Questionnaire;
  /** Whether the answers enable a question. */
  enabling(answers: WireAnswers): (question: string) => Truth;
  /** Ids of the questions that decide whether a question is asked. */
  reads(question: string): readonly string[];
}

/** Makes a questionnaire ready for asking. */
export function createInterview(questionnaire: Questionnaire): Interview {
  const { questions } = questionnaire;
  const enabling = createEnabling(questions);
  return {
    questionnaire,
    enabling: (answers) => enabling(new Map(Object.entries(answers).map(([id, answer]) => [id, answerOf(answer)]))),
    reads: (question) => readBy(questions.find(({ id }) => id === question)?.enabledWhen),
  };
}

/** An answer as conditions read it. Whether it fits its question is for the service to say. */
function answerOf(answer: WireAnswer): Answer {
  if (answer === null) return { kind: 'unknown' };
  if (typeof answer !== 'object') return { kind: 'value', value: answer };
  if ('notApplicable' in answer) return { kind: 'not-applicable', reason: answer.notApplicable };
  return 'anyOf' in answer ? { kind: 'any-of', values: answer.anyOf } : { kind: 'value', value: answer };
}

/** Conditions of a questionnaire name no facts. */
function readBy(condition: Condition | undefined): readonly string[] {
  if (condition === undefined || 'fact' in condition) return [];
  if ('question' in condition) return [condition.question];
  if ('not' in condition) return readBy(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(readBy);
}
