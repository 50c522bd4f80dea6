import type { ByAlternative, Evaluation, Reason } from '../../decision/evaluation/evaluation.ts';
import type { Grade } from '../../decision/model/document.ts';
import type { Bibliography, NumberedSource } from './bibliography.ts';
import type { Labels } from './labels.ts';

/** A reason with the points of 100 that it adds (or takes, when negative), as far as one side is concerned. */
export interface ReasonInWords {
  readonly because: string;
  readonly criterion: string;
  readonly points: number;
  readonly grade?: Grade;
  readonly sources: readonly NumberedSource[];
}

/** The two alternatives whose difference decides: the recommended one and the next. */
export interface Pair {
  readonly winner: string;
  readonly runnerUp: string;
}

/** The recommended alternative and the next in the ranking, else the best of those that are out; undefined without a winner. */
export function pairOf({ outcome, alternatives }: Evaluation): Pair | undefined {
  const winner = outcome.recommended;
  const others = alternatives.filter(({ id }) => id !== winner);
  const next = others.find(({ rank }) => rank !== undefined) ?? others.toSorted((one, other) => other.score - one.score)[0];
  return winner === undefined || next === undefined ? undefined : { winner, runnerUp: next.id };
}

/** What counts for one side, in points of 100. */
export type Measure = (contributions: ByAlternative) => number;

/** What speaks for the winner as compared with the runner-up. */
export function leadOf({ winner, runnerUp }: Pair): Measure {
  return (contributions) => (contributions[winner] ?? 0) - (contributions[runnerUp] ?? 0);
}

/** Reasons that count by a measure, the strongest first. */
export function byStrength(rationale: readonly Reason[], measure: Measure): readonly Reason[] {
  return rationale
    .filter(({ contributions }) => Math.abs(measure(contributions)) >= LEAST)
    .toSorted((one, other) => Math.abs(measure(other.contributions)) - Math.abs(measure(one.contributions)));
}

/** Points below which a reason would be shown as 0.0. */
const LEAST = 0.05;

/** Says reasons in words. */
export function inWords(labels: Labels, { cited }: Bibliography, measure: Measure): (reason: Reason) => ReasonInWords {
  return ({ because, criterion, contributions, grade, sources }) => ({
    because,
    criterion: labels.criterion(criterion),
    points: measure(contributions),
    ...(grade !== undefined && { grade }),
    sources: cited(sources),
  });
}
