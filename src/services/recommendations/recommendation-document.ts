import type { Evaluation } from '../../decision/evaluation/evaluation.ts';
import type { RawAnswers, StoredRecommendation, Subject, Weights } from '../store.ts';

/** A recommendation as it is sent: the inputs and everything they gave. `createdAt` is RFC 3339 in UTC. */
export interface RecommendationDocument {
  readonly id: string;
  readonly assessmentId: string;
  readonly subject: Subject;
  readonly createdAt: string;
  readonly answers: RawAnswers;
  /** The assessment's own weights; criteria that are not named have the model's. */
  readonly weights: Weights;
  readonly evaluation: Evaluation;
}

/** What a recommendation is made from, beside its evaluation. */
export interface RecommendedInputs {
  /** The id of the assessment. */
  readonly id: string;
  readonly subject: Subject;
  readonly answers: RawAnswers;
  /** Numbers, once they have been read against the model. */
  readonly weights: Readonly<Record<string, unknown>>;
}

/** A recommendation ready to be kept. Its document is written here, once; every read sends these characters. */
export function recommendationOf(
  { id: assessmentId, subject, answers, weights }: RecommendedInputs,
  { id, at, evaluation }: { readonly id: string; readonly at: Date; readonly evaluation: Evaluation },
): StoredRecommendation {
  const createdAt = at.toISOString();
  // The evaluation at hand was made with these weights, so they are numbers.
  const document: RecommendationDocument = {
    id,
    assessmentId,
    subject,
    createdAt,
    answers,
    weights: weights as Weights,
    evaluation,
  };
  const { method, outcome } = evaluation;
  return {
    id,
    assessmentId,
    subjectRef: subject.ref,
    model: method.model,
    version: method.version,
    contentHash: method.contentHash,
    engine: method.engine,
    ...(outcome.recommended !== undefined && { recommended: outcome.recommended }),
    verdict: outcome.verdict ?? 'none',
    createdAt: at,
    document: JSON.stringify(document),
  };
}
