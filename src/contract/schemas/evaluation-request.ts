import { z } from 'zod';
import { Answers, LARGEST_WEIGHT, LONGEST_KEY, MOST_ENTRIES, Weights } from './answers.ts';
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

/**
 * Whether a body is, at a glance, what {@link EvaluationRequest} takes as it is: answers, perhaps with weights. Batches are
 * made of such bodies, and the schema takes longer for them than the evaluation.
 */
export function isPlainEvaluationRequest(raw: unknown): boolean {
  if (!isRecord(raw)) return false;
  const { answers, weights } = raw;
  return (
    Object.keys(raw).length === (weights === undefined ? 1 : 2) &&
    isRecord(answers) &&
    hasFewShortKeys(answers) &&
    (weights === undefined || (isRecord(weights) && hasFewShortKeys(weights) && areWeights(weights)))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasFewShortKeys(record: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(record);
  return keys.length <= MOST_ENTRIES && keys.every((key) => key.length <= LONGEST_KEY && key !== '__proto__');
}

function areWeights(record: Readonly<Record<string, unknown>>): boolean {
  return Object.values(record).every((value) => typeof value === 'number' && value >= 0 && value <= LARGEST_WEIGHT);
}
