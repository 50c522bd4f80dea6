import { bestOptions } from './best-options.ts';
import { branchesOnAll, branchingPlaces } from './branching.ts';
import type { Landscape } from './landscape.ts';
import { ANY, type Choice, createPoints, type Point } from './point.ts';
import { createRegions, type Region } from './region.ts';

/** Something to look for in a landscape: the point of the greatest value. */
export interface Quest {
  /** Never less than the value at any point of the region; −∞ when the region holds nothing of worth. */
  readonly bound: (region: Region) => number;
  /** −∞ for a point that does not count. */
  readonly value: (point: Point) => number;
  /** Coefficients of a weighted sum of scores that is great where the value is: a hint where to look first. */
  readonly toward: readonly number[];
  /** A value that is known to be reached; what is not greater is passed over. */
  readonly atLeast: number;
  /** Whether any value found ends the search. */
  readonly first?: boolean;
  /** Indices of the questions that the value depends on, where it does not depend on all. */
  readonly reads?: readonly number[];
}

/** What a search found. The greatest value of all lies between `found` and `bound`; they are equal when it finished. */
export interface Found {
  readonly found: number;
  readonly bound: number;
}

/** Looks through a landscape, within an effort counted in regions looked at. */
export type Search = (quest: Quest, effort: number) => Found;

/** Values closer than this count as the same, so that rounding never keeps a search going. */
const PRECISION = 1e-10;

/**
 * Prepares a branch and bound search: depth first, the most promising option first, leaving out what the bounds show
 * to be no better than what was found. In every region the point is tried at which each question left open takes the
 * option that leads furthest toward the quest. Questions whose options cannot all be listed are never branched on.
 */
export function createSearch(landscape: Landscape): Search {
  const regionAt = createRegions(landscape);
  const pointAt = createPoints(landscape);
  const all = branchingPlaces(landscape);
  const listed = branchesOnAll(landscape);
  return (quest, effort) => {
    const choice: Choice = new Int32Array(landscape.varying.length).fill(ANY);
    const point: Choice = choice.slice();
    const places = all.filter((place) => quest.reads?.includes(landscape.varying[place]?.question ?? -1) ?? true);
    const hint = bestOptions(landscape, quest.toward);
    let found = quest.atLeast;
    let missed = Number.NEGATIVE_INFINITY;
    let left = effort;
    const isOver = (bound: number) => bound <= found + PRECISION || (quest.first === true && found > quest.atLeast);
    const boundNow = (): number => {
      left -= 1;
      return quest.bound(regionAt(choice));
    };
    const tryPoint = (): void => {
      for (let place = 0; place < point.length; place += 1)
        point[place] = choice[place] === ANY ? (hint[place] ?? 0) : (choice[place] ?? 0);
      found = Math.max(found, quest.value(pointAt(point)));
    };
    const branchesAt = (place: number, bound: number) => {
      const branches = (landscape.varying[place]?.options ?? []).map((_, option) => {
        choice[place] = option;
        return { option, bound: left > 0 ? Math.min(bound, boundNow()) : bound };
      });
      return branches.sort((one, other) => other.bound - one.bound || one.option - other.option);
    };
    const visit = (depth: number, bound: number): void => {
      tryPoint();
      if (isOver(bound)) return;
      const place = places[depth];
      if (place === undefined || left <= 0) giveUp(bound, place === undefined);
      else follow(place, depth, bound);
    };
    const follow = (place: number, depth: number, bound: number): void => {
      for (const branch of branchesAt(place, bound)) {
        if (isOver(branch.bound)) break;
        choice[place] = branch.option;
        visit(depth + 1, branch.bound);
      }
      choice[place] = ANY;
    };
    const giveUp = (bound: number, settled: boolean): void => {
      if (!(settled && listed)) missed = Math.max(missed, bound);
    };
    const bound = boundNow();
    if (!isOver(bound)) visit(0, bound);
    return { found, bound: Math.max(found, missed) };
  };
}
