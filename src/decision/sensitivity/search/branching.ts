import type { Landscape } from '../landscape/landscape.ts';
import type { Points } from '../landscape/points.ts';

/** Questions with more options than this are not branched on: bounds have to do for them. */
export const MAX_BRANCHES = 64;

/** Which places a search may branch on, and what hangs on them together. */
export interface Branching {
  /** By place: whether all its options can be listed, and are few enough to try each. */
  readonly isOpen: readonly boolean[];
  /** By live rule: the places to branch on that it depends on, those with the most at stake first. */
  readonly couples: readonly (readonly number[])[];
  /** By live rule: the most that it moves any score, in points of 100. */
  readonly stakes: Float64Array;
  /** Whether these places are all that make a difference. */
  readonly listed: boolean;
}

/** Finds out which places of a landscape can be branched on. */
export function branchingOf(landscape: Landscape): Branching {
  const { varying, moving, live } = landscape;
  const isOpen = varying.map(({ complete, options }) => complete && options.length > 1 && options.length <= MAX_BRANCHES);
  const stakes = Float64Array.from(live, ({ given }) => worthOf(landscape, given));
  const couples: number[][] = live.map(() => []);
  const sums = new Float64Array(varying.length);
  for (const { place, question } of moving) {
    if (isOpen[place] !== true) continue;
    for (const [rule, { reads }] of live.entries()) {
      if (!reads.includes(question)) continue;
      couples[rule]?.push(place);
      sums[place] = (sums[place] ?? 0) + (stakes[rule] ?? 0);
    }
  }
  for (const places of couples) places.sort((one, other) => (sums[other] ?? 0) - (sums[one] ?? 0) || one - other);
  const listed = varying.every(({ complete, options }, place) => complete && (options.length < 2 || isOpen[place] === true));
  return { isOpen, couples, stakes, listed };
}

/** The most that points move any score, in points of 100, as though no value were held at ±1. */
function worthOf({ model, shares, terrain: { scales } }: Landscape, { cells, points }: Points): number {
  const sums = new Float64Array(model.alternatives.length);
  for (let at = 0; at < cells.length; at += 1) {
    const criterion = Math.floor((cells[at] ?? 0) / sums.length);
    const index = (cells[at] ?? 0) % sums.length;
    const worth = (50 * (shares[criterion] ?? 0)) / (scales[criterion] ?? 1);
    sums[index] = (sums[index] ?? 0) + worth * Math.abs(points[at] ?? 0);
  }
  return Math.max(...sums);
}
