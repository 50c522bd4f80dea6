import type { Landscape } from './landscape.ts';
import type { Points } from './points.ts';

/** Questions with more options than this are not branched on: bounds and samples have to do for them. */
const MAX_BRANCHES = 64;

/**
 * The places on which a search branches: those that several rules read jointly first, for the bounds are tight in the
 * others, and then those with the most at stake. Those that make no difference are left out, and those with too many
 * options, or with options that cannot all be listed.
 */
export function branchingPlaces(landscape: Landscape): readonly number[] {
  const joint = new Set(landscape.moving.map(({ place }) => place));
  const stakes = landscape.varying.map((_, place) => stakeOf(landscape, place));
  return [...landscape.varying.keys()]
    .filter((place) => isBranching(landscape, place))
    .sort((one, other) => {
      return Number(joint.has(other)) - Number(joint.has(one)) || (stakes[other] ?? 0) - (stakes[one] ?? 0) || one - other;
    });
}

/** Whether the places branched on are all that make a difference. */
export function branchesOnAll(landscape: Landscape): boolean {
  return landscape.varying.every(({ options, complete }) => complete && options.length <= MAX_BRANCHES);
}

function isBranching({ varying }: Landscape, place: number): boolean {
  const { options = [], complete } = varying[place] ?? {};
  return complete === true && options.length > 1 && options.length <= MAX_BRANCHES;
}

/** How much of the scores hangs on a question: the greatest points of its options, and those of the live rules that read it. */
function stakeOf(landscape: Landscape, place: number): number {
  const { question = -1, options = [] } = landscape.varying[place] ?? {};
  const own = options.map(({ points }) => worthOf(landscape, points));
  const shared = landscape.live.filter(({ reads }) => reads.includes(question)).map(({ given }) => worthOf(landscape, given));
  return shared.reduce((sum, worth) => sum + worth, Math.max(0, ...own));
}

function worthOf({ model, shares, terrain: { scales } }: Landscape, { cells, points }: Points): number {
  return cells.reduce((sum, cell, at) => {
    const criterion = Math.floor(cell / model.alternatives.length);
    return sum + (Math.abs(points[at] ?? 0) * (shares[criterion] ?? 0)) / (scales[criterion] ?? 1);
  }, 0);
}
