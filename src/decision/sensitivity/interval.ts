import { type Expression, FALSE, POSSIBLE, TRUE, type Truth, type Truths } from '../compile/truth.ts';

/** Bounds on the truths of all tests: whatever happens, each truth lies between its `low` and its `high`. */
export interface Interval {
  readonly low: Truths;
  readonly high: Truths;
}

/** The least and the greatest truth of each of a question's joint tests over some of its options. */
export interface Span {
  readonly least: Truths;
  readonly greatest: Truths;
}

/** The span of several vectors of truths of the same tests. */
export function spanOf(vectors: readonly Truths[], tests: number): Span {
  const least = new Uint8Array(tests).fill(TRUE);
  const greatest = new Uint8Array(tests).fill(FALSE);
  for (const vector of vectors) {
    for (let at = 0; at < tests; at += 1) {
      const truth = vector[at] ?? POSSIBLE;
      if (truth < (least[at] ?? 0)) least[at] = truth;
      if (truth > (greatest[at] ?? 0)) greatest[at] = truth;
    }
  }
  return { least, greatest };
}

/**
 * Bounds the tests of one question, given bounds on those of the questions that enable it: where it may be disabled
 * they may be false, where it may be only possibly enabled they may be possible.
 */
export function bound(
  { low, high }: Interval,
  { enabledWhen, tests }: { readonly enabledWhen?: Expression; readonly tests: readonly number[] },
  { least, greatest }: Span,
): void {
  const from = enabledWhen === undefined ? TRUE : enabledWhen(low);
  const to = enabledWhen === undefined ? TRUE : enabledWhen(high);
  for (let at = 0; at < tests.length; at += 1) {
    const test = tests[at] ?? 0;
    const lowest = lowestTruth(from, to, least[at] ?? FALSE);
    const highest = highestTruth(from, to, greatest[at] ?? TRUE);
    low[2 * test] = lowest;
    low[2 * test + 1] = TRUE - highest;
    high[2 * test] = highest;
    high[2 * test + 1] = TRUE - lowest;
  }
}

function lowestTruth(from: Truth, to: Truth, least: number): number {
  if (from === TRUE) return least;
  return from === POSSIBLE && to === TRUE ? Math.min(POSSIBLE, least) : from;
}

function highestTruth(from: Truth, to: Truth, greatest: number): number {
  if (from === TRUE) return greatest;
  return to === TRUE ? Math.max(POSSIBLE, greatest) : to;
}
