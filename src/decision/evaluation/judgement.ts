import type { Answers } from '../answers/answer.ts';
import { type Standing, standingIn } from '../answers/standing.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Worksheet } from '../compile/worksheet.ts';
import { exclusions, ranking } from './ranking.ts';
import { sharesOf, type Weights } from './read-weights.ts';
import { criterionValue, tally } from './tally.ts';

/** What it comes to for the alternatives, all by index. */
export interface Decision {
  /** Share of each criterion. */
  readonly shares: readonly number[];
  /** Score of each alternative. */
  readonly scores: Float64Array;
  /** What takes each alternative out. */
  readonly excluded: readonly (readonly string[])[];
  /** The alternatives that are left, best first. */
  readonly ranked: readonly number[];
  /** Whether no rule and no gate fires. */
  readonly silent: boolean;
  /** The recommended alternative; absent when nothing fired or everything is out. */
  readonly recommended?: number;
}

/** Everything the arithmetic gives for some answers and weights; all that is reported is derived from it. */
export interface Judgement extends Decision {
  readonly answers: Answers;
  readonly standing: Standing;
  /** Indices of the rules that fire. */
  readonly fired: readonly number[];
  /** Points and values by index of the criterion, then of the alternative. */
  readonly raw: readonly Float64Array[];
  readonly values: readonly Float64Array[];
}

/** Judges answers under weights. */
export function judge(model: CompiledModel, answers: Answers, weights: Weights): Judgement {
  const shares = sharesOf(model, weights);
  const sheet = tally(model, answers, shares);
  return judgementOf(model, answers, { sheet, decision: decide(model, sheet, shares) });
}

/** Decides by a tally. The scores are those on the worksheet. */
export function decide(model: CompiledModel, sheet: Worksheet, shares: readonly number[]): Decision {
  const { scores, out, silent } = sheet;
  const ranked = ranking(scores, out);
  const excluded = exclusions(model, sheet);
  const recommended = silent ? undefined : ranked[0];
  return recommended === undefined
    ? { shares, scores, excluded, ranked, silent }
    : { shares, scores, excluded, ranked, silent, recommended };
}

/** All that a tally gave, to outlast the worksheet. */
export function judgementOf(
  model: CompiledModel,
  answers: Answers,
  { sheet, decision }: { readonly sheet: Worksheet; readonly decision: Decision },
): Judgement {
  const width = model.alternatives.length;
  const raw = model.criteria.map((_, criterion) => sheet.raw.slice(criterion * width, (criterion + 1) * width));
  return {
    ...decision,
    scores: sheet.scores.slice(),
    answers,
    standing: standingIn(model, sheet),
    fired: [...sheet.fired.subarray(0, sheet.count)],
    raw,
    values: raw.map((row, criterion) =>
      row.map((points) => criterionValue(points, model.criteria[criterion]?.criterion.scale ?? 1)),
    ),
  };
}

/** Points between the recommended alternative and the next in the ranking; undefined when there is no such pair. */
export function marginOf({ recommended, ranked, scores }: Decision): number | undefined {
  const runnerUp = ranked[1];
  if (recommended === undefined || runnerUp === undefined) return undefined;
  return Math.max(0, (scores[recommended] ?? 0) - (scores[runnerUp] ?? 0));
}
