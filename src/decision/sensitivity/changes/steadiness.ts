import type { Landscape } from '../landscape/landscape.ts';
import { createWorlds } from '../landscape/worlds.ts';

/** How things stand before anything is changed, and what of it stays a sum. */
export interface Steadiness {
  /** Points by cell. */
  readonly table: Float64Array;
  /** By cell: 1 where the value stays within −1 … 1, however few answers change. */
  readonly steady: Uint8Array;
}

/**
 * Finds the cells that cannot saturate.
 *
 * @param most answers that change.
 */
export function steadinessOf(landscape: Landscape, most: number): Steadiness {
  const { live, terrain, barriers } = landscape;
  const { settle, read } = createWorlds(landscape);
  settle(1);
  const table = read(0).table.slice();
  const steps = greatestSteps(landscape, most, table.length);
  const reach = table.map((points, cell) => stepsOf(steps, most, cell).reduce((sum, step) => sum + step, Math.abs(points)));
  for (const { given } of live) {
    for (const [at, cell] of given.cells.entries()) reach[cell] = (reach[cell] ?? 0) + Math.abs(given.points[at] ?? 0);
  }
  const scaleOf = (cell: number) => terrain.scales[Math.floor(cell / barriers.length)] ?? 1;
  return { table, steady: Uint8Array.from(reach, (points, cell) => (points <= scaleOf(cell) ? 1 : 0)) };
}

/** By cell: how far single questions move its points by themselves, those that do most, the greatest first. */
function greatestSteps({ varying }: Landscape, most: number, cells: number): Float64Array {
  const steps = new Float64Array(cells * most);
  const farthest = new Map<number, number>();
  for (const { shifts } of varying) {
    farthest.clear();
    for (const shift of shifts) {
      for (const [at, cell] of shift.cells.entries()) {
        farthest.set(cell, Math.max(farthest.get(cell) ?? 0, Math.abs(shift.points[at] ?? 0)));
      }
    }
    for (const [cell, step] of farthest) insert(stepsOf(steps, most, cell), step);
  }
  return steps;
}

function stepsOf(steps: Float64Array, most: number, cell: number): Float64Array {
  return steps.subarray(cell * most, (cell + 1) * most);
}

/** Puts a number in its place among the greatest, from which the least drops out. */
function insert(greatest: Float64Array, number: number): void {
  let carried = number;
  for (let at = 0; at < greatest.length; at += 1) {
    const there = greatest[at] ?? 0;
    if (there >= carried) continue;
    greatest[at] = carried;
    carried = there;
  }
}
