import type { CompiledModel } from '../compile/compiled-model.ts';
import { TRUE, type Truths } from '../compile/truth.ts';
import { TIE_TOLERANCE } from './score.ts';

/** Reserved reason of an alternative that needs a variant and has none open. */
export const NO_VARIANT = 'no-variant';

/** For each alternative, the ids of what takes it out of the ranking: fired gates, or {@link NO_VARIANT}. */
export function exclusions(
  model: CompiledModel,
  truths: Truths,
  fired: readonly number[],
): readonly (readonly string[])[] {
  const open = new Set(fired.map((rule) => model.rules[rule]?.opens?.alternative));
  return model.alternatives.map((alternative, index) => [
    ...model.gates
      .filter(({ entry, when }) => entry.alternative === alternative.id && when(truths) === TRUE)
      .map(({ entry }) => entry.id),
    ...(alternative.needsVariant === true && !open.has(index) ? [NO_VARIANT] : []),
  ]);
}

/**
 * Indices of the alternatives that are left, best first; those within {@link TIE_TOLERANCE} of the best stand in the
 * model's declared order.
 */
export function ranking(scores: Float64Array, excluded: readonly (readonly string[])[]): readonly number[] {
  const left = [...scores.keys()].filter((index) => excluded[index]?.length === 0);
  const ranked: number[] = [];
  while (left.length > 0) {
    const best = left.reduce((leader, index) => (ahead(scores, index, leader) ? index : leader));
    ranked.push(...left.splice(left.indexOf(best), 1));
  }
  return ranked;
}

function ahead(scores: Float64Array, index: number, leader: number): boolean {
  return (scores[index] ?? 0) > (scores[leader] ?? 0) + TIE_TOLERANCE;
}
