import { criterionValue } from '../../evaluation/tally.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { Shift } from '../landscape/points.ts';

/** Far more than sums of changes can be off, and far less than anything meant. */
export const ROUNDING = 1e-9;

/** Works out what points do to scores that are added to what there is, by the cells that they move alone. */
export interface ScoreChanges {
  /** Adds points, or takes them (−1). */
  readonly add: (shift: Shift, sign: 1 | -1) => void;
  /** By how much each score grows, in points of 100, by all that was added since it was asked last. Overwritten by the next answer. */
  readonly take: () => Float64Array;
}

/**
 * Prepares to work out changes.
 *
 * @param table points by cell before anything is changed.
 */
export function createScoreChanges({ shares, terrain: { scales }, barriers }: Landscape, table: Float64Array): ScoreChanges {
  const width = barriers.length;
  const criterionOf = (cell: number) => Math.floor(cell / width);
  const scale = table.map((_, cell) => scales[criterionOf(cell)] ?? 1);
  const worth = table.map((_, cell) => 50 * (shares[criterionOf(cell)] ?? 0));
  const before = table.map((points, cell) => criterionValue(points, scale[cell] ?? 1));
  const growth = new Float64Array(width);
  const added = new Float64Array(table.length);
  const cells: number[] = [];
  let count = 0;
  const add = (shift: Shift, sign: 1 | -1): void => {
    for (let at = 0; at < shift.cells.length; at += 1) {
      const cell = shift.cells[at] ?? 0;
      cells[count] = cell;
      count += 1;
      added[cell] = (added[cell] ?? 0) + sign * (shift.points[at] ?? 0);
    }
  };
  const take = (): Float64Array => {
    growth.fill(0);
    for (let at = 0; at < count; at += 1) {
      const cell = cells[at] ?? 0;
      const value = criterionValue((table[cell] ?? 0) + (added[cell] ?? 0), scale[cell] ?? 1);
      growth[cell % width] = (growth[cell % width] ?? 0) + (worth[cell] ?? 0) * (value - (before[cell] ?? 0));
      // A cell that was added to twice has nothing more to give the second time.
      added[cell] = 0;
    }
    count = 0;
    return growth;
  };
  return { add, take };
}
