import { z } from 'zod';
import type * as domain from '../../decision/evaluation/evaluation.ts';
import type { Citation as DomainCitation } from '../../decision/model/document.ts';

const byAlternative = (description: string) => z.record(z.string(), z.number()).describe(description);

export const Citation = z
  .object({
    title: z.string().describe('The name of the source.'),
    url: z.string().describe('Where to read it.').exactOptional(),
  })
  .meta({ id: 'Citation', description: 'Where a statement comes from.' }) satisfies z.ZodType<DomainCitation>;

export const citations = z.array(Citation).describe('Where the statement comes from.');

export const AlternativeResult = z
  .object({
    id: z.string().describe('The id of the alternative.'),
    title: z.string().describe('Its name.'),
    score: z.number().min(0).max(100).describe('50 means that nothing speaks either way.'),
    range: z
      .tuple([z.number().min(0).max(100), z.number().min(0).max(100)])
      .describe('Lowest and highest score over all completions of the open answers.')
      .exactOptional(),
    rank: z.int().min(1).describe('1 is the recommended one; absent when it is out of the ranking.').exactOptional(),
    excludedBy: z.array(z.string()).describe('The gates that took it out, or `no-variant`.'),
    readiness: z
      .enum(['ready', 'prepare-first', 'not-yet'])
      .describe('Whether the team could start today: fit and readiness are two things.')
      .exactOptional(),
  })
  .meta({ id: 'AlternativeResult', description: 'How one alternative came out.' }) satisfies z.ZodType<domain.AlternativeResult>;

export const CriterionResult = z
  .object({
    id: z.string().describe('The id of the criterion.'),
    title: z.string().describe('Its name.'),
    weight: z.number().min(0).describe('The weight it was given.'),
    share: z.number().min(0).max(1).describe('Its part of all weights.'),
    coverage: z.number().min(0).max(1).describe('How much of it is answered.'),
    values: byAlternative('What it says for each alternative, -1 to 1.'),
  })
  .meta({ id: 'CriterionResult', description: 'What one criterion says.' }) satisfies z.ZodType<domain.CriterionResult>;

export const GateResult = z
  .object({
    id: z.string().describe('The id of the gate.'),
    state: z.enum(['fired', 'clear', 'possible']).describe('Whether it fired, cannot fire, or may still fire.'),
    alternative: z.string().describe('The alternative it is about.'),
    effect: z.enum(['excluded', 'not-alone']).describe('What it does when it fires.'),
    because: z.string().describe('The reason.'),
    questions: z.array(z.string()).describe('The questions it reads.'),
    sources: citations,
  })
  .meta({ id: 'GateResult', description: 'A condition beside the weights.' }) satisfies z.ZodType<domain.GateResult>;

export const IgnoredAnswer = z
  .object({
    question: z.string().describe('The id of the question.'),
    reason: z.enum(['retired', 'disabled']).describe('The model asks it no more, or the other answers disable it.'),
  })
  .meta({ id: 'IgnoredAnswer', description: 'An answer without effect.' }) satisfies z.ZodType<domain.IgnoredAnswer>;

export const Reason = z
  .object({
    rule: z.string().describe('The id of the rule.'),
    criterion: z.string().describe('The criterion it belongs to.'),
    questions: z.array(z.string()).describe('The questions it reads.'),
    contributions: byAlternative('Points of the score by alternative; 50 and all contributions make the score.'),
    because: z.string().describe('The reason in one sentence.'),
    grade: z.enum(['A', 'B', 'C', 'D']).describe('How well it is supported: A research … D anecdote.').exactOptional(),
    sources: citations,
  })
  .meta({ id: 'Reason', description: 'A rule that fired.' }) satisfies z.ZodType<domain.Reason>;
