import { FALSE, TRUE, type Truths } from './truth.ts';

/**
 * What is known to hold, one bit each: the signal at place `p` is bit `p mod 32` of word `p div 32`. A test has two
 * signals beside each other, on where it is known to hold and on where it is known to fail; while nothing is known,
 * both are off.
 */
export type Signals = readonly number[] | Int32Array;

/** Signals in one word. */
export const WORD = 32;

/** The signals of tests of which the truths are given, from place 0 on. */
export function signalsOf(truths: Truths): readonly number[] {
  const words = Array.from({ length: wordsFor(truths.length) }, () => 0);
  for (const [test, truth] of truths.entries()) {
    const on = truth === TRUE ? 1 : truth === FALSE ? 2 : 0;
    const word = (2 * test) >> 5;
    words[word] = (words[word] ?? 0) | (on << (2 * test));
  }
  return words;
}

/** Words that hold the signals of so many tests. */
export function wordsFor(tests: number): number {
  return Math.ceil((2 * tests) / WORD);
}
