import { createEnabling } from '../../../decision/answers/enabling.ts';
import type { Questionnaire } from '../../../decision/answers/questionnaire.ts';
import { type AnswerableModel, readAnswers } from '../../../decision/answers/read-answers.ts';
import type { Truth } from '../../../decision/compile/truth.ts';
import { questionsRead } from '../../../decision/model/condition.ts';
import type { Question } from '../../../decision/model/question.ts';
import type { WireAnswers } from '../session-state.ts';

/** A questionnaire made ready for asking, by the very rules by which the service reads and evaluates answers. */
export interface Interview {
  readonly questionnaire: Questionnaire;
  /** Whether the answers enable a question. */
  enabling(answers: WireAnswers): (question: string) => Truth;
  /** Ids of the questions that decide whether a question is asked. */
  reads(question: string): readonly string[];
  /** The answers that can be read, and what is wrong with the others, one sentence each. */
  check(raw: Readonly<Record<string, unknown>>): { readonly answers: WireAnswers; readonly faults: readonly string[] };
}

/** Makes a questionnaire ready for asking. */
export function createInterview(questionnaire: Questionnaire): Interview {
  const { questions } = questionnaire;
  const model = answerable(questionnaire);
  const enabling = createEnabling(questions);
  const conditions = new Map(questions.map(({ id, enabledWhen }) => [id, enabledWhen]));
  return {
    questionnaire,
    enabling: (answers) => enabling(readAnswers(model, answers).answers),

    reads(question) {
      const condition = conditions.get(question);
      return condition === undefined ? [] : questionsRead(condition, new Map());
    },

    check(raw) {
      const { answers, findings } = readAnswers(model, raw);
      const sound = Object.entries(raw).filter(([id]) => answers.has(id));
      // They have just been read as answers.
      const kept = Object.fromEntries(sound) as WireAnswers;
      return { answers: kept, faults: findings.map(({ pointer, message }) => `${pointer.slice(1)}: ${message}`) };
    },
  };
}

function answerable({ model: id, version, questions }: Questionnaire): AnswerableModel {
  return {
    document: { id, version },
    // Questions are asked with all that belongs to their type.
    questions: (questions as readonly Question[]).map((question) => ({ question })),
    questionIndex: new Map(questions.map(({ id }, index) => [id, index])),
  };
}
