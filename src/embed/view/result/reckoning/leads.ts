import type { CriterionResult, Evaluation, Reason } from '../../../../decision/evaluation/evaluation.ts';

/** The two alternatives whose difference decides. */
export interface Pair {
  readonly winner: string;
  readonly runnerUp: string;
}

/** What a criterion does to the difference of a pair, and the rules behind it, the strongest first. */
export interface Lead {
  readonly criterion: CriterionResult;
  /** Points of 100 by which it puts the winner ahead; below 0 the runner-up. */
  readonly points: number;
  readonly reasons: readonly PairedReason[];
}

/** A rule that fired, with the points by which it puts the winner ahead. */
export interface PairedReason {
  readonly reason: Reason;
  readonly points: number;
}

/** Points below which a bar would be shown as 0.0. */
const LEAST = 0.05;

/** The recommended alternative and the next in the ranking, else the best of those that are out. */
export function pairOf({ outcome, alternatives }: Evaluation): Pair | undefined {
  const winner = outcome.recommended;
  const others = alternatives.filter(({ id }) => id !== winner);
  const next = others.find(({ rank }) => rank !== undefined) ?? others.toSorted((one, other) => other.score - one.score)[0];
  return winner === undefined || next === undefined ? undefined : { winner, runnerUp: next.id };
}

/** Every criterion by the size of what it does; the points add up to the difference of the two scores. */
export function leadsOf(evaluation: Evaluation, pair: Pair): readonly Lead[] {
  const reasons = reasonsOf(evaluation, pair);
  return (evaluation.criteria ?? [])
    .map((criterion) => ({
      criterion,
      points: 50 * criterion.share * ((criterion.values[pair.winner] ?? 0) - (criterion.values[pair.runnerUp] ?? 0)),
      reasons: reasons.filter(({ reason }) => reason.criterion === criterion.id),
    }))
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points));
}

/** The rules that tell the two apart, the strongest first. */
export function reasonsOf({ rationale = [] }: Evaluation, { winner, runnerUp }: Pair): readonly PairedReason[] {
  return rationale
    .map((reason) => ({ reason, points: (reason.contributions[winner] ?? 0) - (reason.contributions[runnerUp] ?? 0) }))
    .filter(({ points }) => tells(points))
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points));
}

/** Whether a difference is large enough to be seen. */
export function tells(points: number): boolean {
  return Math.abs(points) >= LEAST;
}
