import { z } from 'zod';
import type * as domain from '../../decision/evaluation/evaluation.ts';
import type { Citation as DomainCitation } from '../../decision/model/document.ts';
import { EvidenceGrade, GateEffect, list, MOST, partId, pointsByAlternative, webAddress, words } from './bounded.ts';

export const Citation = z
  .object({
    title: words('The name of the source.'),
    url: webAddress('Where to read it.').exactOptional(),
  })
  .meta({ id: 'Citation', description: 'Where a statement comes from.' }) satisfies z.ZodType<DomainCitation>;

export const citations = list(Citation, MOST.citations, 'Where the statement comes from.');

const questionsRead = list(partId('A question.'), MOST.questions, 'The questions it reads.');

const ValuesByAlternative = z.record(z.string(), z.number().min(-1).max(1).describe('-1 to 1.')).meta({
  id: 'ValuesByAlternative',
  description: 'What a criterion says, by the id of the alternative.',
  maxProperties: MOST.alternatives,
  examples: [{ cicd: -0.1, gitops: 0.5, hybrid: 0.2 }],
});

export const AlternativeResult = z
  .object({
    id: partId('The id of the alternative.'),
    title: words('Its name.'),
    score: z.number().min(0).max(100).describe('50 means that nothing speaks either way.'),
    range: z
      .tuple([z.number().min(0).max(100), z.number().min(0).max(100)])
      .describe('Lowest and highest score over all completions of the open answers.')
      .exactOptional(),
    rank: z
      .int()
      .min(1)
      .max(MOST.alternatives)
      .describe('1 is the recommended one; absent when it is out of the ranking.')
      .exactOptional(),
    excludedBy: list(partId('A gate, or `no-variant`.'), MOST.statements, 'The gates that took it out, or `no-variant`.'),
    readiness: z
      .enum(['ready', 'prepare-first', 'not-yet'])
      .describe('Whether the team could start today: fit and readiness are two things.')
      .exactOptional(),
  })
  .meta({ id: 'AlternativeResult', description: 'How one alternative came out.' }) satisfies z.ZodType<domain.AlternativeResult>;

export const rankedAlternatives = list(
  AlternativeResult,
  MOST.alternatives,
  'By rank; those out of the ranking last, without a rank.',
);

export const CriterionResult = z
  .object({
    id: partId('The id of the criterion.'),
    title: words('Its name.'),
    weight: z.number().min(0).max(1_000_000_000).describe('The weight it was given.'),
    share: z.number().min(0).max(1).describe('Its part of all weights.'),
    coverage: z.number().min(0).max(1).describe('How much of it is answered.'),
    values: ValuesByAlternative,
  })
  .meta({ id: 'CriterionResult', description: 'What one criterion says.' }) satisfies z.ZodType<domain.CriterionResult>;

export const GateResult = z
  .object({
    id: partId('The id of the gate.'),
    state: z.enum(['fired', 'clear', 'possible']).describe('Whether it fired, cannot fire, or may still fire.'),
    alternative: partId('The alternative it is about.'),
    effect: GateEffect,
    because: words('The reason.'),
    questions: questionsRead,
    sources: citations,
  })
  .meta({ id: 'GateResult', description: 'A condition beside the weights.' }) satisfies z.ZodType<domain.GateResult>;

export const IgnoredAnswer = z
  .object({
    question: partId('The id of the question.'),
    reason: z.enum(['retired', 'disabled']).describe('The model asks it no more, or the other answers disable it.'),
  })
  .meta({ id: 'IgnoredAnswer', description: 'An answer without effect.' }) satisfies z.ZodType<domain.IgnoredAnswer>;

export const Reason = z
  .object({
    rule: partId('The id of the rule.'),
    criterion: partId('The criterion it belongs to.'),
    questions: questionsRead,
    contributions: pointsByAlternative('Points of the score by alternative; 50 and all contributions make the score.'),
    because: words('The reason in one sentence.'),
    grade: EvidenceGrade.exactOptional(),
    sources: citations,
  })
  .meta({ id: 'Reason', description: 'A rule that fired.' }) satisfies z.ZodType<domain.Reason>;
