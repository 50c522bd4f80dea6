import { TIE_TOLERANCE } from '../../evaluation/score.ts';
import type { Landscape } from '../landscape/landscape.ts';
import { type Ascent, createAscent } from './objective.ts';
import { EVERYWHERE, type Region, SOMEWHERE } from './region.ts';
import type { Slopes } from './slopes.ts';

/** Value of what cannot come about. */
export const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

/**
 * Bounds how far ahead of every rival that is certainly left an alternative can come; −∞ where it cannot be recommended.
 * The best options are those towards the lead over the rival that is hardest to beat.
 */
export function winningAscent(landscape: Landscape, slopes: Slopes, winner: number): Ascent {
  const rivals = [...landscape.model.alternatives.keys()]
    .filter((index) => index !== winner)
    .map((index) => {
      const lead = createAscent(landscape, slopes, { of: winner, over: index });
      return { index, lead, needed: index < winner ? TIE_TOLERANCE : -TIE_TOLERANCE };
    });
  const best = new Int32Array(landscape.varying.length);
  const least = (region: Region, boundOf: (lead: Ascent) => number, note: boolean): number => {
    let hardest = 100;
    for (const { index, lead, needed } of rivals) {
      if (mayBeOut(landscape, region, index)) continue;
      const most = boundOf(lead);
      if (most < needed) return IMPOSSIBLE;
      if (most >= hardest) continue;
      hardest = most;
      if (note) best.set(lead.best);
    }
    return hardest;
  };
  return {
    bound: (region) =>
      isOutEverywhere(landscape, region, winner) ? IMPOSSIBLE : least(region, (lead) => lead.bound(region), true),
    boundWith: (region, place, option) => least(region, (lead) => lead.boundWith(region, place, option), false),
    best,
  };
}

/** Bounds whether every alternative may be out: 0, or −∞ where not. */
export function emptyAscent(landscape: Landscape): Ascent {
  const { barriers, varying } = landscape;
  const bound = (region: Region) => (barriers.every((_, index) => mayBeOut(landscape, region, index)) ? 0 : IMPOSSIBLE);
  return { bound, boundWith: () => 0, best: new Int32Array(varying.length) };
}

function isOutEverywhere(landscape: Landscape, { bounds: { low }, firing }: Region, index: number): boolean {
  const { gates = [], closed = false } = landscape.barriers[index] ?? {};
  if (gates.some((gate) => gate(low) !== 0)) return true;
  return closed && !opens(landscape, firing, { index, least: SOMEWHERE });
}

function mayBeOut(landscape: Landscape, { bounds: { high }, firing }: Region, index: number): boolean {
  const { gates = [], closed = false } = landscape.barriers[index] ?? {};
  if (gates.some((gate) => gate(high) !== 0)) return true;
  return closed && !opens(landscape, firing, { index, least: EVERYWHERE });
}

/** Whether a live rule that opens a variant of an alternative fires that widely at least. */
function opens({ live }: Landscape, firing: Uint8Array, wanted: { readonly index: number; readonly least: number }): boolean {
  return live.some((rule, at) => rule.opens === wanted.index && (firing[at] ?? 0) >= wanted.least);
}
