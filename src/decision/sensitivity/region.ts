import { type Expression, TRUE } from '../compile/truth.ts';
import { bound, type Interval } from './interval.ts';
import type { Landscape, LiveRule } from './landscape.ts';
import { ANY, type Choice } from './point.ts';
import { addPoints, type Points } from './points.ts';
import type { Option } from './terrain.ts';

/**
 * Bounds that hold for all points of a part of a landscape: those where some varying questions take a given option
 * and the others ({@link ANY}) any of theirs. Overwritten by the next region worked out.
 */
export interface Region {
  choice: Choice;
  /** Points that are certain throughout: fixed ones, those of the options given, and those of rules that fire everywhere. */
  readonly certain: Float64Array;
  /** Least and greatest sums of points. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** By live rule: whether it fires nowhere, somewhere perhaps, everywhere. */
  readonly firing: Uint8Array;
  readonly interval: Interval;
}

const NOWHERE = 0;
/** A live rule that may fire at some points of a region and not at others. */
export const SOMEWHERE = 1;
/** A live rule that fires at all points of a region. */
export const EVERYWHERE = 2;

/**
 * Prepares to work out regions of a landscape. Neighbouring regions have most in common, so only what depends on the
 * options that differ from the region before is worked out again.
 */
export function createRegions(landscape: Landscape): (choice: Choice) => Region {
  const { base, live } = landscape;
  const spans = landscape.varying.map(({ options }) => spread(options));
  const region: Region = {
    choice: new Int32Array(),
    certain: new Float64Array(base.length),
    low: new Float64Array(base.length),
    high: new Float64Array(base.length),
    firing: new Uint8Array(live.length),
    interval: { low: landscape.truths.slice(), high: landscape.truths.slice() },
  };
  const { firing, interval } = region;
  const changes = createChanges(landscape, interval);
  return (choice) => {
    const changed = changes(choice);
    addOptions(landscape, region, { choice, spans });
    for (const [index, rule] of live.entries()) {
      if (changed === undefined || readsAny(rule, changed)) firing[index] = firingOf(rule.when, interval);
      boundRule(region, rule, firing[index]);
    }
    region.choice = choice;
    return region;
  };
}

/** Notes what the options given add for certain, and what those left open may add. */
function addOptions(
  { base, varying }: Landscape,
  { certain, low, high }: Region,
  { choice, spans }: { readonly choice: Choice; readonly spans: readonly PointSpan[] },
): void {
  certain.set(base);
  for (let place = 0; place < choice.length; place += 1) {
    const points = varying[place]?.options[choice[place] ?? ANY]?.points;
    if (points !== undefined) addPoints(certain, points);
  }
  low.set(certain);
  high.set(certain);
  for (let place = 0; place < choice.length; place += 1) if (choice[place] === ANY) widen(low, high, spans[place]);
}

/** Adds what a live rule gives where it fires everywhere, and leaves room for it where it may fire. */
function boundRule({ certain, low, high }: Region, { given }: LiveRule, firing: number | undefined): void {
  if (firing === SOMEWHERE) widenBy(low, high, given);
  if (firing !== EVERYWHERE) return;
  addPoints(certain, given);
  addPoints(low, given);
  addPoints(high, given);
}

/**
 * Prepares to bound the tests of the questions that moved since the call before.
 *
 * @returns by index of the question whether its tests were bounded anew; undefined the first time, for all of them.
 */
function createChanges({ model, moving, varying }: Landscape, interval: Interval): (choice: Choice) => Uint8Array | undefined {
  const changed = new Uint8Array(model.questions.length);
  const before: Choice = new Int32Array(varying.length);
  let first = true;
  return (choice) => {
    let some = first;
    changed.fill(0);
    for (const entry of moving) {
      const moved = first || (entry.place >= 0 && choice[entry.place] !== before[entry.place]);
      if (!moved && !(some && entry.enabledWhen !== undefined)) continue;
      const truths = varying[entry.place]?.options[choice[entry.place] ?? ANY]?.truths;
      bound(interval, entry, truths === undefined ? entry.span : { least: truths, greatest: truths });
      changed[entry.question] = 1;
      some = true;
    }
    before.set(choice);
    const all = first;
    first = false;
    return all ? undefined : changed;
  };
}

function readsAny({ reads }: LiveRule, changed: Uint8Array): boolean {
  for (let at = 0; at < reads.length; at += 1) if (changed[reads[at] ?? -1] === 1) return true;
  return false;
}

/** Least and greatest points of one question over its options, by cell that any of them gives points for. */
interface PointSpan {
  readonly cells: readonly number[];
  readonly least: readonly number[];
  readonly greatest: readonly number[];
}

function spread(options: readonly Option[]): PointSpan {
  const least = new Map<number, number>();
  const greatest = new Map<number, number>();
  for (const {
    points: { cells, points },
  } of options) {
    for (const [at, cell] of cells.entries()) {
      least.set(cell, Math.min(least.get(cell) ?? 0, points[at] ?? 0));
      greatest.set(cell, Math.max(greatest.get(cell) ?? 0, points[at] ?? 0));
    }
  }
  return { cells: [...least.keys()], least: [...least.values()], greatest: [...greatest.values()] };
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

function firingOf(when: Expression, interval: Interval): number {
  if (when(interval.high) !== TRUE) return NOWHERE;
  return when(interval.low) === TRUE ? EVERYWHERE : SOMEWHERE;
}
