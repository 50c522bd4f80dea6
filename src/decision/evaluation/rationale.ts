import type { CompiledModel } from '../compile/compiled-model.ts';
import { byAlternative, swingOf } from './contribution.ts';
import type { Reason } from './evaluation.ts';
import type { Judgement } from './judgement.ts';
import { tidy } from './score.ts';

/** How many reasons each way a summary keeps. */
const STRONGEST = 5;

/** Every rule that fired with what it contributes, largest swing first, equal ones by id. */
export function rationaleOf(
  model: CompiledModel,
  { fired }: Judgement,
  contributions: readonly (readonly number[])[],
): readonly Reason[] {
  const ordered = [...fired.keys()].sort(
    (left, right) => tidy(swingOf(contributions[right] ?? []) - swingOf(contributions[left] ?? [])) || left - right,
  );
  return ordered.flatMap((position) => {
    const rule = model.rules[fired[position] ?? -1];
    return rule === undefined ? [] : [reasonOf(model, rule, contributions[position] ?? [])];
  });
}

function reasonOf(model: CompiledModel, rule: CompiledModel['rules'][number], contributions: readonly number[]): Reason {
  const { id, criterion, because, grade } = rule.entry;
  return {
    rule: id,
    criterion,
    questions: rule.questions,
    contributions: byAlternative(model, contributions),
    because,
    ...(grade !== undefined && { grade }),
    sources: rule.sources,
  };
}

/**
 * The strongest reasons for and against the leading alternative as compared with the next, five each way, in the
 * order given. Without a pair to compare, the strongest of all.
 */
export function strongestReasons(model: CompiledModel, judgement: Judgement, rationale: readonly Reason[]): readonly Reason[] {
  const [first, second] = judgement.ranked.map((index) => model.alternatives[index]?.id ?? '');
  if (first === undefined || second === undefined) return rationale.slice(0, 2 * STRONGEST);
  const lead = ({ contributions }: Reason) => (contributions[first] ?? 0) - (contributions[second] ?? 0);
  const decisive = [...rationale].sort((left, right) => Math.abs(lead(right)) - Math.abs(lead(left)));
  const kept = new Set([
    ...decisive.filter((reason) => lead(reason) > 0).slice(0, STRONGEST),
    ...decisive.filter((reason) => lead(reason) < 0).slice(0, STRONGEST),
  ]);
  return rationale.filter((reason) => kept.has(reason));
}
