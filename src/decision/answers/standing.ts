import type { CompiledModel } from '../compile/compiled-model.ts';
import { asTruth, POSSIBLE, setTruth, TRUE, type Truth, type Truths, unknownTruths } from '../compile/truth.ts';
import type { Answer, Answers } from './answer.ts';
import { answerTruths } from './answer-truths.ts';

/** How things stand under some answers: which questions are enabled, and which tests hold. */
export interface Standing {
  /** By index of the question. */
  readonly enabled: Truths;
  /** Of the tests, in either sense; what expressions read. */
  readonly truths: Truths;
}

/** Works out which questions the answers enable and what they make of every test. A retired question counts as unanswered. */
export function standingOf(model: CompiledModel, answers: Answers): Standing {
  const enabled: Truths = new Uint8Array(model.questions.length);
  const truths = unknownTruths(model.tests.length);
  for (const index of model.enablingOrder) {
    const compiled = model.questions[index];
    if (compiled === undefined) continue;
    const truth = compiled.enabledWhen === undefined ? TRUE : compiled.enabledWhen(truths);
    enabled[index] = truth;
    const answer = compiled.retired ? undefined : answers[index];
    const given = answerTruths(compiled.readers, answer);
    for (const [at, test] of compiled.tests.entries()) setTruth(truths, test, whileEnabled(given[at], truth));
  }
  return { enabled, truths };
}

/** What becomes of a test's truth as its question is enabled: itself, nothing certain, or false. */
export function whileEnabled(given: number | undefined, enabled: Truth): number {
  return enabled === TRUE ? (given ?? POSSIBLE) : enabled;
}

/** Whether a question is enabled in a standing. */
export function isEnabled(standing: Standing, question: number): boolean {
  return asTruth(standing.enabled[question]) === TRUE;
}

/** Whether a question counts as answered: with a value, or as not applicable. */
export function isSettled(answer: Answer | undefined): boolean {
  return answer?.kind === 'value' || answer?.kind === 'not-applicable';
}
