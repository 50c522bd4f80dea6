import { type Landscape, type Moving, spanIn } from '../landscape/landscape.ts';
import { type Bounds, bound, mark, markWorld, whereEnabled } from '../landscape/literals.ts';
import { ANY, type Choice } from '../landscape/point.ts';
import { addPoints, type PointSpan, type Points } from '../landscape/points.ts';
import { WORLDS } from '../landscape/worlds.ts';
import { type Branching, MAX_BRANCHES } from './branching.ts';

/**
 * Bounds that hold for all points of a part of a landscape: those where some varying questions take a given option
 * and the others ({@link ANY}) any of theirs. Overwritten by the next region worked out.
 */
export interface Region {
  readonly choice: Choice;
  readonly bounds: Bounds;
  /** Points that are certain throughout: fixed ones, those of the options given, and those of rules that fire everywhere. */
  readonly certain: Float64Array;
  /** Least and greatest sums of points. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** By live rule: whether it fires nowhere, somewhere perhaps, everywhere. */
  readonly firing: Uint8Array;
  /** By place: the live rules that may fire and are counted with it; each rule is counted with one place. */
  readonly owned: readonly (readonly number[])[];
  /** Live rules that may fire and are counted with no place. */
  readonly stray: readonly number[];
  /** Words that it takes to name any option of a place. */
  readonly words: number;
  /** By live rule · words + word: the options of its place with which it fires for certain, and those with which it may. */
  readonly sure: Int32Array;
  readonly perhaps: Int32Array;
}

const NOWHERE = 0;
/** A live rule that may fire at some points of a region and not at others. */
export const SOMEWHERE = 1;
/** A live rule that fires at all points of a region. */
export const EVERYWHERE = 2;

/** Prepares to work out regions of a landscape. */
export function createRegions(landscape: Landscape, { couples }: Branching): (choice: Choice) => Region {
  const { base, live, varying, moving, literals } = landscape;
  const words = Math.ceil(MAX_BRANCHES / WORLDS);
  const owned: number[][] = varying.map(() => []);
  const stray: number[] = [];
  const region: Region = {
    choice: new Int32Array(varying.length).fill(ANY - 1),
    bounds: { low: literals.slice(), high: literals.slice() },
    certain: base.slice(),
    low: base.slice(),
    high: base.slice(),
    firing: new Uint8Array(live.length),
    owned,
    stray,
    words,
    sure: new Int32Array(live.length * words),
    perhaps: new Int32Array(live.length * words),
  };
  const fan: Bounds = { low: literals.slice(), high: literals.slice() };
  const assign = (rule: number): void => {
    const owner = couples[rule]?.find((place) => region.choice[place] === ANY) ?? ANY;
    (owned[owner] ?? stray).push(rule);
  };
  return (choice) => {
    if (isSame(choice, region.choice)) return region;
    region.choice.set(choice);
    for (const entry of moving) bound(region.bounds, entry, spanIn(landscape, entry, choice));
    addOptions(landscape, region);
    for (const rules of owned) rules.length = 0;
    stray.length = 0;
    for (let rule = 0; rule < live.length; rule += 1) if (settleRule(landscape, region, rule) === SOMEWHERE) assign(rule);
    for (const entry of moving) tryOptions(landscape, region, { entry, fan });
    return region;
  };
}

/** Works out how widely a live rule fires, and makes room for what it gives. */
function settleRule({ live }: Landscape, region: Region, rule: number): number {
  const one = live[rule];
  if (one === undefined) return NOWHERE;
  const { low, high } = region.bounds;
  const firing = one.when(high) === 0 ? NOWHERE : one.when(low) === 0 ? SOMEWHERE : EVERYWHERE;
  region.firing[rule] = firing;
  boundRule(region, one.given, firing);
  return firing;
}

/** Works out with which options of a question the rules fire that are counted with it. */
function tryOptions(
  landscape: Landscape,
  region: Region,
  { entry, fan }: { readonly entry: Moving; readonly fan: Bounds },
): void {
  const rules = region.owned[entry.place] ?? [];
  if (rules.length === 0) return;
  const count = landscape.varying[entry.place]?.options.length ?? 0;
  for (let start = 0; start < count; start += WORLDS) {
    fan.low.set(region.bounds.low);
    fan.high.set(region.bounds.high);
    fanOut(landscape, { entry, start, choice: region.choice, fan });
    for (const rule of rules) {
      const word = rule * region.words + (start >> 5);
      region.sure[word] = landscape.live[rule]?.when(fan.low) ?? 0;
      region.perhaps[word] = landscape.live[rule]?.when(fan.high) ?? 0;
    }
  }
}

function isSame(one: Choice, other: Choice): boolean {
  for (let place = 0; place < one.length; place += 1) if (one[place] !== other[place]) return false;
  return true;
}

/** Lets one question take up to 32 options side by side, and those that others enable follow. */
function fanOut(
  landscape: Landscape,
  {
    entry,
    start,
    choice,
    fan,
  }: { readonly entry: Moving; readonly start: number; readonly choice: Choice; readonly fan: Bounds },
): void {
  const { varying, moving } = landscape;
  const { literals, enabling } = entry;
  mark(fan.low, literals, 0);
  for (const [world, option] of (varying[entry.place]?.options ?? []).slice(start, start + WORLDS).entries()) {
    markWorld(fan.low, option.literals, world);
  }
  for (const literal of literals) fan.high[literal] = fan.low[literal] ?? 0;
  if (enabling !== undefined) {
    whereEnabled(fan.low, literals, { on: enabling.on(fan.low), off: enabling.off(fan.low) });
    whereEnabled(fan.high, literals, { on: enabling.on(fan.high), off: enabling.off(fan.high) });
  }
  for (const other of moving) {
    if (other.enabling !== undefined && other !== entry) bound(fan, other, spanIn(landscape, other, choice));
  }
}

/** Notes what the options given add for certain, and what those left open may add. */
function addOptions({ base, varying }: Landscape, { choice, certain, low, high }: Region): void {
  certain.set(base);
  for (let place = 0; place < choice.length; place += 1) {
    const points = varying[place]?.options[choice[place] ?? ANY]?.points;
    if (points !== undefined) addPoints(certain, points);
  }
  low.set(certain);
  high.set(certain);
  for (let place = 0; place < choice.length; place += 1) if (choice[place] === ANY) widen(low, high, varying[place]?.reach);
}

/** Adds what a live rule gives where it fires everywhere, and leaves room for it where it may fire. */
function boundRule({ certain, low, high }: Region, given: Points, firing: number | undefined): void {
  if (firing === SOMEWHERE) widenBy(low, high, given);
  if (firing !== EVERYWHERE) return;
  addPoints(certain, given);
  addPoints(low, given);
  addPoints(high, given);
}

function widen(low: Float64Array, high: Float64Array, span: PointSpan | undefined): void {
  if (span === undefined) return;
  for (let at = 0; at < span.cells.length; at += 1) {
    const cell = span.cells[at] ?? 0;
    low[cell] = (low[cell] ?? 0) + (span.least[at] ?? 0);
    high[cell] = (high[cell] ?? 0) + (span.greatest[at] ?? 0);
  }
}

function widenBy(low: Float64Array, high: Float64Array, { cells, points }: Points): void {
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? 0;
    const given = points[at] ?? 0;
    if (given < 0) low[cell] = (low[cell] ?? 0) + given;
    else high[cell] = (high[cell] ?? 0) + given;
  }
}
