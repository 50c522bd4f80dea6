import { TRUE } from '../compile/truth.ts';
import { TIE_TOLERANCE } from '../evaluation/score.ts';
import type { Landscape } from './landscape.ts';
import { createUpperBound } from './objective.ts';
import { EVERYWHERE, type Region, SOMEWHERE } from './region.ts';

/** Value of what cannot come about. */
export const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

/** How far ahead of every rival that is certainly left an alternative can come; −∞ where it cannot be recommended. */
export function winningBound(landscape: Landscape, winner: number): (region: Region) => number {
  const rivals = [...landscape.model.alternatives.keys()]
    .filter((index) => index !== winner)
    .map((index) => {
      const coefficients = [...landscape.model.alternatives.keys()].map(
        (other) => Number(other === winner) - Number(other === index),
      );
      return { index, lead: createUpperBound(landscape, coefficients), needed: index < winner ? TIE_TOLERANCE : -TIE_TOLERANCE };
    });
  return (region) => {
    if (isOutEverywhere(landscape, region, winner)) return IMPOSSIBLE;
    let least = 100;
    for (const { index, lead, needed } of rivals) {
      if (mayBeOut(landscape, region, index)) continue;
      const bound = lead(region);
      if (bound < needed) return IMPOSSIBLE;
      least = Math.min(least, bound);
    }
    return least;
  };
}

/** Whether every alternative may be out. */
export function emptyBound(landscape: Landscape): (region: Region) => number {
  return (region) => (landscape.barriers.every((_, index) => mayBeOut(landscape, region, index)) ? 0 : IMPOSSIBLE);
}

function isOutEverywhere(landscape: Landscape, region: Region, index: number): boolean {
  const { gates = [], closed = false } = landscape.barriers[index] ?? {};
  if (gates.some((gate) => gate(region.interval.low) === TRUE)) return true;
  return closed && !opens(landscape, region, { index, firing: SOMEWHERE });
}

function mayBeOut(landscape: Landscape, region: Region, index: number): boolean {
  const { gates = [], closed = false } = landscape.barriers[index] ?? {};
  if (gates.some((gate) => gate(region.interval.high) === TRUE)) return true;
  return closed && !opens(landscape, region, { index, firing: EVERYWHERE });
}

/** Whether a live rule that opens a variant of an alternative fires that widely at least. */
function opens({ live }: Landscape, { firing }: Region, least: { readonly index: number; readonly firing: number }): boolean {
  return live.some((rule, at) => rule.opens === least.index && (firing[at] ?? 0) >= least.firing);
}
