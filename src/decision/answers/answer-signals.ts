import { FAILS, HOLDS, wordsFor } from '../compile/circuit/signals.ts';
import type { CompiledTest } from '../compile/compiled-model.ts';
import type { Answer, AnswerValue } from './answer.ts';

/**
 * The signals that an answer gives to tests on its question while that is enabled, in words that begin with the first
 * test: none where it is unknown, that each fails where it is not applicable, and for a set of values what all of them
 * agree on.
 */
export function answerSignals(tests: readonly CompiledTest[], answer: Answer): readonly number[] {
  switch (answer.kind) {
    case 'unknown':
      return signalsBy(tests.length, () => 0);
    case 'not-applicable':
      return failingSignals(tests.length);
    case 'value':
      return valueSignals(tests, answer.value);
    case 'any-of': {
      const each = answer.values.map((value) => valueSignals(tests, value));
      return each.reduce((agreed, words) => agreed.map((word, index) => word & (words[index] ?? 0)));
    }
  }
}

/** The signals of so many tests that fail. */
export function failingSignals(tests: number): readonly number[] {
  return signalsBy(tests, () => FAILS);
}

function valueSignals(tests: readonly CompiledTest[], value: AnswerValue): readonly number[] {
  return signalsBy(tests.length, (test) => (tests[test]?.holds(value) ? HOLDS : FAILS));
}

/** Signals of so many tests, in words, by the two sides of each. */
export function signalsBy(tests: number, sides: (test: number) => number): readonly number[] {
  const words = new Array<number>(wordsFor(tests)).fill(0);
  for (let test = 0; test < tests; test += 1) {
    const word = (2 * test) >> 5;
    words[word] = (words[word] ?? 0) | (sides(test) << (2 * test));
  }
  return words;
}
