import type { Answer, Answers } from '../../src/decision/answers/answer.ts';
import type { CompiledModel } from '../../src/decision/compile/compiled-model.ts';

/** Answers as they were read, by the id of the question, in the author's order, without what they make of tests. */
export function answersById(model: CompiledModel, answers: Answers): ReadonlyMap<string, Answer> {
  return new Map(
    model.questions.flatMap(({ question }, index): readonly [string, Answer][] => {
      const answer = answers[index];
      if (answer === undefined) return [];
      const { signals: _, ...said } = answer;
      return [[question.id, said]];
    }),
  );
}
