import type { Evaluation } from '../decision/evaluation/evaluation.ts';

/** A case, whether anybody has recorded it or not: the inputs and everything they gave. */
export interface AnsweredCase {
  /** As they were sent, by question id. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** The subject's own weights by criterion id; those left out are the model's. */
  readonly weights: Readonly<Record<string, number>>;
  readonly evaluation: Evaluation;
}

/** A recommendation as it was recorded. */
export interface RecordedRecommendation extends AnsweredCase {
  readonly id: string;
  readonly assessmentId: string;
  readonly subject: { readonly ref: string; readonly name: string; readonly tags: readonly string[] };
  /** RFC 3339 in UTC. */
  readonly createdAt: string;
}
