import { z } from 'zod';
import type { Evaluation as DomainEvaluation } from '../../decision/evaluation/evaluation.ts';
import { count, list, MOST, partId, sentence, Verdict, version } from './bounded.ts';
import { Brief, Counterfactual, Robustness } from './certainty.ts';
import { CriterionResult, GateResult, IgnoredAnswer, Reason, rankedAlternatives } from './evaluation-parts.ts';
import { Contradiction, PlanStep, Prerequisite, Risk } from './guidance.ts';

const EvaluationMethod = z
  .object({
    model: partId('The id of the decision model.'),
    version: version('Its version.'),
    contentHash: z.string().max(71).describe("`sha256:` and the SHA-256 of the model's canonical JSON."),
    engine: version('The version of the arithmetic.'),
  })
  .meta({ id: 'EvaluationMethod', description: 'What computed the evaluation: enough to compute it again.' });

/** The answer to the question. */
export const Outcome = z
  .object({
    recommended: partId('The id of the recommended alternative; absent when there is none.').exactOptional(),
    variant: partId('Which shape of the recommended alternative fits best.').exactOptional(),
    otherVariants: list(partId('A variant.'), MOST.variants, 'Other shapes that the answers open.').exactOptional(),
    parts: list(
      partId('An alternative.'),
      MOST.alternatives,
      'Alternatives that cannot stand alone and become a part of this one.',
    ).exactOptional(),
    margin: z
      .number()
      .min(0)
      .max(100)
      .describe('Points of 100 to the next in the ranking; absent when there is no next.')
      .exactOptional(),
    coverage: z.number().min(0).max(1).describe('How much of what matters is answered.'),
    verdict: Verdict.exactOptional(),
    decided: z.boolean().describe('Whether every completion of the open answers recommends the same.').exactOptional(),
    possible: list(
      partId('An alternative, or `none`.'),
      MOST.outcomes,
      'The alternatives that some completion recommends, the recommended one first; `none` where there may be none.',
    ).exactOptional(),
    exact: z
      .boolean()
      .describe('Whether ranges and possible outcomes are exact, rather than bounds that leave nothing out.')
      .exactOptional(),
    idle: count('Open questions left once the result is decided; 0 before.').exactOptional(),
    headline: sentence('The outcome in one sentence.').exactOptional(),
  })
  .meta({ id: 'Outcome', description: 'The answer to the question.' });

/** The result of a model on answers; what is absent depends on `explain`. */
export const Evaluation = z
  .object({
    method: EvaluationMethod,
    outcome: Outcome,
    alternatives: rankedAlternatives,
    criteria: list(CriterionResult, MOST.criteria, 'What each criterion says.').exactOptional(),
    gates: list(GateResult, MOST.statements, 'Conditions that no weight can outvote.').exactOptional(),
    ignored: list(IgnoredAnswer, MOST.questions, 'Answers that were accepted but have no effect.').exactOptional(),
    rationale: list(Reason, MOST.rules, 'Every rule that fired, largest swing first.').exactOptional(),
    contradictions: list(Contradiction, MOST.statements, 'Answers that do not go together.').exactOptional(),
    prerequisites: list(Prerequisite, MOST.statements, 'What to prepare first.').exactOptional(),
    plan: list(PlanStep, MOST.statements, 'The road towards the recommended alternative.').exactOptional(),
    risks: list(Risk, MOST.statements, 'What may go wrong, and what helps.').exactOptional(),
    robustness: Robustness.exactOptional(),
    counterfactuals: list(Counterfactual, MOST.alternatives, 'One for each alternative that is not recommended.').exactOptional(),
    brief: Brief.exactOptional(),
  })
  .meta({ id: 'Evaluation', description: 'The result of a decision model on answers.' }) satisfies z.ZodType<DomainEvaluation>;
