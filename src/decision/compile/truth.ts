/** Kleene's three truth values, ordered so that `and` is the minimum and `or` the maximum. */
export type Truth = typeof FALSE | typeof POSSIBLE | typeof TRUE;

export const FALSE = 0;
export const POSSIBLE = 1;
export const TRUE = 2;

/** Truth by index, of tests or of questions; a plain byte array because inner loops read it millions of times. */
export type Truths = Uint8Array;

/** A condition compiled to a function of the truths of its model's tests. */
export type Expression = (truths: Truths) => Truth;

/** True only where both are; possible where neither is false and one is not known. */
export function and(left: Truth, right: Truth): Truth {
  return left < right ? left : right;
}

/** True where either is; possible where neither is true and one is not known. */
export function or(left: Truth, right: Truth): Truth {
  return left > right ? left : right;
}

/** The opposite; what is not known stays so. */
export function not(value: Truth): Truth {
  return value === TRUE ? FALSE : value === FALSE ? TRUE : POSSIBLE;
}
