/** Kleene's three truth values, ordered so that "and" is the least, "or" the greatest, and "not" the distance from TRUE. */
export type Truth = typeof FALSE | typeof POSSIBLE | typeof TRUE;

/** Known not to hold. */
export const FALSE = 0;
/** Not known. */
export const POSSIBLE = 1;
/** Known to hold. */
export const TRUE = 2;

/** Truths by index; a plain byte array because inner loops read it millions of times. */
export type Truths = Uint8Array;

/**
 * A condition compiled to a function of the truths of its model's tests. Test `t` has its truth at `2t` and the
 * opposite at `2t + 1`, see {@link setTruth}.
 */
export type Expression = (truths: Truths) => Truth;

/** Truths for a number of tests, none of them known. */
export function unknownTruths(tests: number): Truths {
  return new Uint8Array(2 * tests).fill(POSSIBLE);
}

/** Notes the truth of a test, in either sense. */
export function setTruth(truths: Truths, test: number, truth: number): void {
  truths[2 * test] = truth;
  truths[2 * test + 1] = TRUE - truth;
}

/** Reads one element of an array of truths. */
export function asTruth(value: number | undefined): Truth {
  return value === TRUE ? TRUE : value === FALSE ? FALSE : POSSIBLE;
}
