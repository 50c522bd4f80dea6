import type { CompiledModel } from '../compile/compiled-model.ts';
import { TRUE, type Truths } from '../compile/truth.ts';
import { TIE_TOLERANCE } from './score.ts';

/** Reserved reason of an alternative that needs a variant and has none open. */
export const NO_VARIANT = 'no-variant';

/** For each alternative, the ids of what takes it out of the ranking: fired gates, or {@link NO_VARIANT}. */
export function exclusions(model: CompiledModel, truths: Truths, fired: readonly number[]): readonly (readonly string[])[] {
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
  const out = Uint8Array.from(excluded, (reasons) => (reasons.length > 0 ? 1 : 0));
  const ranked: number[] = [];
  for (let leader = leaderOf(scores, out); leader >= 0; leader = leaderOf(scores, out)) {
    ranked.push(leader);
    out[leader] = 1;
  }
  return ranked;
}

/**
 * The index of the highest score among the alternatives that are not out, the first declared of those within
 * {@link TIE_TOLERANCE}; −1 when all are out.
 */
export function leaderOf(scores: Float64Array, out: Uint8Array): number {
  let leader = -1;
  for (let index = 0; index < scores.length; index += 1) {
    if (out[index] === 1) continue;
    if (leader < 0 || (scores[index] ?? 0) > (scores[leader] ?? 0) + TIE_TOLERANCE) leader = index;
  }
  return leader;
}
