import { signalAt } from '../compile/circuit/signals.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Worksheet } from '../compile/worksheet.ts';
import { contributionOf } from './contribution.ts';
import type { Decision } from './judgement.ts';
import { tidy } from './score.ts';

/**
 * The variants of the recommended alternative that fired rules open, strongest first: by what the rules that open them
 * contribute to the alternative, ties in declared order.
 *
 * @returns ids.
 */
export function openVariants(model: CompiledModel, sheet: Worksheet, { recommended = -1 }: Decision): readonly string[] {
  const { circuit, arithmetic, alternatives } = model;
  const { variants = [] } = alternatives[recommended] ?? {};
  const open = arithmetic.openers.filter(
    ({ alternative, rule }) => alternative === recommended && signalAt(sheet.signals, circuit.rules[rule] ?? 0) === 1,
  );
  const strengths = new Map<number, number>();
  for (const { rule, variant } of open) {
    const contribution = contributionOf(model, sheet, { rule, alternative: recommended });
    strengths.set(variant, (strengths.get(variant) ?? 0) + contribution);
  }
  const strengthOf = (variant: number) => strengths.get(variant) ?? 0;
  return [...strengths.keys()]
    .sort((variant, other) => tidy(strengthOf(other) - strengthOf(variant)) || variant - other)
    .map((variant) => variants[variant]?.id ?? '');
}
