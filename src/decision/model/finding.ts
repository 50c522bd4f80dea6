/** Something wrong with a decision model. An `error` refuses the model, a `warning` is logged and shown. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** JSON Pointer (RFC 6901) to the place in the model, '' for the whole. */
  readonly path: string;
  readonly code: string;
  /** What is wrong and what to do about it, in one sentence. */
  readonly message: string;
}

/** Escapes one reference token of a JSON Pointer (RFC 6901 §3). */
export function pointerToken(token: string | number): string {
  return String(token).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Joins reference tokens to a JSON Pointer. */
export function pointer(...tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${pointerToken(token)}`).join('');
}
