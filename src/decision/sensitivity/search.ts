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
  /** A value that is known to be reached; what is not greater is passed over. */
  readonly atLeast: number;
  /** Whether any value found ends the search. */
  readonly first?: boolean;
}

/** What a search found. The greatest value of all lies between `found` and `bound`; they are equal when it finished. */
export interface Finding {
  readonly found: number;
  readonly bound: number;
}

/** Looks through a landscape, within an effort counted in regions looked at. */
export type Search = (quest: Quest, effort: number) => Finding;

/** Values closer than this count as the same, so that rounding never keeps a search going. */
const PRECISION = 1e-10;

/**
 * Prepares a branch and bound search: depth first, the most promising option first, leaving out what the bounds show
 * to be no better than what was found. Questions whose options cannot all be listed are never branched on.
 */
export function createSearch(landscape: Landscape): Search {
  const regionAt = createRegions(landscape);
  const pointAt = createPoints(landscape);
  const places = branchingPlaces(landscape);
  const listed = branchesOnAll(landscape);
  return (quest, effort) => {
    const choice: Choice = new Int32Array(landscape.varying.length).fill(ANY);
    let found = quest.atLeast;
    let missed = Number.NEGATIVE_INFINITY;
    let left = effort;
    const boundNow = (): number => {
      left -= 1;
      return quest.bound(regionAt(choice));
    };
    const visit = (depth: number, bound: number): void => {
      const place = places[depth];
      if (place === undefined) {
        found = Math.max(found, quest.value(pointAt(choice.map((option) => Math.max(0, option)))));
        if (!listed) missed = Math.max(missed, bound);
        return;
      }
      const branches: { option: number; bound: number }[] = [];
      for (let option = 0; option < (landscape.varying[place]?.options.length ?? 0); option += 1) {
        choice[place] = option;
        branches.push({ option, bound: left > 0 ? Math.min(bound, boundNow()) : bound });
      }
      branches.sort((one, other) => other.bound - one.bound || one.option - other.option);
      for (const branch of branches) {
        if (branch.bound <= found + PRECISION || (quest.first === true && found > quest.atLeast)) break;
        choice[place] = branch.option;
        if (left > 0) visit(depth + 1, branch.bound);
        else missed = Math.max(missed, branch.bound);
      }
      choice[place] = ANY;
    };
    const bound = boundNow();
    if (bound > found + PRECISION) visit(0, bound);
    return { found, bound: Math.max(found, missed) };
  };
}

