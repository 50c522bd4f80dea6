/** A plain value: a choice id, a set of choice ids, a boolean, or a whole number. */
export type AnswerValue = string | boolean | number | readonly string[];

/** One answer after reading. A question without an entry is unanswered, which is none of these. */
export type Answer =
  | { readonly kind: 'value'; readonly value: AnswerValue }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'any-of'; readonly values: readonly AnswerValue[] };

/** Answers as they were read against a model. */
export interface Answers {
  /** By index of the question; undefined where there is none. */
  readonly given: readonly (Answer | undefined)[];
  /** What they make of the tests, question after question as if all were enabled: the first words of a circuit's signals. */
  readonly signals: readonly number[];
}

/** What was wrong with one answer or weight. The pointer leads from the object that was read. */
export interface InputFinding {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}
