import type { AnswerValue } from '../../answers/answer.ts';
import type { CompiledModel, CompiledQuestion, CompiledRule } from '../../compile/compiled-model.ts';
import { FALSE, POSSIBLE, setTruth, TRUE, type Truths, unknownTruths } from '../../compile/conditions/truth.ts';
import { type Points, pointsOf } from './points.ts';

/** One of the ways in which a question can stand while it is enabled. */
export interface Option {
  /** The value answered, or one that comes to the same; absent when it stays open or is not applicable. */
  readonly value?: AnswerValue;
  /** Indices of the literals of the question's joint tests that are true, see {@link Literals}. */
  readonly literals: readonly number[];
  /** What the rules give that depend on this question alone. */
  readonly points: Points;
  /** Probability that a respondent drawn at random takes it; 0 where that is not a value. */
  readonly chance: number;
}

/** What is needed to work out an option of a question. */
export interface Standpoint {
  readonly compiled: CompiledQuestion;
  /** Positions, in the question's `tests`, of the joint ones: those that rules on several questions, gates, or enabling conditions read. */
  readonly joint: readonly number[];
  /** Both literals of each joint test. */
  readonly literals: readonly number[];
  /** Rules that depend on this question alone. */
  readonly own: readonly CompiledRule[];
}

/** What an option makes of a question, from what it makes of each of its tests. */
export function optionOf(
  model: CompiledModel,
  { compiled, joint, own }: Standpoint,
  { truths: made, ...rest }: { readonly truths: Truths; readonly chance: number; readonly value?: AnswerValue },
): Option {
  const truths = unknownTruths(model.tests.length);
  for (const [at, test] of compiled.tests.entries()) setTruth(truths, test, made[at] ?? POSSIBLE);
  const points = pointsOf(
    model,
    own.filter(({ when }) => when(truths) === TRUE),
  );
  return { ...rest, literals: literalsOf(compiled, joint, made), points };
}

/** The literals of a question's joint tests that are true, given the truths of all its tests. */
export function literalsOf({ tests }: CompiledQuestion, joint: readonly number[], truths: Truths): readonly number[] {
  return joint.flatMap((at) => {
    const test = tests[at] ?? 0;
    if (truths[at] === TRUE) return [2 * test];
    return truths[at] === FALSE ? [2 * test + 1] : [];
  });
}

/** Joins options that make no difference: the first stands for all and has the sum of their chances. */
export function distinct(options: readonly Option[]): readonly Option[] {
  const known = new Map<string, Option>();
  for (const option of options) {
    const key = effectOf(option);
    const same = known.get(key);
    known.set(key, same === undefined ? option : { ...same, chance: same.chance + option.chance });
  }
  return [...known.values()];
}

/** The same text for options that make no difference to each other. */
export function effectOf({ literals, points: { cells, points, fires } }: Option): string {
  return `${literals.join()} ${cells.join()} ${points.join()} ${fires}`;
}
