import type { AskedQuestion } from '../../../../decision/answers/questionnaire.ts';
import type { Evaluation } from '../../../../decision/evaluation/evaluation.ts';
import type { SessionState, WireAnswer } from '../../../session/session-state.ts';

/**
 * The questions without a settled answer, those first whose answer alone is known to change the outcome, then those
 * behind a gate that may still fire, then by the weight of the criteria they speak for. Empty once all is decided.
 */
export function openQuestionsOf(
  { pages, answers }: Pick<SessionState, 'pages' | 'answers'>,
  evaluation: Evaluation,
): readonly AskedQuestion[] {
  if (evaluation.outcome.decided === true) return [];
  const urgency = urgencyOf(evaluation);
  return pages
    .flatMap(({ questions }) => questions)
    .filter(({ id }) => isOpen(answers[id]))
    .toSorted((one, other) => urgency(other) - urgency(one));
}

/** Whether nobody has said what the answer is: not touched, not known, or several still possible. */
export function isOpen(answer: WireAnswer | undefined): boolean {
  return answer === undefined || answer === null || (typeof answer === 'object' && 'anyOf' in answer);
}

function urgencyOf({ counterfactuals = [], gates = [], criteria = [] }: Evaluation): (question: AskedQuestion) => number {
  const alone = counterfactuals.flatMap(({ sets = [] }) => sets).filter(({ changes }) => changes.length === 1);
  const turning = new Set(alone.flatMap(({ changes }) => changes).map(({ question }) => question));
  const gating = new Set(gates.filter(({ state }) => state === 'possible').flatMap(({ questions }) => questions));
  const shares = new Map(criteria.map(({ id, share }) => [id, share]));
  return ({ id, criteria: about }) =>
    (turning.has(id) ? 4 : 0) + (gating.has(id) ? 2 : 0) + about.reduce((sum, one) => sum + (shares.get(one) ?? 0), 0);
}
