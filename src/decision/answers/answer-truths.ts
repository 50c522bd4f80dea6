import type { CompiledTest } from '../compile/compiled-model.ts';
import { FALSE, POSSIBLE, TRUE, type Truths } from '../compile/conditions/truth.ts';
import type { Answer, AnswerValue } from './answer.ts';

/** What a plain value makes of tests on its question. */
export function valueTruths(tests: readonly CompiledTest[], value: AnswerValue): Truths {
  return Uint8Array.from(tests, ({ holds }) => (holds(value) ? TRUE : FALSE));
}

/**
 * What an answer makes of tests on its question while that is enabled: possible where it is unanswered or unknown,
 * false where it is not applicable, and for a set of values what all of them agree on.
 */
export function answerTruths(tests: readonly CompiledTest[], answer: Answer | undefined): Truths {
  if (answer === undefined) return new Uint8Array(tests.length).fill(POSSIBLE);
  switch (answer.kind) {
    case 'unknown':
      return new Uint8Array(tests.length).fill(POSSIBLE);
    case 'not-applicable':
      return new Uint8Array(tests.length).fill(FALSE);
    case 'value':
      return valueTruths(tests, answer.value);
    case 'any-of': {
      const each = answer.values.map((value) => valueTruths(tests, value));
      return Uint8Array.from(tests, (_, test) => agreed(each.map((truths) => truths[test] ?? POSSIBLE)));
    }
  }
}

function agreed(truths: readonly number[]): number {
  const [first = POSSIBLE] = truths;
  return truths.every((truth) => truth === first) ? first : POSSIBLE;
}
