import type { Landscape } from '../landscape/landscape.ts';
import { ANY, type Choice, createScoring, type Point } from '../landscape/point.ts';
import { createWorlds, WORLDS } from '../landscape/worlds.ts';
import { type Branching, branchingOf } from './branching.ts';
import { capAt } from './caps.ts';
import type { Ascent } from './objective.ts';
import { createRegions, type Region, SOMEWHERE } from './region.ts';
import { bentBy, type Slopes } from './slopes.ts';

/** Something to look for in a landscape: the point of the greatest value. */
export interface Quest {
  /** Its bound is never less than the value at any point of the region; −∞ when the region holds nothing of worth. */
  readonly ascent: Ascent;
  /** −∞ for a point that does not count. */
  readonly value: (point: Point) => number;
  /** A value that is known to be reached; what is not greater is passed over. */
  readonly atLeast: number;
  /** Whether any value found ends the search. */
  readonly first?: boolean;
}

/** What a search found. The greatest value of all lies between `found` and `bound`; they are equal when it finished. */
export interface Found {
  readonly found: number;
  readonly bound: number;
}

/** Values closer than this count as the same, so that rounding never keeps a search going. */
const PRECISION = 1e-10;

/** A quest on its way. */
interface Errand {
  readonly quest: Quest;
  found: number;
  /** The greatest bound of a region that was given up. */
  missed: number;
  /** Of the region looked at. */
  bound: number;
}

/**
 * Looks through a landscape for several things at once, by branch and bound: depth first, leaving out what the bounds show
 * to be no better than what was found. In every region the points are tried at which each question left open takes
 * the option that does most for a quest.
 *
 * @param effort regions that may be looked at.
 */
export function search(
  landscape: Landscape,
  { slopes, quests, effort }: { readonly slopes: Slopes; readonly quests: readonly Quest[]; readonly effort: number },
): readonly Found[] {
  const { varying } = landscape;
  const branching = branchingOf(landscape);
  const regionAt = createRegions(landscape, branching);
  const choice: Choice = new Int32Array(varying.length).fill(ANY);
  const all = quests.map((quest): Errand => ({ quest, found: quest.atLeast, missed: Number.NEGATIVE_INFINITY, bound: 0 }));
  const tryPoints = createTrials(landscape, all);
  const gapAt = createGaps(landscape, slopes, branching);
  let left = effort;
  const visit = (errands: readonly Errand[]): void => {
    left -= 1;
    const region = regionAt(choice);
    if (errands === all) capAt(landscape, slopes, region);
    else slopes.fit(region);
    for (const errand of errands) errand.bound = errand.quest.ascent.bound(region);
    const trying = errands.filter((errand) => !isOver(errand));
    tryPoints(trying, choice);
    const open = trying.filter((errand) => !isOver(errand));
    if (open.length === 0) return;
    const place = nextPlace(region);
    if (place >= 0 && left > 0) follow(region, place, open);
    else if (place >= 0 || !branching.listed) giveUp(open);
  };
  const follow = (region: Region, place: number, open: readonly Errand[]): void => {
    const { options = [] } = varying[place] ?? {};
    const bounds = open.map(({ quest }) => options.map((_, option) => quest.ascent.boundWith(region, place, option)));
    for (let option = 0; option < options.length; option += 1) {
      for (const [at, errand] of open.entries()) errand.bound = bounds[at]?.[option] ?? 0;
      const going = open.filter((errand) => !isOver(errand));
      choice[place] = option;
      if (going.length > 0 && left > 0) visit(going);
      else giveUp(going);
    }
    choice[place] = ANY;
  };
  /** The place on which most hangs that the bounds do not see; −1 when there is none left. */
  const nextPlace = (region: Region): number => {
    const gaps = gapAt(region);
    let next = -1;
    for (let place = 0; place < gaps.length; place += 1) {
      if (choice[place] !== ANY || branching.isOpen[place] !== true) continue;
      if (next < 0 || (gaps[place] ?? 0) > (gaps[next] ?? 0)) next = place;
    }
    return next;
  };
  visit(all);
  return all.map(({ found, missed }) => ({ found, bound: Math.max(found, missed) }));
}

function isOver({ quest, found, bound }: Errand): boolean {
  return bound <= found + PRECISION || (quest.first === true && found > quest.atLeast);
}

function giveUp(errands: readonly Errand[]): void {
  for (const errand of errands) errand.missed = Math.max(errand.missed, errand.bound);
}

/** Prepares to try the points that are best for some errands, side by side; every errand sees all of them. */
function createTrials(landscape: Landscape, all: readonly Errand[]): (errands: readonly Errand[], choice: Choice) => void {
  const { choices, settle, read } = createWorlds(landscape);
  const pointIn = createScoring(landscape);
  return (errands, choice) => {
    const tried = errands.slice(0, WORLDS);
    for (const [index, { quest }] of tried.entries()) {
      const { best } = quest.ascent;
      const start = index * choice.length;
      for (let place = 0; place < choice.length; place += 1) {
        choices[start + place] = (choice[place] === ANY ? best[place] : choice[place]) ?? 0;
      }
    }
    settle(tried.length);
    for (let index = 0; index < tried.length; index += 1) {
      const point = pointIn(read(index));
      for (const errand of all) errand.found = Math.max(errand.found, errand.quest.value(point));
    }
  };
}

/** Prepares to see, by place, how much of what bounds leave open hangs on it: values that bend, and rules shared with others. */
function createGaps(
  { varying, live }: Landscape,
  slopes: Slopes,
  { couples, stakes }: Branching,
): (region: Region) => Float64Array {
  const gaps = new Float64Array(varying.length);
  const addCouple = (rule: number, choice: Choice): void => {
    const open = (couples[rule] ?? []).filter((place) => choice[place] === ANY);
    if (open.length < 2) return;
    for (const place of open) gaps[place] = (gaps[place] ?? 0) + (stakes[rule] ?? 0);
  };
  return ({ choice, firing }) => {
    for (const [place, one] of varying.entries()) gaps[place] = bentBy(slopes, one);
    for (let rule = 0; rule < live.length; rule += 1) if (firing[rule] === SOMEWHERE) addCouple(rule, choice);
    return gaps;
  };
}
