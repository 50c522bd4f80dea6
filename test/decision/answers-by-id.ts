import type { Answer, Answers } from '../../src/decision/answers/answer.ts';
import type { CompiledModel } from '../../src/decision/compile/compiled-model.ts';

/** Answers as they were read, by the id of the question, in the author's order. */
export function answersById(model: CompiledModel, { given }: Answers): ReadonlyMap<string, Answer> {
  return new Map(
    model.questions.flatMap(({ question }, index): readonly [string, Answer][] => {
      const answer = given[index];
      return answer === undefined ? [] : [[question.id, answer]];
    }),
  );
}
