import type { Answer } from '../../answers/answer.ts';
import { answerTruths } from '../../answers/answer-truths.ts';
import type { CompiledModel } from '../../compile/compiled-model.ts';
import type { Judgement } from '../../evaluation/judgement.ts';
import { distinct, type Option, optionOf } from '../landscape/option.ts';
import { type Ground, terrainOf } from '../landscape/terrain.ts';
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
    const { question, retired } = ground.compiled;
    if (retired || question.changeable === false || locked.has(question.id)) return [];
    const varying = changesOf(model, ground, { index, answer: answers.given[index] });
    return varying.options.length > 1 ? [varying] : [];
  });
}

const remembered = new WeakMap<Ground, WeakMap<object, Varying>>();

/** What one answer could be changed to. Answers that can be listed are objects that live as long as their model. */
function changesOf(
  model: CompiledModel,
  ground: Ground,
  { index, answer }: { readonly index: number; readonly answer: Answer | undefined },
): Varying {
  const known = remembered.get(ground) ?? new WeakMap<object, Varying>();
  remembered.set(ground, known);
  const varying = known.get(answer ?? ground) ?? varyingOver(index, ground, optionsFor(model, ground, answer));
  known.set(answer ?? ground, varying);
  return varying;
}

function optionsFor(model: CompiledModel, ground: Ground, answer: Answer | undefined): readonly Option[] {
  const asItIs = optionOf(model, ground, { truths: answerTruths(ground.compiled.readers, answer), chance: 0 });
  return distinct([asItIs, ...nearestValues(model, ground, answer)]);
}
