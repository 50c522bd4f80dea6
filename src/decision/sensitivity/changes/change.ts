import { answerTruths } from '../../answers/answer-truths.ts';
import type { CompiledModel } from '../../compile/compiled-model.ts';
import type { Judgement } from '../../evaluation/judgement.ts';
import { distinct, optionOf } from '../landscape/option.ts';
import { terrainOf } from '../landscape/terrain.ts';
import { type Varying, varyingOver } from '../landscape/varying.ts';
import { nearestValues } from './nearest-value.ts';

/**
 * The questions whose answers a team could change: asked, changeable and not locked. The first option is the present
 * answer; the others are values that make a difference, each the nearest of its kind, the nearest kinds first.
 */
export function changeableQuestions(
  model: CompiledModel,
  { answers }: Judgement,
  locked: ReadonlySet<string>,
): readonly Varying[] {
  return terrainOf(model).grounds.flatMap((ground, index): readonly Varying[] => {
    const { question, retired, readers } = ground.compiled;
    if (retired || question.changeable === false || locked.has(question.id)) return [];
    const answer = answers.given[index];
    const asItIs = optionOf(model, ground, { truths: answerTruths(readers, answer), chance: 0 });
    const options = distinct([asItIs, ...nearestValues(model, ground, answer)]);
    return options.length > 1 ? [varyingOver(index, ground, options)] : [];
  });
}
