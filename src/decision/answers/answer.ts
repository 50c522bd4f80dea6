/** A plain value: a choice id, a set of choice ids, a boolean, or a whole number. */
export type AnswerValue = string | boolean | number | readonly string[];

/** One answer after reading. A question without an entry is unanswered, which is none of these. */
export type Answer =
  | { readonly kind: 'value'; readonly value: AnswerValue }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'any-of'; readonly values: readonly AnswerValue[] };

/** An answer with the signals that it gives, while its question is enabled, to the tests that read the question. */
export type ReadAnswer = Answer & { readonly signals: readonly number[] };

/** Answers by index of the question, as they were read against a model; undefined where there is none. */
export type Answers = readonly (ReadAnswer | undefined)[];

/** What was wrong with one answer or weight. The pointer leads from the object that was read. */
export interface InputFinding {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}
