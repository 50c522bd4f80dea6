import type { CompiledModel } from '../compile/compiled-model.ts';
import { type Certainty, provenOutcome } from './certainty.ts';
import type { Outcome } from './evaluation.ts';
import { headlineOf } from './headline.ts';
import { type Decision, type Judgement, marginOf } from './judgement.ts';
import { tidy } from './score.ts';

/** The bare outcome: what is recommended, in which variant, by how much, judged on how much. */
export function bareOutcome(
  model: CompiledModel,
  decision: Decision,
  findings: { readonly variants: readonly string[]; readonly coverage: readonly number[] },
): Outcome {
  const { recommended, shares } = decision;
  const [variant] = findings.variants;
  const margin = marginOf(decision);
  // Put together field by field: spreading what may be absent takes longer than everything else here.
  const outcome: { -readonly [Field in keyof Outcome]?: Outcome[Field] } = {};
  if (recommended !== undefined) outcome.recommended = model.alternatives[recommended]?.id ?? '';
  if (variant !== undefined) outcome.variant = variant;
  if (margin !== undefined) outcome.margin = tidy(margin);
  let coverage = 0;
  for (let index = 0; index < shares.length; index += 1) coverage += (shares[index] ?? 0) * (findings.coverage[index] ?? 0);
  return Object.assign(outcome, { coverage: tidy(coverage) });
}

/** The bare outcome with what it means and what can be proven of it. */
export function explainedOutcome(
  model: CompiledModel,
  judgement: Judgement,
  { bare, variants, certainty }: { readonly bare: Outcome; readonly variants: readonly string[]; readonly certainty: Certainty },
): Outcome {
  const { verdict } = certainty;
  const parts = partsOf(model, judgement);
  const { recommended, variant, ...rest } = bare;
  return {
    ...(recommended !== undefined && { recommended }),
    ...(variant !== undefined && { variant, otherVariants: variants.slice(1) }),
    ...(parts.length > 0 && { parts }),
    ...rest,
    verdict,
    ...provenOutcome(model, certainty),
    headline: headlineOf(model, judgement, { verdict, variant }),
  };
}

/** Alternatives that fired gates say cannot stand alone, when another one is recommended that they can be a part of. */
function partsOf(model: CompiledModel, { excluded, recommended }: Judgement): readonly string[] {
  if (recommended === undefined) return [];
  const effects = new Map(model.gates.map(({ entry }) => [entry.id, entry.effect]));
  return model.alternatives
    .filter((_, index) => {
      const reasons = excluded[index] ?? [];
      return reasons.length > 0 && reasons.every((id) => effects.get(id) === 'not-alone');
    })
    .map(({ id }) => id);
}
