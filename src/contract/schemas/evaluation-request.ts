import { z } from 'zod';
import { Answers, Weights } from './answers.ts';
import { SemanticVersion } from './identifiers.ts';

export const EvaluationRequest = z
  .strictObject({
    answers: Answers,
    weights: Weights.exactOptional(),
    version: SemanticVersion.describe('The version of the model; the latest when left out.').exactOptional(),
  })
  .meta({ id: 'EvaluationRequest', description: 'Answers to evaluate.' });
