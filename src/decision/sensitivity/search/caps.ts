import type { Landscape } from '../landscape/landscape.ts';
import { ANY, type Choice } from '../landscape/point.ts';
import { addPoints } from '../landscape/points.ts';
import { isIn } from '../landscape/worlds.ts';
import { createAscent } from './objective.ts';
import type { Region } from './region.ts';
import type { Side, Slopes } from './slopes.ts';

/**
 * Caps the lines of values that the best options carry beyond their end: there the end itself is the tighter bound, and
 * what else the options do counts. Where that makes a bound no tighter, it is left. Fits the slopes to the region.
 */
export function capAt(landscape: Landscape, slopes: Slopes, region: Region): void {
  const alternatives = [...landscape.model.alternatives.keys()];
  const leads = alternatives.flatMap((index) => [
    { index, side: slopes.above, sign: 1, ascent: createAscent(landscape, slopes, { of: index, over: -1 }) },
    { index, side: slopes.below, sign: -1, ascent: createAscent(landscape, slopes, { of: -1, over: index }) },
  ]);
  slopes.fit(region);
  const bounds = leads.map(({ ascent }) => ascent.bound(region));
  for (const { ascent, ...lead } of leads) setCaps(landscape, lead, tableAt(landscape, region, ascent.best));
  slopes.fit(region);
  const looser = leads.filter(({ ascent }, at) => ascent.bound(region) > (bounds[at] ?? 0));
  for (const lead of looser) setCaps(landscape, lead, new Float64Array(region.certain.length));
  if (looser.length > 0) slopes.fit(region);
}

/** Caps the values of one alternative on one side which points carry beyond their end, and no others. */
function setCaps(
  { terrain, model }: Landscape,
  { index, side, sign }: { readonly index: number; readonly side: Side; readonly sign: number },
  table: Float64Array,
): void {
  for (const [criterion, scale] of terrain.scales.entries()) {
    const cell = criterion * model.alternatives.length + index;
    side.capped[cell] = sign * (table[cell] ?? 0) > scale ? 1 : 0;
  }
}

/** Sums of points where the open questions take some options, and all rules fire that may fire with these. */
function tableAt({ varying, live }: Landscape, region: Region, best: Choice): Float64Array {
  const table = region.certain.slice();
  for (const [place, { options }] of varying.entries()) {
    if (region.choice[place] !== ANY) continue;
    const option = best[place] ?? 0;
    const taken = options[option];
    if (taken !== undefined) addPoints(table, taken.points);
    for (const rule of region.owned[place] ?? []) {
      const given = live[rule]?.given;
      if (given !== undefined && isIn(region.perhaps[rule * region.words + (option >> 5)], option & 31)) addPoints(table, given);
    }
  }
  return table;
}
