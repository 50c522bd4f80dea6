import { answerTruths, valueTruths } from '../answers/answer-truths.ts';
import { isSettled } from '../answers/standing.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { asTruth, FALSE, TRUE } from '../compile/truth.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import { type Span, spanOf } from './interval.ts';
import { distinct, type Ground, type Option, optionOf, terrainOf } from './terrain.ts';

/** A question whose answer is not fixed. The first option is to stay as it is. */
export interface Varying {
  /** Its index in the model. */
  readonly question: number;
  readonly options: readonly Option[];
  /** Whether the options are all there are. */
  readonly complete: boolean;
  /** Of its joint tests over all it can come to. */
  readonly span: Span;
}

/**
 * The open questions (unanswered, unknown, or a set of values) that may be enabled, in the author's order, each with
 * all that a completion can make of it: to stay, one valid value, or, unless it is a set of values, not applicable.
 */
export function openQuestions(model: CompiledModel, { answers, standing }: Judgement): readonly Varying[] {
  const { grounds } = terrainOf(model);
  return grounds.flatMap((ground, index): readonly Varying[] => {
    const { compiled } = ground;
    const answer = answers.given[index];
    if (compiled.retired || isSettled(answer) || asTruth(standing.enabled[index]) === FALSE) return [];
    if (answer?.kind !== 'any-of') return [varyingOver(index, ground, ground.options)];
    const asItIs = { truths: answerTruths(compiled.readers, answer), chance: 0 };
    const chance = 1 / answer.values.length;
    const values = answer.values.map((value) => ({ value, truths: valueTruths(compiled.readers, value), chance }));
    const options = distinct([asItIs, ...values].map((made) => optionOf(model, ground, made)));
    return [{ ...varyingOver(index, ground, options), complete: true }];
  });
}

/** A varying question with given options; where they are only a sample, its tests may come out in any way. */
export function varyingOver(question: number, { compiled, joint }: Ground, options: readonly Option[]): Varying {
  const { complete } = compiled.partition;
  const span = complete
    ? spanOf(
        options.map(({ truths }) => truths),
        joint.length,
      )
    : { least: new Uint8Array(joint.length).fill(FALSE), greatest: new Uint8Array(joint.length).fill(TRUE) };
  return { question, options, complete, span };
}
