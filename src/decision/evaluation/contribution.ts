import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Worksheet } from '../compile/worksheet.ts';
import type { ByAlternative } from './evaluation.ts';
import { tidy } from './score.ts';

/**
 * Works out what each fired rule of a tally adds to each alternative's score: its points by what a point of the cell is
 * worth. Where the value of a criterion is held at ±1 that is less, so that contributions add up to the score.
 *
 * @returns points of 100 on the worksheet, by position in `fired`, then index of the alternative.
 */
export function contribute({ arithmetic }: CompiledModel, sheet: Worksheet): Float64Array {
  const { cells, points } = arithmetic;
  const { fired, count, worth, contributions, scores } = sheet;
  const width = scores.length;
  for (let position = 0; position < count; position += 1) {
    const rule = fired[position] ?? 0;
    const cell = cells[rule] ?? 0;
    for (let alternative = 0; alternative < width; alternative += 1) {
      contributions[position * width + alternative] =
        (points[rule * width + alternative] ?? 0) * (worth[cell + alternative] ?? 0);
    }
  }
  return contributions;
}

/** What one fired rule of a tally adds to the score of one alternative, see {@link contribute}. */
export function contributionOf(
  { arithmetic: { cells, points } }: CompiledModel,
  { worth, scores }: Worksheet,
  { rule, alternative }: { readonly rule: number; readonly alternative: number },
): number {
  return (points[rule * scores.length + alternative] ?? 0) * (worth[(cells[rule] ?? 0) + alternative] ?? 0);
}

/** Contributions as rows by position in `fired`, to outlast the worksheet. */
export function contributionsOf(model: CompiledModel, sheet: Worksheet): readonly (readonly number[])[] {
  const contributions = contribute(model, sheet);
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
