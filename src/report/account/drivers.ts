import type { CriterionResult } from '../../decision/evaluation/evaluation.ts';
import type { AnsweredCase } from '../recorded-recommendation.ts';
import type { Pair } from './reasons.ts';

/** A criterion with its weight, and how far it puts the winner ahead. */
export interface Driver {
  readonly title: string;
  readonly weight: number;
  /** 0 … 1 of all weights. */
  readonly share: number;
  /** 0 … 1 of its questions that apply. */
  readonly coverage: number;
  /** Whether the weight is the subject's own rather than the model's. */
  readonly own: boolean;
  /** Points of 100 by which the winner is ahead of the runner-up on this criterion; their sum is the margin. */
  readonly lead?: number;
}

/** The criteria, those that decided most first; without a pair to compare, the heaviest first. */
export function driversOf({ evaluation, weights }: AnsweredCase, pair: Pair | undefined): readonly Driver[] {
  const drivers = (evaluation.criteria ?? []).map((criterion): Driver => {
    const { id, title, weight, share, coverage } = criterion;
    const lead = pair && { lead: leadOn(criterion, pair) };
    return { title, weight, share, coverage, own: Object.hasOwn(weights, id), ...lead };
  });
  const size = ({ lead = 0 }: Driver) => Math.abs(lead);
  return drivers.toSorted((one, other) => size(other) - size(one) || other.share - one.share);
}

function leadOn({ share, values }: CriterionResult, { winner, runnerUp }: Pair): number {
  return 50 * share * ((values[winner] ?? 0) - (values[runnerUp] ?? 0));
}
