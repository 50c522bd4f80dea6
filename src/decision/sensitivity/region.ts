import { type Expression, TRUE } from '../compile/truth.ts';
import { bound, type Interval } from './interval.ts';
import type { Landscape } from './landscape.ts';
import { ANY, type Choice } from './point.ts';
import { addPoints, type Points } from './points.ts';
import type { Option } from './terrain.ts';

/**
 * Bounds that hold for all points of a part of a landscape: those where some varying questions take a given option
 * and the others ({@link ANY}) any of theirs. Overwritten by the next region worked out.
 */
export interface Region {
  readonly choice: Choice;
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

/** Prepares to work out regions of a landscape. */
export function createRegions(landscape: Landscape): (choice: Choice) => Region {
  const { base, live, moving, varying } = landscape;
  const spans = varying.map(({ options }) => spread(options));
  const certain = new Float64Array(base.length);
  const low = new Float64Array(base.length);
  const high = new Float64Array(base.length);
  const firing = new Uint8Array(live.length);
  const interval = { low: landscape.truths.slice(), high: landscape.truths.slice() };
  const boundTests = (choice: Choice): void => {
    for (let index = 0; index < moving.length; index += 1) {
      const entry = moving[index];
      if (entry === undefined) continue;
      const option = entry.place < 0 ? ANY : (choice[entry.place] ?? ANY);
      const truths = varying[entry.place]?.options[option]?.truths;
      bound(interval, entry, truths === undefined ? entry.span : { least: truths, greatest: truths });
    }
  };
  const boundRules = (): void => {
    for (let index = 0; index < live.length; index += 1) {
      const rule = live[index];
      if (rule === undefined) continue;
      firing[index] = firingOf(rule.when, interval);
      if (firing[index] === SOMEWHERE) widenBy(low, high, rule.given);
      if (firing[index] !== EVERYWHERE) continue;
      for (const table of [certain, low, high]) addPoints(table, rule.given);
    }
  };
  return (choice) => {
    boundTests(choice);
    certain.set(base);
    for (let place = 0; place < choice.length; place += 1) {
      const points = varying[place]?.options[choice[place] ?? ANY]?.points;
      if (points !== undefined) addPoints(certain, points);
    }
    low.set(certain);
    high.set(certain);
    for (let place = 0; place < choice.length; place += 1) if (choice[place] === ANY) widen(low, high, spans[place]);
    boundRules();
    return { choice, certain, low, high, firing, interval };
  };
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
