import type { Landscape } from './landscape.ts';
import { ANY } from './point.ts';
import type { Points } from './points.ts';
import { type Region, SOMEWHERE } from './region.ts';
import type { Option } from './terrain.ts';

const { max, min } = Math;

/** Bounds a weighted sum of scores from above: never less than its value at any point of the region. */
export type UpperBound = (region: Region) => number;

/** What a question or rule can do for the objective at best, in points by criterion. */
interface Gains {
  readonly criteria: readonly number[];
  readonly points: readonly number[];
}

const remembered = new WeakMap<readonly Option[], Map<string, Gains>>();

/**
 * Prepares to bound `Σ coefficients[a] · score[a]`. Where no value of a criterion can saturate in a region, its part
 * is linear and bounded by the best option of each question; elsewhere by the bounds on each sum of points.
 */
export function createUpperBound(landscape: Landscape, coefficients: readonly number[]): UpperBound {
  const {
    shares,
    varying,
    live,
    terrain: { scales },
  } = landscape;
  const gains = varying.map(({ options }) => bestGains(options, coefficients));
  const liveGains = live.map(({ given }) => gainsOf(given, coefficients));
  const linear = new Float64Array(scales.length);
  const level = 50 * coefficients.reduce((sum, coefficient) => sum + coefficient, 0);
  return (region) => {
    addLinear(linear, region, { gains, liveGains, coefficients });
    let sum = level;
    for (let criterion = 0; criterion < scales.length; criterion += 1) {
      const place = { criterion, scale: scales[criterion] ?? 1 };
      const separate = separateBound(region, coefficients, place);
      const joint = saturates(region, coefficients, place) ? separate : (linear[criterion] ?? 0) / place.scale;
      sum += 50 * (shares[criterion] ?? 0) * min(separate, joint);
    }
    return sum;
  };
}

/** Notes, by criterion, the greatest sum of points towards the objective, as though nothing saturated. */
function addLinear(
  linear: Float64Array,
  region: Region,
  {
    gains,
    liveGains,
    coefficients,
  }: { readonly gains: readonly Gains[]; readonly liveGains: readonly Gains[]; readonly coefficients: readonly number[] },
): void {
  startLinear(linear, region.certain, coefficients);
  for (let place = 0; place < gains.length; place += 1) if (region.choice[place] === ANY) add(linear, gains[place]);
  for (let index = 0; index < liveGains.length; index += 1) {
    if (region.firing[index] === SOMEWHERE) addPositive(linear, liveGains[index]);
  }
}

function startLinear(linear: Float64Array, certain: Float64Array, coefficients: readonly number[]): void {
  const width = coefficients.length;
  for (let criterion = 0; criterion < linear.length; criterion += 1) {
    let sum = 0;
    for (let index = 0; index < width; index += 1) sum += (coefficients[index] ?? 0) * (certain[criterion * width + index] ?? 0);
    linear[criterion] = sum;
  }
}

function add(linear: Float64Array, gains: Gains | undefined): void {
  if (gains === undefined) return;
  for (let at = 0; at < gains.criteria.length; at += 1) {
    const criterion = gains.criteria[at] ?? 0;
    linear[criterion] = (linear[criterion] ?? 0) + (gains.points[at] ?? 0);
  }
}

function addPositive(linear: Float64Array, gains: Gains | undefined): void {
  if (gains === undefined) return;
  for (let at = 0; at < gains.criteria.length; at += 1) {
    const criterion = gains.criteria[at] ?? 0;
    linear[criterion] = (linear[criterion] ?? 0) + Math.max(0, gains.points[at] ?? 0);
  }
}

interface Place {
  readonly criterion: number;
  readonly scale: number;
}

/** Bounds one criterion's part by bounding each alternative's value by itself. */
function separateBound({ low, high }: Region, coefficients: readonly number[], { criterion, scale }: Place): number {
  const start = criterion * coefficients.length;
  let value = 0;
  for (let index = 0; index < coefficients.length; index += 1) {
    const coefficient = coefficients[index] ?? 0;
    const best = ((coefficient > 0 ? high : low)[start + index] ?? 0) / scale;
    value += coefficient * max(-1, min(1, best));
  }
  return value;
}

/** Whether any value that counts may be held at ±1 somewhere in the region. */
function saturates({ low, high }: Region, coefficients: readonly number[], { criterion, scale }: Place): boolean {
  const start = criterion * coefficients.length;
  for (let index = 0; index < coefficients.length; index += 1) {
    if (coefficients[index] === 0) continue;
    if ((low[start + index] ?? 0) < -scale || (high[start + index] ?? 0) > scale) return true;
  }
  return false;
}

/** The best that any option of a question does for the objective, criterion by criterion. */
function bestGains(options: readonly Option[], coefficients: readonly number[]): Gains {
  const known = remembered.get(options) ?? new Map<string, Gains>();
  remembered.set(options, known);
  const key = coefficients.join();
  const best = known.get(key) ?? greatest(options.map(({ points }) => gainsOf(points, coefficients)));
  known.set(key, best);
  return best;
}

function greatest(gains: readonly Gains[]): Gains {
  const criteria = [...new Set(gains.flatMap((gain) => gain.criteria))];
  const points = criteria.map((criterion) =>
    gains.reduce((most, gain) => Math.max(most, gain.points[gain.criteria.indexOf(criterion)] ?? 0), Number.NEGATIVE_INFINITY),
  );
  return { criteria, points };
}

function gainsOf({ cells, points }: Points, coefficients: readonly number[]): Gains {
  const gains = new Map<number, number>();
  for (const [at, cell] of cells.entries()) {
    const criterion = Math.floor(cell / coefficients.length);
    const gain = (coefficients[cell % coefficients.length] ?? 0) * (points[at] ?? 0);
    gains.set(criterion, (gains.get(criterion) ?? 0) + gain);
  }
  return { criteria: [...gains.keys()], points: [...gains.values()] };
}
