import type { CompiledModel, CompiledRule } from '../../compile/compiled-model.ts';

/** Taken once, because looking up a global name is what innermost loops would spend most of their time on. */
const { max, min } = Math;

/** What is added to some cells of the table criterion × alternative, cell = criterion · number of alternatives + alternative. */
export interface Shift {
  readonly cells: readonly number[];
  readonly points: readonly number[];
}

/** The points that some rules give. */
export interface Points extends Shift {
  /** Whether any rule fires, even one without points. */
  readonly fires: boolean;
}

/** The sum of the points of some rules. */
export function pointsOf(model: CompiledModel, rules: readonly CompiledRule[]): Points {
  const sums = new Map<number, number>();
  for (const { criterion, points } of rules) {
    for (const [alternative, given] of points.entries()) {
      const cell = criterion * model.alternatives.length + alternative;
      if (given !== 0) sums.set(cell, (sums.get(cell) ?? 0) + given);
    }
  }
  return { cells: [...sums.keys()], points: [...sums.values()], fires: rules.length > 0 };
}

/** What points add to a table that come instead of others. */
export function shiftBetween(before: Points, after: Points): Shift {
  const sums = new Map<number, number>();
  for (const [at, cell] of after.cells.entries()) sums.set(cell, after.points[at] ?? 0);
  for (const [at, cell] of before.cells.entries()) sums.set(cell, (sums.get(cell) ?? 0) - (before.points[at] ?? 0));
  const moved = [...sums].filter(([, points]) => points !== 0);
  return { cells: moved.map(([cell]) => cell), points: moved.map(([, points]) => points) };
}

/** Adds points to a table. */
export function addPoints(table: Float64Array, { cells, points }: Shift): void {
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? 0;
    table[cell] = (table[cell] ?? 0) + (points[at] ?? 0);
  }
}

/** The score of each alternative for a table of points: `50 + 50 · Σ share · clamp(points / scale)`. */
export function scoreTable(
  scales: readonly number[],
  shares: readonly number[],
  table: Float64Array,
  scores: Float64Array,
): void {
  const width = scores.length;
  scores.fill(50);
  for (let criterion = 0; criterion < scales.length; criterion += 1) {
    const worth = 50 * (shares[criterion] ?? 0);
    const scale = scales[criterion] ?? 1;
    for (let alternative = 0; alternative < width; alternative += 1) {
      const value = (table[criterion * width + alternative] ?? 0) / scale;
      scores[alternative] = (scores[alternative] ?? 0) + worth * max(-1, min(1, value));
    }
  }
}

/** Least and greatest points over several, by cell that any of them has points for; no points count as 0. */
export interface PointSpan {
  readonly cells: readonly number[];
  readonly least: readonly number[];
  readonly greatest: readonly number[];
}

/** The span of the points that come instead of each other. */
export function pointSpan(each: readonly Points[]): PointSpan {
  const cells = [...new Set(each.flatMap((one) => one.cells))];
  const table = cells.map((cell) => each.map((one) => one.points[one.cells.indexOf(cell)] ?? 0));
  return { cells, least: table.map((row) => Math.min(...row)), greatest: table.map((row) => Math.max(...row)) };
}

/** The span of the sums of any of the points that some rules give. */
export function pointReach(rules: readonly CompiledRule[]): PointSpan {
  const least = new Map<number, number>();
  const greatest = new Map<number, number>();
  for (const { criterion, points } of rules) {
    for (const [index, given] of points.entries()) {
      const cell = criterion * points.length + index;
      if (given === 0) continue;
      least.set(cell, (least.get(cell) ?? 0) + Math.min(0, given));
      greatest.set(cell, (greatest.get(cell) ?? 0) + Math.max(0, given));
    }
  }
  return { cells: [...least.keys()], least: [...least.values()], greatest: [...greatest.values()] };
}
