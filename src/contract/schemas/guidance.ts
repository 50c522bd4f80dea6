import { z } from 'zod';
import type * as domain from '../../decision/evaluation/evaluation.ts';
import { citations } from './evaluation-parts.ts';

export const Contradiction = z
  .object({
    id: z.string().describe('The id of the contradiction.'),
    questions: z.array(z.string()).describe('The questions whose answers do not go together.'),
    note: z.string().describe('What to talk about.'),
  })
  .meta({
    id: 'Contradiction',
    description: 'Answers that do not go together.',
  }) satisfies z.ZodType<domain.ContradictionResult>;

export const Prerequisite = z
  .object({
    id: z.string().describe('The id of the prerequisite.'),
    title: z.string().describe('What is to be prepared.'),
    text: z.string().describe('How.').exactOptional(),
    because: z.string().describe('Why.').exactOptional(),
    blocking: z.boolean().describe('Whether nothing can start before it.'),
    sources: citations,
  })
  .meta({ id: 'Prerequisite', description: 'Something to prepare first.' }) satisfies z.ZodType<domain.PrerequisiteResult>;

export const PlanStep = z
  .object({
    title: z.string().describe('What to do.'),
    text: z.string().describe('How.').exactOptional(),
    sources: citations,
  })
  .meta({ id: 'PlanStep', description: 'One step of the road.' }) satisfies z.ZodType<domain.PlanStepResult>;

export const Risk = z
  .object({
    risk: z.string().describe('What may go wrong.'),
    mitigation: z.string().describe('What helps.'),
    sources: citations,
  })
  .meta({ id: 'Risk', description: 'What may go wrong, and what helps.' }) satisfies z.ZodType<domain.RiskResult>;
