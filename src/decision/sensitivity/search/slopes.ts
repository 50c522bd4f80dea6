import type { Landscape } from '../landscape/landscape.ts';
import { ANY } from '../landscape/point.ts';
import type { Points } from '../landscape/points.ts';
import type { Varying } from '../landscape/varying.ts';
import { type Region, SOMEWHERE } from './region.ts';

const { max, min } = Math;

/** Straight lines on one side of all values of a region, and what they make of points. */
export interface Side {
  /** By cell: points of 100 by which one point moves the line. */
  readonly slope: Float64Array;
  /** By index of the alternative: the bound on its score, without anything that is open. */
  readonly level: Float64Array;
  /** What points add to that bound, by kind of points · number of alternatives + alternative. */
  readonly kinds: Float64Array;
  /** The same of the live rules. */
  readonly rules: Float64Array;
  /** By cell: 1 where the end of the value is taken for the bound, instead of a line that goes on. */
  readonly capped: Uint8Array;
}

/**
 * Lines above and below every value of a region, which is held at ±1: they make bounds on scores into sums to which each
 * open question and each unsettled rule contributes by itself. Overwritten by the next region.
 */
export interface Slopes {
  readonly above: Side;
  readonly below: Side;
  /** By cell: 1 where values bend away from their lines. */
  readonly bent: Uint8Array;
  /** By place: where the kinds of points of its options start. */
  readonly starts: Int32Array;
  readonly fit: (region: Region) => void;
}

/** Prepares to lay lines around the values of regions. */
export function createSlopes(landscape: Landscape): Slopes {
  const { varying, terrain, model } = landscape;
  const starts = new Int32Array(varying.length + 1);
  for (const [place, { kinds }] of varying.entries()) starts[place + 1] = (starts[place] ?? 0) + kinds.length;
  const kinds = starts[varying.length] ?? 0;
  const above = sideOf(landscape, kinds);
  const below = sideOf(landscape, kinds);
  const bent = new Uint8Array(terrain.scales.length * model.alternatives.length);
  const fit = (region: Region): void => {
    bent.fill(0);
    layLines(landscape, { side: above, sign: 1, from: region.low, to: region.high, certain: region.certain, bent });
    layLines(landscape, { side: below, sign: -1, from: region.high, to: region.low, certain: region.certain, bent });
    for (const side of [above, below]) {
      weighOptions(landscape, region, side, starts);
      weighRules(landscape, region, side);
    }
  };
  return { above, below, bent, starts, fit };
}

function sideOf({ model, terrain, live }: Landscape, kinds: number): Side {
  const width = model.alternatives.length;
  const cells = terrain.scales.length * width;
  return {
    slope: new Float64Array(cells),
    level: new Float64Array(width),
    kinds: new Float64Array(kinds * width),
    rules: new Float64Array(live.length * width),
    capped: new Uint8Array(cells),
  };
}

/** How far a question moves values that bend, in points of 100. */
export function bentBy({ above, below, bent }: Slopes, { reach }: Varying): number {
  let sum = 0;
  for (let at = 0; at < reach.cells.length; at += 1) {
    const cell = reach.cells[at] ?? 0;
    if (bent[cell] === 0) continue;
    const way = (reach.greatest[at] ?? 0) - (reach.least[at] ?? 0);
    sum += way * max(above.slope[cell] ?? 0, below.slope[cell] ?? 0);
  }
  return sum;
}

/** What the lines of one side lie along: of what is below values the opposites are above, which is what the sign −1 says. */
interface Course {
  readonly side: Side;
  readonly sign: 1 | -1;
  /** By cell: the points at the ends of what values can come to. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly certain: Float64Array;
  readonly bent: Uint8Array;
}

/** Lays the lines of one side. */
function layLines({ terrain, shares }: Landscape, { side, sign, from, to, certain, bent }: Course): void {
  const { slope, level, capped } = side;
  const line: Line = { slope: 0, offset: 0, bends: false };
  level.fill(50);
  for (let cell = 0; cell < slope.length; cell += 1) {
    const criterion = Math.floor(cell / level.length);
    const alternative = cell % level.length;
    const unit = 50 * (shares[criterion] ?? 0);
    const scale = sign * (terrain.scales[criterion] ?? 1);
    lay(line, (from[cell] ?? 0) / scale, (to[cell] ?? 0) / scale, capped[cell] === 1);
    slope[cell] = (sign * unit * line.slope) / scale;
    level[alternative] = (level[alternative] ?? 0) + sign * unit * line.offset + (slope[cell] ?? 0) * (certain[cell] ?? 0);
    if (line.bends) bent[cell] = 1;
  }
}

interface Line {
  slope: number;
  offset: number;
  /** Whether values leave the line somewhere. */
  bends: boolean;
}

/**
 * Lays a line above a value that is held at ±1 while it moves between two ends. Where it starts below −1, the line goes
 * from that end to the other or to 1; where it goes on beyond 1, a capped one stays at 1 instead.
 */
function lay(line: Line, from: number, to: number, capped: boolean): void {
  const isFlat = from >= 1 || to <= -1;
  line.bends = !isFlat && (from < -1 || to > 1);
  if (isFlat || (capped && to > 1)) {
    line.slope = 0;
    line.offset = to <= -1 ? -1 : 1;
    return;
  }
  const top = min(1, to);
  line.slope = from < -1 ? (top + 1) / (top - from) : 1;
  line.offset = from < -1 ? -1 - line.slope * from : 0;
}

function weighOptions({ varying }: Landscape, { choice }: Region, side: Side, starts: Int32Array): void {
  for (let place = 0; place < varying.length; place += 1) {
    if (choice[place] !== ANY) continue;
    const kinds = varying[place]?.kinds ?? [];
    const start = starts[place] ?? 0;
    for (let kind = 0; kind < kinds.length; kind += 1) weigh(side, side.kinds, start + kind, kinds[kind]);
  }
}

function weighRules({ live }: Landscape, { firing }: Region, side: Side): void {
  for (let rule = 0; rule < live.length; rule += 1) {
    if (firing[rule] === SOMEWHERE) weigh(side, side.rules, rule, live[rule]?.given);
  }
}

/** Notes what points add to the bound on each alternative's score. */
function weigh({ slope, level: { length: width } }: Side, sums: Float64Array, row: number, given: Points | undefined): void {
  const start = row * width;
  for (let index = 0; index < width; index += 1) sums[start + index] = 0;
  if (given === undefined) return;
  for (let at = 0; at < given.cells.length; at += 1) {
    const cell = given.cells[at] ?? 0;
    const sum = start + (cell % width);
    sums[sum] = (sums[sum] ?? 0) + (slope[cell] ?? 0) * (given.points[at] ?? 0);
  }
}
