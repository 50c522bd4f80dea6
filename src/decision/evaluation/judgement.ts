import type { Answers } from '../answers/answer.ts';
import { type Standing, standingOf } from '../answers/standing.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { TRUE } from '../compile/truth.ts';
import { exclusions, ranking } from './ranking.ts';
import { sharesOf, type Weights } from './read-weights.ts';
import { firedRules, rawPoints, scoresOf, valuesOf } from './score.ts';

/** Everything the arithmetic gives for some answers and weights; all that is reported is derived from it. */
export interface Judgement {
  readonly answers: Answers;
  readonly standing: Standing;
  /** Indices of the rules that fire. */
  readonly fired: readonly number[];
  /** Share of each criterion, by index. */
  readonly shares: readonly number[];
  /** Points and values by index of the criterion, then of the alternative. */
  readonly raw: readonly Float64Array[];
  readonly values: readonly Float64Array[];
  /** Score of each alternative, by index. */
  readonly scores: Float64Array;
  /** What takes each alternative out, by index. */
  readonly excluded: readonly (readonly string[])[];
  /** Indices of the alternatives that are left, best first. */
  readonly ranked: readonly number[];
  /** Whether no rule and no gate fires. */
  readonly silent: boolean;
  /** Index of the recommended alternative; absent when nothing fired or everything is out. */
  readonly recommended?: number;
}

/** Judges answers under weights. */
export function judge(model: CompiledModel, answers: Answers, weights: Weights): Judgement {
  const standing = standingOf(model, answers);
  const fired = firedRules(model, standing.truths);
  const shares = sharesOf(model, weights);
  const raw = rawPoints(model, fired);
  const values = valuesOf(model, raw);
  const scores = scoresOf(model, values, shares);
  const excluded = exclusions(model, standing.truths, fired);
  const ranked = ranking(scores, excluded);
  const silent = fired.length === 0 && !model.gates.some(({ when }) => when(standing.truths) === TRUE);
  const [recommended] = silent ? [] : ranked;
  const arithmetic = { answers, standing, fired, shares, raw, values, scores, excluded, ranked, silent };
  return recommended === undefined ? arithmetic : { ...arithmetic, recommended };
}

/** Points between the recommended alternative and the next in the ranking; undefined when there is no such pair. */
export function marginOf({ recommended, ranked, scores }: Judgement): number | undefined {
  const runnerUp = ranked[1];
  if (recommended === undefined || runnerUp === undefined) return undefined;
  return Math.max(0, (scores[recommended] ?? 0) - (scores[runnerUp] ?? 0));
}
