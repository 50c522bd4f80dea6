import type { CompiledModel, CompiledTest } from '../compile/compiled-model.ts';
import { asTruth, FALSE, POSSIBLE, setTruth, TRUE, type Truth, type Truths, unknownTruths } from '../compile/truth.ts';
import type { Answer, Answers } from './answer.ts';

/** How things stand under some answers: which questions are enabled, and which tests hold. */
export interface Standing {
  /** By index of the question. */
  readonly enabled: Truths;
  /** Of the tests, in either sense; what expressions read. */
  readonly truths: Truths;
}

/** Works out which questions the answers enable and what they make of every test (design: three-valued, Kleene). */
export function standingOf(model: CompiledModel, answers: Answers): Standing {
  const enabled: Truths = new Uint8Array(model.questions.length);
  const truths = unknownTruths(model.tests.length);
  for (const index of model.enablingOrder) {
    const compiled = model.questions[index];
    if (compiled === undefined) continue;
    const truth = compiled.enabledWhen === undefined ? TRUE : compiled.enabledWhen(truths);
    enabled[index] = truth;
    const answer = compiled.retired ? undefined : answers.get(compiled.question.id);
    for (const test of compiled.tests) setTruth(truths, test, testTruth(model.tests[test], truth, answer));
  }
  return { enabled, truths };
}

/**
 * A test is false on a disabled or not applicable question; possible on one that is unanswered, unknown or only
 * possibly enabled; and on a set of values what all of them agree on.
 */
function testTruth(test: CompiledTest | undefined, enabled: Truth, answer: Answer | undefined): Truth {
  if (test === undefined || enabled === FALSE) return FALSE;
  if (enabled === POSSIBLE || answer === undefined) return POSSIBLE;
  switch (answer.kind) {
    case 'unknown':
      return POSSIBLE;
    case 'not-applicable':
      return FALSE;
    case 'value':
      return test.holds(answer.value) ? TRUE : FALSE;
    case 'any-of':
      return agreed(answer.values.map(test.holds));
  }
}

function agreed(verdicts: readonly boolean[]): Truth {
  if (!verdicts.includes(false)) return TRUE;
  return verdicts.includes(true) ? POSSIBLE : FALSE;
}

/** Whether a question is enabled in a standing. */
export function isEnabled(standing: Standing, question: number): boolean {
  return asTruth(standing.enabled[question]) === TRUE;
}

/** Whether a question counts as answered: with a value, or as not applicable. */
export function isSettled(answer: Answer | undefined): boolean {
  return answer?.kind === 'value' || answer?.kind === 'not-applicable';
}
