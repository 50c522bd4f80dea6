import { z } from 'zod';
import { Answers, Weights } from './answers.ts';
import { SemanticVersion } from './identifiers.ts';

export const EvaluationRequest = z
  .strictObject({
    answers: Answers,
    weights: Weights.exactOptional(),
    version: SemanticVersion.describe('The version of the model; the latest when left out.').exactOptional(),
    locked: z
      .array(z.string().max(100))
      .max(500)
      .describe('Ids of questions to leave alone when it is worked out what would change the result.')
      .exactOptional(),
  })
  .meta({ id: 'EvaluationRequest', description: 'Answers to evaluate.' });
