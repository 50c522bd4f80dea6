import type { Arithmetic } from '../compile/arithmetic.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Worksheet } from '../compile/worksheet.ts';
import type { ByAlternative } from './evaluation.ts';
import { tidy } from './score.ts';

/**
 * Works out what each fired rule of a tally adds to each alternative's score: `50 · share · points / scale`; where the
 * value of its criterion is held at ±1, all contributions behind it shrink in proportion, so that they add up to the
 * score.
 *
 * @returns points of 100 on the worksheet, by position in `fired`, then index of the alternative.
 */
export function contribute({ arithmetic }: CompiledModel, sheet: Worksheet, shares: readonly number[]): Float64Array {
  const { criteria, cells, points } = arithmetic;
  const { fired, count, kept, contributions, scores } = sheet;
  const width = scores.length;
  for (let position = 0; position < count; position += 1) {
    const rule = fired[position] ?? 0;
    const worth = worthOf(arithmetic, criteria[rule] ?? 0, shares);
    const cell = cells[rule] ?? 0;
    for (let alternative = 0; alternative < width; alternative += 1) {
      contributions[position * width + alternative] =
        worth * (points[rule * width + alternative] ?? 0) * (kept[cell + alternative] ?? 1);
    }
  }
  return contributions;
}

/** What one fired rule of a tally adds to the score of one alternative, see {@link contribute}. */
export function contributionOf(
  { arithmetic }: CompiledModel,
  { kept, scores }: Worksheet,
  { rule, alternative, shares }: { readonly rule: number; readonly alternative: number; readonly shares: readonly number[] },
): number {
  const { criteria, cells, points } = arithmetic;
  const worth = worthOf(arithmetic, criteria[rule] ?? 0, shares);
  return worth * (points[rule * scores.length + alternative] ?? 0) * (kept[(cells[rule] ?? 0) + alternative] ?? 1);
}

/** What one point of a criterion is worth, in points of 100, where its value is not held. */
function worthOf({ scales }: Arithmetic, criterion: number, shares: readonly number[]): number {
  return (50 * (shares[criterion] ?? 0)) / (scales[criterion] ?? 1);
}

/** Contributions as rows by position in `fired`, to outlast the worksheet. */
export function contributionsOf(
  model: CompiledModel,
  sheet: Worksheet,
  shares: readonly number[],
): readonly (readonly number[])[] {
  const contributions = contribute(model, sheet, shares);
  const width = model.alternatives.length;
  return Array.from({ length: sheet.count }, (_, position) => [
    ...contributions.subarray(position * width, (position + 1) * width),
  ]);
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
