import type { CompiledModel } from '../compile/compiled-model.ts';
import { TRUE, type Truths } from '../compile/truth.ts';

/** Points of 100 below which two scores count as equal: far above rounding error, far below anything meant. */
export const TIE_TOLERANCE = 1e-9;

/** Number of decimals that results are rounded to, so that sums read as they were meant. */
const DECIMALS = 1e12;

/** Indices of the rules that fire, in the order of the compiled model. */
export function firedRules(model: CompiledModel, truths: Truths): readonly number[] {
  const fired: number[] = [];
  for (const [index, { when }] of model.rules.entries()) if (when(truths) === TRUE) fired.push(index);
  return fired;
}

/** Sums of points by criterion, then alternative. */
export function rawPoints(model: CompiledModel, fired: readonly number[]): readonly Float64Array[] {
  const raw = model.criteria.map(() => new Float64Array(model.alternatives.length));
  for (const index of fired) {
    const rule = model.rules[index];
    const row = rule === undefined ? undefined : raw[rule.criterion];
    if (rule === undefined || row === undefined) continue;
    for (const [alternative, points] of rule.points.entries()) row[alternative] = (row[alternative] ?? 0) + points;
  }
  return raw;
}

/** The value of each criterion for each alternative: raw points over the criterion's scale, held within −1 … 1. */
export function valuesOf(model: CompiledModel, raw: readonly Float64Array[]): readonly Float64Array[] {
  return raw.map((row, index) => {
    const scale = model.criteria[index]?.criterion.scale ?? 1;
    return row.map((points) => Math.max(-1, Math.min(1, points / scale)));
  });
}

/** The score of each alternative: `50 + 50 · Σ share · value`, 0 … 100. */
export function scoresOf(model: CompiledModel, values: readonly Float64Array[], shares: readonly number[]): Float64Array {
  const scores = new Float64Array(model.alternatives.length);
  for (const [criterion, row] of values.entries()) {
    const share = shares[criterion] ?? 0;
    for (const [alternative, value] of row.entries()) scores[alternative] = (scores[alternative] ?? 0) + share * value;
  }
  return scores.map((sum) => 50 + 50 * sum);
}

/** Rounds away what binary fractions add, e.g. 71.19999999999999 to 71.2. Never gives −0. */
export function tidy(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS + 0;
}
