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
  const { scales, criteria, cells, points } = arithmetic;
  const { fired, count, raw, kept, contributions, scores } = sheet;
  const width = scores.length;
  for (let cell = 0; cell < raw.length; cell += 1) {
    const scale = scales[Math.floor(cell / width)] ?? 1;
    kept[cell] = Math.min(1, scale / Math.abs(raw[cell] ?? 0));
  }
  for (let position = 0; position < count; position += 1) {
    const rule = fired[position] ?? 0;
    const criterion = criteria[rule] ?? 0;
    const worth = (50 * (shares[criterion] ?? 0)) / (scales[criterion] ?? 1);
    const cell = cells[rule] ?? 0;
    for (let alternative = 0; alternative < width; alternative += 1) {
      contributions[position * width + alternative] =
        worth * (points[rule * width + alternative] ?? 0) * (kept[cell + alternative] ?? 1);
    }
  }
  return contributions;
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
