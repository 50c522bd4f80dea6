import { signalAt } from '../compile/circuit/signals.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { asTruth, FALSE, POSSIBLE, setTruth, TRUE, type Truth, type Truths, unknownTruths } from '../compile/conditions/truth.ts';
import type { Answer, Answers } from './answer.ts';
import { createSettlement, type Settlement, settle } from './settle.ts';

/** How things stand under some answers: which questions are enabled, and which tests hold. */
export interface Standing {
  /** By index of the question. */
  readonly enabled: Truths;
  /** Of the tests, in either sense; what expressions read. */
  readonly truths: Truths;
}

/** Works out which questions the answers enable and what they make of every test. A retired question counts as unanswered. */
export function standingOf(model: CompiledModel, answers: Answers): Standing {
  const settlement = createSettlement(model.circuit, model.questions.length);
  settle(model.circuit, answers, settlement);
  return standingIn(model, settlement);
}

/** How things stand in a settlement, to outlast it. */
export function standingIn({ circuit }: CompiledModel, { signals, enabled }: Settlement): Standing {
  const truths = unknownTruths(circuit.tests.length);
  for (const [test, place] of circuit.tests.entries()) {
    if (signalAt(signals, place) === 1) setTruth(truths, test, TRUE);
    if (signalAt(signals, place + 1) === 1) setTruth(truths, test, FALSE);
  }
  return { enabled: enabled.slice(), truths };
}

/** What becomes of a test's truth as its question is enabled: itself, nothing certain, or false. */
export function whileEnabled(given: number | undefined, enabled: Truth): number {
  return enabled === TRUE ? (given ?? POSSIBLE) : enabled;
}

/** Whether a question is enabled in a standing. */
export function isEnabled(standing: Pick<Standing, 'enabled'>, question: number): boolean {
  return asTruth(standing.enabled[question]) === TRUE;
}

/** Whether a question counts as answered: with a value, or as not applicable. */
export function isSettled(answer: Answer | undefined): boolean {
  return answer?.kind === 'value' || answer?.kind === 'not-applicable';
}
