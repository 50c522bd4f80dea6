import { signalAt } from '../compile/circuit/signals.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Worksheet } from '../compile/worksheet.ts';
import { TIE_TOLERANCE } from './score.ts';

/** Reserved reason of an alternative that needs a variant and has none open. */
export const NO_VARIANT = 'no-variant';

const NOTHING: readonly string[] = [];

/** For each alternative, the ids of what takes it out of the ranking: fired gates, or {@link NO_VARIANT}. */
export function exclusions(model: CompiledModel, sheet: Worksheet): readonly (readonly string[])[] {
  return model.alternatives.map((_, index) => (sheet.out[index] === 1 ? exclusionsOf(model, sheet, index) : NOTHING));
}

function exclusionsOf({ circuit, arithmetic, gates }: CompiledModel, { signals }: Worksheet, alternative: number) {
  const fires = (places: Int32Array, index: number) => signalAt(signals, places[index] ?? 0) === 1;
  const fired = gates.filter((_, gate) => arithmetic.barred[gate] === alternative && fires(circuit.gates, gate));
  const opens = arithmetic.openers.some((one) => one.alternative === alternative && fires(circuit.rules, one.rule));
  const closed = arithmetic.closed[alternative] === 1 && !opens;
  return [...fired.map(({ entry }) => entry.id), ...(closed ? [NO_VARIANT] : [])];
}

/**
 * Indices of the alternatives that are left, best first; those within {@link TIE_TOLERANCE} of the best stand in the
 * model's declared order.
 *
 * @param out 1 by index of the alternatives that are not.
 */
export function ranking(scores: Float64Array, out: Uint8Array): readonly number[] {
  const ranked: number[] = [];
  // Whoever is placed is out of the next round, and back in after the last.
  for (let leader = leaderOf(scores, out); leader >= 0; leader = leaderOf(scores, out)) {
    ranked.push(leader);
    out[leader] = 1;
  }
  for (const leader of ranked) out[leader] = 0;
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
