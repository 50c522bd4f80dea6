import type { Evaluation } from '../../../../decision/evaluation/evaluation.ts';
import type { ChangeResult, FlipWeightResult } from '../../../../decision/evaluation/proof.ts';

/** One way in which the recommendation would become another one, or why there is none. */
export type Turn =
  | { readonly kind: 'answers'; readonly target: string; readonly changes: readonly ChangeResult[] }
  | { readonly kind: 'weight'; readonly flip: FlipWeightResult }
  | { readonly kind: 'nothing'; readonly reason: string };

/** How many turns are told. */
const MOST = 3;

/**
 * The nearest turns: for each alternative the smallest set of other answers, then the nearest weight, then why the
 * remaining ones cannot win.
 */
export function turnsOf({ counterfactuals = [], robustness }: Evaluation): readonly Turn[] {
  const answers = counterfactuals.flatMap(({ target, sets: [first] = [] }): readonly Turn[] =>
    first === undefined ? [] : [{ kind: 'answers', target, changes: first.changes }],
  );
  const nearest = (robustness?.flipWeights ?? []).toSorted((one, other) => distance(one) - distance(other));
  const weights = nearest.slice(0, 1).map((flip): Turn => ({ kind: 'weight', flip }));
  const reasons = counterfactuals.flatMap(({ reason }): readonly Turn[] =>
    reason === undefined ? [] : [{ kind: 'nothing', reason }],
  );
  const told = [...answers.toSorted(smallestFirst).slice(0, MOST - weights.length), ...weights];
  return [...told, ...reasons].slice(0, MOST);
}

function smallestFirst(one: Turn, other: Turn): number {
  return size(one) - size(other);
}

function size(turn: Turn): number {
  return turn.kind === 'answers' ? turn.changes.length : 0;
}

function distance({ from, to }: FlipWeightResult): number {
  return Math.abs(to - from);
}
