import type { CompiledModel } from '../compile/compiled-model.ts';
import { tidy } from './score.ts';

/**
 * The variants of an alternative that fired rules open, strongest first: by what the rules that open them contribute
 * to the alternative, ties in declared order.
 *
 * @param contributions points of 100 by position in `fired`, then index of the alternative.
 * @returns ids.
 */
export function openVariants(
  model: CompiledModel,
  alternative: number,
  fired: readonly number[],
  contributions: readonly (readonly number[])[],
): readonly string[] {
  const strength = new Map<number, number>();
  for (const [position, rule] of fired.entries()) {
    const opens = model.rules[rule]?.opens;
    if (opens?.alternative !== alternative) continue;
    strength.set(opens.variant, (strength.get(opens.variant) ?? 0) + (contributions[position]?.[alternative] ?? 0));
  }
  return [...strength]
    .sort(([variant, sum], [other, otherSum]) => tidy(otherSum - sum) || variant - other)
    .map(([variant]) => model.alternatives[alternative]?.variants?.[variant]?.id ?? '');
}
