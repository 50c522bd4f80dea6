import { z } from 'zod';
import type { Evaluation as DomainEvaluation } from '../../decision/evaluation/evaluation.ts';
import { Brief, Counterfactual, Robustness } from './certainty.ts';
import { AlternativeResult, CriterionResult, GateResult, IgnoredAnswer, Reason } from './evaluation-parts.ts';
import { Contradiction, PlanStep, Prerequisite, Risk } from './guidance.ts';

const Method = z
  .object({
    model: z.string().describe('The id of the decision model.'),
    version: z.string().describe('Its version.'),
    contentHash: z.string().describe("`sha256:` and the SHA-256 of the model's canonical JSON."),
    engine: z.string().describe('The version of the arithmetic.'),
  })
  .meta({ id: 'Method', description: 'What computed the evaluation: enough to compute it again.' });

/** The answer to the question. */
export const Outcome = z
  .object({
    recommended: z.string().describe('The id of the recommended alternative; absent when there is none.').exactOptional(),
    variant: z.string().describe('Which shape of the recommended alternative fits best.').exactOptional(),
    otherVariants: z.array(z.string()).describe('Other shapes that the answers open.').exactOptional(),
    parts: z.array(z.string()).describe('Alternatives that cannot stand alone and become a part of this one.').exactOptional(),
    margin: z.number().describe('Points of 100 to the next in the ranking; absent when there is no next.').exactOptional(),
    coverage: z.number().min(0).max(1).describe('How much of what matters is answered.'),
    verdict: z.enum(['clear', 'leaning', 'too-close', 'none']).describe('How firm the outcome is.').exactOptional(),
    decided: z.boolean().describe('Whether every completion of the open answers recommends the same.').exactOptional(),
    possible: z
      .array(z.string())
      .describe('The alternatives that some completion recommends, the recommended one first; `none` where there may be none.')
      .exactOptional(),
    exact: z
      .boolean()
      .describe('Whether ranges and possible outcomes are exact, rather than bounds that leave nothing out.')
      .exactOptional(),
    idle: z.int().min(0).describe('Open questions left once the result is decided; 0 before.').exactOptional(),
    headline: z.string().describe('The outcome in one sentence.').exactOptional(),
  })
  .meta({ id: 'Outcome', description: 'The answer to the question.' });

/** The result of a model on answers; what is absent depends on `explain`. */
export const Evaluation = z
  .object({
    method: Method,
    outcome: Outcome,
    alternatives: z.array(AlternativeResult).describe('By rank; those out of the ranking last, without a rank.'),
    criteria: z.array(CriterionResult).describe('What each criterion says.').exactOptional(),
    gates: z.array(GateResult).describe('Conditions that no weight can outvote.').exactOptional(),
    ignored: z.array(IgnoredAnswer).describe('Answers that were accepted but have no effect.').exactOptional(),
    rationale: z.array(Reason).describe('Every rule that fired, largest swing first.').exactOptional(),
    contradictions: z.array(Contradiction).describe('Answers that do not go together.').exactOptional(),
    prerequisites: z.array(Prerequisite).describe('What to prepare first.').exactOptional(),
    plan: z.array(PlanStep).describe('The road towards the recommended alternative.').exactOptional(),
    risks: z.array(Risk).describe('What may go wrong, and what helps.').exactOptional(),
    robustness: Robustness.exactOptional(),
    counterfactuals: z.array(Counterfactual).describe('One for each alternative that is not recommended.').exactOptional(),
    brief: Brief.exactOptional(),
  })
  .meta({ id: 'Evaluation', description: 'The result of a decision model on answers.' }) satisfies z.ZodType<DomainEvaluation>;
