import type { Questionnaire } from '../../../decision/answers/questionnaire.ts';
import { readAnswers } from '../../../decision/answers/read-answers.ts';
import { standingOf } from '../../../decision/answers/standing.ts';
import { compile } from '../../../decision/compile/compile.ts';
import { asTruth, FALSE, type Truth } from '../../../decision/compile/truth.ts';
import { questionsRead } from '../../../decision/model/condition.ts';
import type { DecisionModel } from '../../../decision/model/document.ts';
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
  const model = compile(modelOf(questionnaire));
  const conditions = new Map(questionnaire.questions.map(({ id, enabledWhen }) => [id, enabledWhen]));
  return {
    questionnaire,

    enabling(answers) {
      const { enabled } = standingOf(model, readAnswers(model, answers).answers);
      return (question) => {
        const index = model.questionIndex.get(question);
        return index === undefined ? FALSE : asTruth(enabled[index]);
      };
    },

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

/** The questionnaire as a decision model that decides nothing. */
function modelOf({ model, version, title, alternatives, criteria, questions }: Questionnaire): DecisionModel {
  const known = new Set(questions.map(({ id }) => id));
  const read = questions.flatMap(({ enabledWhen }) => (enabledWhen === undefined ? [] : questionsRead(enabledWhen, new Map())));
  const retired = [...new Set(read)].filter((id) => !known.has(id)).map(retiredQuestion);
  return {
    id: model,
    version,
    title,
    alternatives,
    criteria: criteria.map((criterion) => ({ ...criterion, scale: 1 })),
    // Questions are asked with all that belongs to their type.
    questions: [...(questions as readonly Question[]), ...retired],
    rules: [],
  };
}

/** Conditions may read questions that are not asked any more; these count as unanswered, whatever their type was. */
function retiredQuestion(id: string): Question {
  return { id, type: 'boolean', text: '', retired: true };
}
