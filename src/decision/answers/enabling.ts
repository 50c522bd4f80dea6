import { leafTest } from '../compile/conditions/leaf-test.ts';
import { asTruth, FALSE, POSSIBLE, TRUE, type Truth } from '../compile/conditions/truth.ts';
import type { Condition, Leaf } from '../model/condition.ts';
import type { Answer } from './answer.ts';
import { answerTruths } from './answer-truths.ts';
import { whileEnabled } from './standing.ts';

/** A question as far as it matters for which others are asked. Its condition names no facts. */
export interface Enabled {
  readonly id: string;
  readonly enabledWhen?: Condition;
}

/**
 * Works out whether answers enable a question, from a questionnaire alone: for forms, which have no model to compile.
 * The result is that of {@link standingOf}. A question that is not in the questionnaire is never enabled; a condition
 * that reads one, as it may once that is retired, is possible there.
 */
export function createEnabling(
  questions: readonly Enabled[],
): (answers: ReadonlyMap<string, Answer>) => (question: string) => Truth {
  const conditions = new Map(questions.map(({ id, enabledWhen }) => [id, enabledWhen]));
  return (answers) => {
    const known = new Map<string, Truth>();
    const enabled = (question: string): Truth => {
      const condition = conditions.get(question);
      const truth = known.get(question) ?? (condition === undefined ? inQuestionnaire(question) : truthOf(condition));
      known.set(question, truth);
      return truth;
    };
    const inQuestionnaire = (question: string): Truth => (conditions.has(question) ? TRUE : FALSE);
    const truthOf = (condition: Condition): Truth => {
      if ('all' in condition) return asTruth(Math.min(...condition.all.map(truthOf)));
      if ('any' in condition) return asTruth(Math.max(...condition.any.map(truthOf)));
      if ('not' in condition) return asTruth(TRUE - truthOf(condition.not));
      if ('fact' in condition) throw new RangeError(`the fact ${condition.fact} is not written out`);
      return conditions.has(condition.question) ? leafTruth(condition) : POSSIBLE;
    };
    const leafTruth = (leaf: Leaf): Truth => {
      const reader = { question: 0, leaf, holds: leafTest(leaf) };
      const [given] = answerTruths([reader], answers.get(leaf.question));
      return asTruth(whileEnabled(given, enabled(leaf.question)));
    };
    return enabled;
  };
}
