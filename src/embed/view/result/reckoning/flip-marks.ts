import type { Evaluation } from '../../../../decision/evaluation/evaluation.ts';

/** A weight of one criterion, the others as they are, at which another alternative takes the lead. */
export interface FlipMark {
  readonly criterion: string;
  readonly weight: number;
  readonly wouldChoose: string;
  /** Whether it takes the lead as the weight grows, rather than as it falls. */
  readonly up: boolean;
}

/**
 * The weights at which the winner changes: the share `s` of a criterion is the weight `s / (1 − s)` times the sum of
 * the other weights. A share of 1 is no weight that could be given.
 */
export function flipMarksOf({ criteria = [], robustness }: Evaluation): readonly FlipMark[] {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return (robustness?.flipWeights ?? [])
    .filter(({ to }) => to < 1)
    .map(({ criterion, from, to, wouldChoose }) => {
      const others = sum - (criteria.find(({ id }) => id === criterion)?.weight ?? 0);
      return { criterion, weight: (others * to) / (1 - to), wouldChoose, up: to >= from };
    });
}
