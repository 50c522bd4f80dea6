import type { CompiledModel, CompiledRule } from '../compile/compiled-model.ts';
import type { ByAlternative } from './evaluation.ts';
import { tidy } from './score.ts';

/**
 * What each fired rule adds to each alternative's score: `50 · share · points / scale`; where the value of its
 * criterion is held at ±1, all contributions behind it shrink in proportion, so that they add up to the score.
 *
 * @returns points of 100, by position in `fired`, then index of the alternative.
 */
export function contributionsOf(
  model: CompiledModel,
  fired: readonly number[],
  scoring: { readonly raw: readonly Float64Array[]; readonly shares: readonly number[] },
): readonly (readonly number[])[] {
  return fired.map((index) => {
    const rule = model.rules[index];
    if (rule === undefined) return [];
    const worth = (50 * (scoring.shares[rule.criterion] ?? 0)) / scaleOf(model, rule);
    return rule.points.map((points, alternative) => {
      const sum = Math.abs(scoring.raw[rule.criterion]?.[alternative] ?? 0);
      return worth * points * Math.min(1, scaleOf(model, rule) / sum);
    });
  });
}

/** Numbers by index of the alternative as numbers by its id, tidied. */
export function byAlternative(model: CompiledModel, numbers: Iterable<number>): ByAlternative {
  const ids = model.alternatives.map(({ id }) => id);
  return Object.fromEntries([...numbers].map((number, index) => [ids[index] ?? '', tidy(number)]));
}

/** How far apart a reason sets the alternatives: its largest contribution less its smallest. */
export function swingOf(contributions: readonly number[]): number {
  return Math.max(...contributions) - Math.min(...contributions);
}

function scaleOf(model: CompiledModel, { criterion }: CompiledRule): number {
  return model.criteria[criterion]?.criterion.scale ?? 1;
}
