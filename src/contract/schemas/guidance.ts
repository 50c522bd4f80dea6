import { z } from 'zod';
import type * as domain from '../../decision/evaluation/evaluation.ts';
import { list, MOST, partId, words } from './bounded.ts';
import { citations } from './evaluation-parts.ts';

export const Contradiction = z
  .object({
    id: partId('The id of the contradiction.'),
    questions: list(partId('A question.'), MOST.questions, 'The questions whose answers do not go together.'),
    note: words('What to talk about.'),
  })
  .meta({
    id: 'Contradiction',
    description: 'Answers that do not go together.',
  }) satisfies z.ZodType<domain.ContradictionResult>;

export const Prerequisite = z
  .object({
    id: partId('The id of the prerequisite.'),
    title: words('What is to be prepared.'),
    text: words('How.').exactOptional(),
    because: words('Why.').exactOptional(),
    blocking: z.boolean().describe('Whether nothing can start before it.'),
    sources: citations,
  })
  .meta({ id: 'Prerequisite', description: 'Something to prepare first.' }) satisfies z.ZodType<domain.PrerequisiteResult>;

export const PlanStep = z
  .object({
    title: words('What to do.'),
    text: words('How.').exactOptional(),
    sources: citations,
  })
  .meta({ id: 'PlanStep', description: 'One step of the road.' }) satisfies z.ZodType<domain.PlanStepResult>;

export const Risk = z
  .object({
    risk: words('What may go wrong.'),
    mitigation: words('What helps.'),
    sources: citations,
  })
  .meta({ id: 'Risk', description: 'What may go wrong, and what helps.' }) satisfies z.ZodType<domain.RiskResult>;
