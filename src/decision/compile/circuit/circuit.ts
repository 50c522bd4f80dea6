/**
 * The conditions that decide a score, as a circuit of one-bit signals: what answers make of the tests on their
 * questions comes in as words of bits that were worked out before, valves let them pass while a question is enabled,
 * and joints combine signals until there is one for every rule and gate. A signal that is on means *known to hold*;
 * whatever is false or only possible leaves it off. That is enough to know what fires, since conditions are monotone
 * once negations are pushed down to the tests.
 */
export interface Circuit {
  /** Number of words that its signals take. */
  readonly words: number;
  /** Index of the first word of the tests on each question, and of the first word behind them all. */
  readonly questions: readonly number[];
  /** Of the questions that are not always enabled, in enabling order. */
  readonly valves: readonly Valve[];
  /** What is left to be made once the valves are set, each after those that it is made of. */
  readonly joints: Joints;
  /** Place of the signal that a test is known to hold, by its index; that it is known to fail is the next place. */
  readonly tests: Int32Array;
  /** Place of the signal of each rule and of each gate, by index. */
  readonly rules: Int32Array;
  readonly gates: Int32Array;
}

/** Lets the signals of a question's tests pass while the question is enabled. */
export interface Valve {
  /** Index of the question. */
  readonly question: number;
  /** Index of the first of its words. */
  readonly word: number;
  /** The words while it is disabled: every test fails. */
  readonly failing: readonly number[];
  /** What has to be made to know whether it is enabled, each after those that it is made of. */
  readonly joints: Joints;
  /** Places of the signals that it is known to be enabled, and known to be disabled. */
  readonly enabled: number;
  readonly disabled: number;
}

/** A signal made of others. It has a word of its own, so that none has to be cleared. */
export interface Joint {
  /** Index of its word; its place is the first in it. */
  readonly word: number;
  /** What it is unless one of its parts differs: 1 where all of them have to be on, 0 where any is enough. */
  readonly unless: 0 | 1;
  /** Places of the others. */
  readonly parts: readonly number[];
}

/** Joints in a row, so that making them follows no references: the word of each, what it is unless a part differs, the number of its parts, and their places. */
export type Joints = Int32Array;

/** Puts joints in a row. */
export function inRow(joints: readonly Joint[]): Joints {
  return Int32Array.from(joints.flatMap(({ word, unless, parts }) => [word, unless, parts.length, ...parts]));
}
