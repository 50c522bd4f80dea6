import type { CompiledModel } from '../compile/compiled-model.ts';
import { signalAt } from '../compile/signals.ts';
import type { Worksheet } from '../compile/worksheet.ts';
import { contribute } from './contribution.ts';
import type { Decision } from './judgement.ts';
import { tidy } from './score.ts';

/**
 * The variants of the recommended alternative that fired rules open, strongest first: by what the rules that open them
 * contribute to the alternative, ties in declared order.
 *
 * @returns ids.
 */
export function openVariants(model: CompiledModel, sheet: Worksheet, { recommended = -1, shares }: Decision): readonly string[] {
  const { circuit, arithmetic, alternatives } = model;
  const open = arithmetic.openers.filter(
    ({ alternative, rule }) => alternative === recommended && signalAt(sheet.signals, circuit.rules[rule] ?? 0) === 1,
  );
  const strength = new Map(open.map(({ variant }) => [variant, 0]));
  if (strength.size > 1) {
    const contributions = contribute(model, sheet, shares);
    for (const { rule, variant } of open) {
      const contribution = contributions[sheet.fired.indexOf(rule) * alternatives.length + recommended] ?? 0;
      strength.set(variant, (strength.get(variant) ?? 0) + contribution);
    }
  }
  return [...strength]
    .sort(([variant, sum], [other, otherSum]) => tidy(otherSum - sum) || variant - other)
    .map(([variant]) => alternatives[recommended]?.variants?.[variant]?.id ?? '');
}
