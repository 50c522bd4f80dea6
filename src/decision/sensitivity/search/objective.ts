import type { Landscape } from '../landscape/landscape.ts';
import { ANY, type Choice } from '../landscape/point.ts';
import type { Varying } from '../landscape/varying.ts';
import { isIn } from '../landscape/worlds.ts';
import type { Region } from './region.ts';
import type { Slopes } from './slopes.ts';

const { max } = Math;

/** Bounds what can be reached in a region from above, and finds the options that lead furthest towards it. */
export interface Ascent {
  /** Never less than the value at any point of the region, to which the slopes have been fitted. */
  readonly bound: (region: Region) => number;
  /** The same once a question that the region leaves open takes an option; of the region bounded last. */
  readonly boundWith: (region: Region, place: number, option: number) => number;
  /** By place: the option that does most, of the region bounded last. */
  readonly best: Choice;
}

/** The score of one alternative, less that of another; −1 where there is none. */
export interface Lead {
  readonly of: number;
  readonly over: number;
}

/** A lead on the lines around a landscape. */
interface Climb extends Lead {
  readonly slopes: Slopes;
  readonly width: number;
  /** What the options of a place add to the lead, of the place climbed last. */
  readonly options: Float64Array;
}

/**
 * Prepares to bound a lead. Each open question contributes what its best option does, along with the live rules that are
 * counted with it.
 */
export function createAscent({ varying, model }: Landscape, slopes: Slopes, lead: Lead): Ascent {
  const longest = varying.reduce((most, { options }) => max(most, options.length), 0);
  const climb: Climb = { ...lead, slopes, width: model.alternatives.length, options: new Float64Array(longest) };
  const best: Choice = new Int32Array(varying.length);
  const gains = new Float64Array(varying.length);
  let total = 0;
  const bound = (region: Region): number => {
    total = differenceAt(climb, slopes.above.level, slopes.below.level, 0);
    for (let place = 0; place < gains.length; place += 1) {
      const one = varying[place];
      if (region.choice[place] !== ANY || one === undefined) continue;
      best[place] = bestOption(climb, region, { place, one });
      gains[place] = one.complete ? (climb.options[best[place] ?? 0] ?? 0) : farthest(climb, one);
      total += gains[place] ?? 0;
    }
    for (const rule of region.stray) total += max(0, ruleGain(climb, rule));
    return total;
  };
  const boundWith = (region: Region, place: number, option: number): number => {
    const one = varying[place];
    if (one !== undefined) weighOptions(climb, region, { place, one });
    return Math.min(total, total - (gains[place] ?? 0) + (climb.options[option] ?? 0));
  };
  return { bound, boundWith, best };
}

/** What a row of two tables adds to the lead at most: the upper bound on one score less the lower bound on the other. */
function differenceAt({ of, over, width }: Climb, above: Float64Array, below: Float64Array, row: number): number {
  const gain = of < 0 ? 0 : (above[row * width + of] ?? 0);
  return over < 0 ? gain : gain - (below[row * width + over] ?? 0);
}

function ruleGain(climb: Climb, rule: number): number {
  return differenceAt(climb, climb.slopes.above.rules, climb.slopes.below.rules, rule);
}

interface Spot {
  readonly place: number;
  readonly one: Varying;
}

/** The option that does most at a place, the first of several; what it does is noted. */
function bestOption(climb: Climb, region: Region, { place, one }: Spot): number {
  weighOptions(climb, region, { place, one });
  let most = 0;
  for (let option = 1; option < one.options.length; option += 1) {
    if ((climb.options[option] ?? 0) > (climb.options[most] ?? 0)) most = option;
  }
  return most;
}

/** Notes what each option of a place does by itself, and with the rules that are counted with it. */
function weighOptions(climb: Climb, region: Region, { place, one: { kindOf } }: Spot): void {
  const { options, slopes } = climb;
  const start = slopes.starts[place] ?? 0;
  for (let option = 0; option < kindOf.length; option += 1) {
    options[option] = differenceAt(climb, slopes.above.kinds, slopes.below.kinds, start + (kindOf[option] ?? 0));
  }
  const rules = region.owned[place] ?? [];
  for (let at = 0; at < rules.length; at += 1) addRule(climb, region, rules[at] ?? 0, kindOf.length);
}

/** Adds what a rule does to each option with which it fires; where it only may, only if that helps. */
function addRule(climb: Climb, { words, sure, perhaps }: Region, rule: number, count: number): void {
  const gain = ruleGain(climb, rule);
  const firing = gain > 0 ? perhaps : sure;
  for (let option = 0; option < count; option += 1) {
    if (!isIn(firing[rule * words + (option >> 5)], option & 31)) continue;
    climb.options[option] = (climb.options[option] ?? 0) + gain;
  }
}

/** The most that a question can do whose options are only a sample: the best points in every cell. */
function farthest({ slopes: { above, below }, of, over, width }: Climb, { reach }: Varying): number {
  let sum = 0;
  for (let at = 0; at < reach.cells.length; at += 1) {
    const cell = reach.cells[at] ?? 0;
    if (cell % width === of) sum += (above.slope[cell] ?? 0) * (reach.greatest[at] ?? 0);
    if (cell % width === over) sum -= (below.slope[cell] ?? 0) * (reach.least[at] ?? 0);
  }
  return sum;
}
