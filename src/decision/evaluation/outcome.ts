import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Verdict } from '../model/document.ts';
import type { Outcome } from './evaluation.ts';
import { headlineOf } from './headline.ts';
import type { Judgement } from './judgement.ts';
import { tidy } from './score.ts';

/** The bare outcome: what is recommended, in which variant, by how much, judged on how much. */
export function bareOutcome(
  model: CompiledModel,
  judgement: Judgement,
  findings: { readonly variants: readonly string[]; readonly coverage: readonly number[] },
): Outcome {
  const { recommended } = judgement;
  const [variant] = findings.variants;
  const margin = marginOf(judgement);
  return {
    ...(recommended !== undefined && { recommended: model.alternatives[recommended]?.id ?? '' }),
    ...(variant !== undefined && { variant }),
    ...(margin !== undefined && { margin: tidy(margin) }),
    coverage: tidy(judgement.shares.reduce((sum, share, index) => sum + share * (findings.coverage[index] ?? 0), 0)),
  };
}

/** The bare outcome with what it means. */
export function explainedOutcome(model: CompiledModel, judgement: Judgement, bare: Outcome, variants: readonly string[]): Outcome {
  const verdict = verdictOf(model, judgement);
  const parts = partsOf(model, judgement);
  const { recommended, variant, ...rest } = bare;
  return {
    ...(recommended !== undefined && { recommended }),
    ...(variant !== undefined && { variant, otherVariants: variants.slice(1) }),
    ...(parts.length > 0 && { parts }),
    ...rest,
    verdict,
    headline: headlineOf(model, judgement, { verdict, variant }),
  };
}

/** Points between the recommended alternative and the next in the ranking; undefined when there is no such pair. */
export function marginOf({ recommended, ranked, scores }: Judgement): number | undefined {
  const runnerUp = ranked[1];
  if (recommended === undefined || runnerUp === undefined) return undefined;
  return Math.max(0, (scores[recommended] ?? 0) - (scores[runnerUp] ?? 0));
}

function verdictOf(model: CompiledModel, judgement: Judgement): Verdict {
  if (judgement.recommended === undefined) return 'none';
  const margin = marginOf(judgement);
  return margin !== undefined && tidy(margin) < model.tieMargin ? 'too-close' : 'leaning';
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
