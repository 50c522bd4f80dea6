import type { Landscape } from '../landscape/landscape.ts';
import type { Points } from '../landscape/points.ts';
import { createWorlds } from '../landscape/worlds.ts';

/** Most questions that are changed at once. */
export const MOST = 3;

/** No points at all. */
export const NOTHING: Points = { cells: [], points: [], fires: false };

/** Greatest growth of the lead when some points replace others. */
export type Growth = (points: Points, instead: Points) => number;

/**
 * Where no value can saturate, what a change does for the target and what it does for the rival offset each other.
 * Elsewhere saturation can swallow one and not the other, so each is counted where it helps and left out where it
 * hurts. A value never changes by more than its points do.
 */
export function createGrowth(landscape: Landscape, target: number, rival: number): Growth {
  const {
    model,
    shares,
    terrain: { scales },
  } = landscape;
  const width = model.alternatives.length;
  const linear = unsaturated(landscape, [target, rival]);
  return (points, instead) => {
    let sum = 0;
    for (const [cell, difference] of differences(points, instead)) {
      const criterion = Math.floor(cell / width);
      const alternative = cell % width;
      if (alternative !== target && alternative !== rival) continue;
      const help = alternative === target ? difference : -difference;
      const worth = (50 * (shares[criterion] ?? 0)) / (scales[criterion] ?? 1);
      sum += worth * (linear[criterion] === true ? help : Math.max(0, help));
    }
    return sum;
  };
}

/** Points by cell, less those they replace. */
function differences(points: Points, instead: Points): ReadonlyMap<number, number> {
  const change = new Map<number, number>();
  for (const [at, cell] of points.cells.entries()) change.set(cell, (change.get(cell) ?? 0) + (points.points[at] ?? 0));
  for (const [at, cell] of instead.cells.entries()) change.set(cell, (change.get(cell) ?? 0) - (instead.points[at] ?? 0));
  return change;
}

/** By criterion: whether the values of some alternatives stay within −1 … 1 however {@link MOST} answers change. */
function unsaturated(landscape: Landscape, alternatives: readonly number[]): readonly boolean[] {
  const {
    varying,
    live,
    terrain: { scales },
    model,
  } = landscape;
  const { settle, read } = createWorlds(landscape);
  settle(1);
  const { table } = read(0);
  const width = model.alternatives.length;
  const reach = new Float64Array(table.length);
  const options = varying.map(({ options: all }) => greatestChange(all.map(({ points }) => points)));
  for (let cell = 0; cell < reach.length; cell += 1) {
    const steps = options.map((change) => change.get(cell) ?? 0).sort((one, other) => other - one);
    const switched = live.reduce((sum, { given }) => sum + Math.abs(given.points[given.cells.indexOf(cell)] ?? 0), 0);
    reach[cell] = steps.slice(0, MOST).reduce((sum, step) => sum + step, switched);
  }
  return scales.map((scale, criterion) =>
    alternatives.every((alternative) => {
      const cell = criterion * width + alternative;
      return Math.abs(table[cell] ?? 0) + (reach[cell] ?? 0) <= scale;
    }),
  );
}

/** The greatest change of points that any option brings against the first one, by cell. */
function greatestChange([present = NOTHING, ...others]: readonly Points[]): ReadonlyMap<number, number> {
  const greatest = new Map<number, number>();
  const pointsAt = ({ cells, points }: Points, cell: number) => points[cells.indexOf(cell)] ?? 0;
  for (const option of others) {
    for (const cell of new Set([...option.cells, ...present.cells])) {
      const change = Math.abs(pointsAt(option, cell) - pointsAt(present, cell));
      greatest.set(cell, Math.max(greatest.get(cell) ?? 0, change));
    }
  }
  return greatest;
}
