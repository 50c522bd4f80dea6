import type { Judgement } from '../../evaluation/judgement.ts';
import { TIE_TOLERANCE } from '../../evaluation/score.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { Shift } from '../landscape/points.ts';
import { ROUNDING } from './score-changes.ts';
import type { Steadiness } from './steadiness.ts';
import type { Wake } from './wake.ts';

/** Most answers that are changed at once. */
export const MAX_CHANGES = 3;

/** How far changes can bring an alternative at best: never less than they really do. */
export interface GainTable {
  /** Places, those that promise most first; none when the alternative is out and no change can bring it in. */
  readonly order: readonly number[];
  /** Whether the questions chosen so far, and the best of those still to come, may make the alternative win. */
  readonly mayDo: (chosen: readonly number[], rest: { readonly size: number; readonly next: number }) => boolean;
  /** Prepares to say whether some options of the chosen questions, in their order, may make the alternative win. */
  readonly mayWin: (chosen: readonly number[]) => (options: readonly number[]) => boolean;
}

/** What bounds on changes are made of, whoever is to win. */
export interface GainParts {
  readonly wake: Wake;
  readonly steadiness: Steadiness;
}

/** An alternative that is in the ranking now and has to be beaten. */
interface Rival {
  /** Points by which the lead over it must grow. */
  readonly deficit: number;
  readonly growths: Growths;
  /** By position in the order: the greatest sums of the growths from there on, of none, one … {@link MAX_CHANGES} of them. */
  readonly ahead: readonly (readonly number[])[];
  /** Places that can take it out of the ranking. */
  readonly removers: ReadonlySet<number>;
}

/** How far changes can make a lead grow. */
interface Growths {
  /** By place and option: by the rules that read the question alone. */
  readonly options: readonly (readonly number[])[];
  /** By place: the greatest of these. */
  readonly own: readonly number[];
  /** By live rule: what switching it on, or off where it fires now, adds at most. */
  readonly switches: readonly number[];
  /** By place: the greatest growth by all of this. */
  readonly most: readonly number[];
}

/** Prepares the bounds on what changes can do for one alternative. */
export function createGains(
  landscape: Landscape,
  judgement: Judgement,
  target: number,
  { wake, steadiness }: GainParts,
): GainTable {
  const rivals = judgement.ranked.filter((index) => index !== target);
  const growths = rivals.map((over) => growthsOf(landscape, wake, createGrowth(landscape, steadiness, { of: target, over })));
  const promise = landscape.varying.map((_, place) => Math.max(0, ...growths.map(({ most }) => most[place] ?? 0)));
  const openers = barrierPlaces(landscape, target);
  const isOut = (judgement.excluded[target]?.length ?? 0) > 0;
  const order = isOut && openers.size === 0 ? [] : byPromise(promise);
  const table = growths.map((own, position): Rival => {
    const rival = rivals[position] ?? -1;
    const lead = (judgement.scores[target] ?? 0) - (judgement.scores[rival] ?? 0);
    return {
      deficit: (rival < target ? TIE_TOLERANCE : -TIE_TOLERANCE) - lead,
      growths: own,
      ahead: sumsAhead(order.map((place) => own.most[place] ?? 0)),
      removers: barrierPlaces(landscape, rival),
    };
  });
  return {
    order,
    mayDo: (chosen, { size, next }) => {
      const more = size - chosen.length;
      if (isOut && more === 0 && !chosen.some((place) => openers.has(place))) return false;
      return table.every(({ deficit, growths: { own, switches }, ahead, removers }) => {
        if (removers.size > 0 && (more > 0 || chosen.some((place) => removers.has(place)))) return true;
        return sumOf(own, chosen) + wake.weight(switches, chosen) + (ahead[next]?.[more] ?? 0) >= deficit;
      });
    },
    mayWin: (chosen) => {
      const left = table.filter(({ removers }) => !chosen.some((place) => removers.has(place)));
      return (options) =>
        left.every(({ deficit, growths: { options: own, switches } }) => {
          return growthBy(own, chosen, options) + wake.weightWith(switches, chosen, options) >= deficit - ROUNDING;
        });
    },
  };
}

/** The lead of one alternative over another. */
interface Lead {
  readonly of: number;
  readonly over: number;
}

/** Greatest growth of a lead when points are added to what there is, or taken from it (−1). */
type Growth = (shift: Shift, sign: 1 | -1) => number;

/**
 * Where no value can saturate, what a change does for the one and what it does for the other offset each other.
 * Elsewhere saturation can swallow one and not the other, so each is counted where it helps and left out where it
 * hurts. A value never changes by more than its points do.
 */
function createGrowth({ model, shares, terrain: { scales } }: Landscape, { steady }: Steadiness, { of, over }: Lead): Growth {
  const width = model.alternatives.length;
  const perCell = (worth: (criterion: number, alternative: number) => number) =>
    Float64Array.from(steady, (_, cell) => worth(Math.floor(cell / width), cell % width));
  const worth = perCell((criterion, alternative) => {
    const side = alternative === of ? 1 : alternative === over ? -1 : 0;
    return (side * 50 * (shares[criterion] ?? 0)) / (scales[criterion] ?? 1);
  });
  const linear = perCell((criterion) => (steady[criterion * width + of] ?? 0) * (steady[criterion * width + over] ?? 0));
  return ({ cells, points }, sign) => {
    let sum = 0;
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? 0;
      const help = sign * (worth[cell] ?? 0) * (points[at] ?? 0);
      if (help > 0 || linear[cell] === 1) sum += help;
    }
    return sum;
  };
}

function growthsOf({ varying, live, literals }: Landscape, wake: Wake, growth: Growth): Growths {
  const switches = live.map(({ when, given }) => Math.max(0, growth(given, when(literals) === 0 ? 1 : -1)));
  const options = varying.map(({ shifts }) => shifts.map((shift) => growth(shift, 1)));
  // The first option is no change.
  const own = options.map((growths) => Math.max(...growths.slice(1)));
  const most = own.map((greatest, place) => Math.max(0, greatest + wake.weight(switches, [place])));
  return { options, own, switches, most };
}

function growthBy(own: Growths['options'], places: readonly number[], options: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += own[places[at] ?? -1]?.[options[at] ?? 0] ?? 0;
  return sum;
}

function sumOf(numbers: readonly number[], indices: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < indices.length; at += 1) sum += numbers[indices[at] ?? -1] ?? 0;
  return sum;
}

function byPromise(promise: readonly number[]): readonly number[] {
  return [...promise.keys()].sort((one, other) => (promise[other] ?? 0) - (promise[one] ?? 0) || one - other);
}

/** For every position, and the one behind the last, the sums of the greatest 0, 1, … of the numbers from there on. */
function sumsAhead(numbers: readonly number[]): readonly (readonly number[])[] {
  let greatest: readonly number[] = [];
  const sums = [new Array<number>(MAX_CHANGES + 1).fill(0)];
  for (const number of numbers.toReversed()) {
    greatest = [...greatest, number].sort((one, other) => other - one).slice(0, MAX_CHANGES);
    sums.push(Array.from({ length: MAX_CHANGES + 1 }, (_, count) => greatest.slice(0, count).reduce((sum, one) => sum + one, 0)));
  }
  return sums.reverse();
}

/** Places of the questions that can put an alternative into the ranking, or take it out. */
function barrierPlaces({ model, varying }: Landscape, alternative: number): ReadonlySet<number> {
  const { id, needsVariant } = model.alternatives[alternative] ?? {};
  const conditions = [
    ...model.gates.filter(({ entry }) => entry.alternative === id),
    ...(needsVariant === true ? model.rules.filter(({ opens }) => opens?.alternative === alternative) : []),
  ];
  const reads = new Set(conditions.flatMap(({ reads: questions }) => questions));
  return new Set([...varying.keys()].filter((place) => reads.has(varying[place]?.question ?? -1)));
}
