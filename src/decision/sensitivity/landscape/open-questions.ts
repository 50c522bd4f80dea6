import { answerTruths, valueTruths } from '../../answers/answer-truths.ts';
import { isSettled } from '../../answers/standing.ts';
import type { CompiledModel } from '../../compile/compiled-model.ts';
import { asTruth, FALSE } from '../../compile/conditions/truth.ts';
import type { Judgement } from '../../evaluation/judgement.ts';
import { distinct, optionOf } from './option.ts';
import { terrainOf } from './terrain.ts';
import { type Varying, varyingOver } from './varying.ts';

/**
 * The open questions (unanswered, unknown, or a set of values) that may be enabled, in the author's order, each with
 * all that a completion can make of it: to stay, one valid value, or, unless it is a set of values, not applicable.
 */
export function openQuestions(model: CompiledModel, { answers, standing }: Judgement): readonly Varying[] {
  const { grounds } = terrainOf(model);
  const open: Varying[] = [];
  for (const [index, ground] of grounds.entries()) {
    const { compiled } = ground;
    const answer = answers.given[index];
    if (compiled.retired || isSettled(answer) || asTruth(standing.enabled[index]) === FALSE) continue;
    if (answer?.kind !== 'any-of') {
      open.push(ground.open);
      continue;
    }
    const asItIs = { truths: answerTruths(compiled.readers, answer), chance: 0 };
    const chance = 1 / answer.values.length;
    const values = answer.values.map((value) => ({ value, truths: valueTruths(compiled.readers, value), chance }));
    const options = distinct([asItIs, ...values].map((made) => optionOf(model, ground, made)));
    open.push(varyingOver(index, { ...ground, complete: true }, options));
  }
  return open;
}
