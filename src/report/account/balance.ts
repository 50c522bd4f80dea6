import type { Evaluation } from '../../decision/evaluation/evaluation.ts';
import type { Bibliography } from './bibliography.ts';
import type { Labels } from './labels.ts';
import type { Option } from './options.ts';
import { byStrength, inWords, leadOf, type Pair, type ReasonInWords } from './reasons.ts';

/** The reasons that make the difference between the recommended alternative and the next, the strongest first. */
export interface Balance {
  readonly winner: Option;
  readonly runnerUp: Option;
  readonly for: readonly ReasonInWords[];
  readonly against: readonly ReasonInWords[];
}

/** Weighs the winner of a pair against the runner-up; points are those by which a reason puts the winner ahead. */
export function balanceOf(
  { rationale = [] }: Evaluation,
  pair: Pair,
  told: { readonly labels: Labels; readonly bibliography: Bibliography; readonly options: readonly Option[] },
): Balance | undefined {
  const [winner, runnerUp] = [pair.winner, pair.runnerUp].map((id) => told.options.find((option) => option.id === id));
  if (winner === undefined || runnerUp === undefined) return undefined;
  const lead = leadOf(pair);
  const reasons = byStrength(rationale, lead).map(inWords(told.labels, told.bibliography, lead));
  return {
    winner,
    runnerUp,
    for: reasons.filter(({ points }) => points > 0),
    against: reasons.filter(({ points }) => points < 0),
  };
}
