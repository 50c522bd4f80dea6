import type { Answers } from '../answers/answer.ts';
import { isEnabled, isSettled, type Standing } from '../answers/standing.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';

/**
 * Coverage of each criterion, 0 … 1 by its index: questions that list it and are answered or not applicable, over
 * the enabled questions that list it. A criterion that no enabled question lists is covered.
 */
export function coverageOf(model: CompiledModel, answers: Answers, standing: Pick<Standing, 'enabled'>): readonly number[] {
  return model.criteria.map(({ questions }) => {
    let asked = 0;
    let settled = 0;
    for (const question of questions) {
      if (!isEnabled(standing, question)) continue;
      asked += 1;
      if (isSettled(answers.given[question])) settled += 1;
    }
    return asked === 0 ? 1 : settled / asked;
  });
}
