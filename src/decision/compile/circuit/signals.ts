/**
 * What is known to hold, one bit each: the signal at place `p` is bit `p mod 32` of word `p div 32`. A test has two
 * signals side by side, that it is known to hold and that it is known to fail; while nothing is known, both are off.
 */
export type Signals = Int32Array;

/** Number of signals in a word. */
export const WORD = 32;

/** The two signals of a test that is known to hold, and of one that is known to fail. */
export const HOLDS = 1;
/** See {@link HOLDS}. */
export const FAILS = 2;

/** The signal at a place: 1 when it is on, else 0. */
export function signalAt(signals: Signals, place: number): number {
  // A shift counts modulo 32 by itself.
  return ((signals[place >> 5] ?? 0) >> place) & 1;
}

/** Number of words that the signals of so many tests take. */
export function wordsFor(tests: number): number {
  return Math.ceil((2 * tests) / WORD);
}
