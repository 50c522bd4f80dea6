import { z } from 'zod';
import type { NextQuestions as DomainNextQuestions } from '../../decision/sensitivity/next-question.ts';
import { Answers, Weights } from './answers.ts';
import { count, list, partId, sentence } from './bounded.ts';
import { SemanticVersion } from './identifiers.ts';

const wish = {
  count: z.int().min(1).max(10).default(1).describe('How many questions at once.'),
  depth: z.enum(['core', 'full']).default('full').describe('`core` asks the quick questions only.'),
};

export const NextRequest = z
  .strictObject({
    answers: Answers,
    weights: Weights.exactOptional(),
    version: SemanticVersion.describe('The version of the model; the latest when left out.').exactOptional(),
    ...wish,
  })
  .meta({ id: 'NextRequest', description: 'Answers so far, to find the question to ask next.' });

export const AssessmentNextRequest = z
  .strictObject(wish)
  .meta({ id: 'AssessmentNextRequest', description: 'What to ask next about an assessment.' });

const NextQuestion = z
  .object({
    question: partId('The id of the question.'),
    swing: z.number().min(0).max(200).describe('Points by which it can move the lead between the two leading alternatives.'),
    why: sentence('Why to ask it, in one sentence.'),
  })
  .meta({ id: 'NextQuestion', description: 'An open question.' });

export const NextQuestions = z
  .object({
    questions: list(NextQuestion, 10, 'The one that can move the result furthest first; none when all is answered.'),
    remaining: count('How many open questions can still matter.'),
    decided: z.boolean().describe('Whether no further answer can change the recommendation.'),
  })
  .meta({ id: 'NextQuestions', description: 'What to ask next.' }) satisfies z.ZodType<DomainNextQuestions>;
