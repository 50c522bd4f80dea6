import type { Judgement } from '../../evaluation/judgement.ts';
import { TIE_TOLERANCE } from '../../evaluation/score.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { JointRule } from '../landscape/terrain.ts';
import { createGrowth, type Growth, MOST, NOTHING } from './growth.ts';

/** Far more than sums of growths can be off, and far less than anything meant. */
const ROUNDING = 1e-9;

/** How far changes can bring an alternative at best: never less than they really do. */
export interface GainTable {
  /** Places, those that promise most first; none when the alternative is out and no change can bring it in. */
  readonly order: readonly number[];
  /** Whether the questions chosen so far, and the best of those still to come, may make the alternative win. */
  readonly mayDo: (chosen: readonly number[], rest: { readonly size: number; readonly next: number }) => boolean;
  /** Prepares to say whether some options of the chosen questions, in their order, may make the alternative win. */
  readonly mayWin: (chosen: readonly number[]) => (options: readonly number[]) => boolean;
}

/** An alternative that is in the ranking now and has to be beaten. */
interface Rival {
  /** Points by which the lead over it must grow. */
  readonly deficit: number;
  /** Greatest growth of the lead by place. */
  readonly growths: readonly PlaceGrowth[];
  /** By position in the order: the greatest sum of the best `n` from there on, for n = 0, 1, 2 … */
  readonly ahead: readonly (readonly number[])[];
  /** Places that can take it out of the ranking. */
  readonly removers: ReadonlySet<number>;
}

/** How far a change of one question can make the lead grow. */
interface PlaceGrowth {
  /** By the rules that read it alone: by option, and at most. */
  readonly options: readonly number[];
  readonly own: number;
  /** By these and all the joint rules that it may switch. */
  readonly most: number;
  /** The joint rules that it may switch, by index, each with the most that it adds. */
  readonly switches: ReadonlyMap<number, number>;
}

/** Prepares the bounds on what changes can do for one alternative. */
export function createGains(landscape: Landscape, judgement: Judgement, target: number): GainTable {
  const rivals = judgement.ranked.filter((index) => index !== target);
  const growths = rivals.map((rival) => growthsAgainst(landscape, target, rival));
  const promise = landscape.varying.map((_, place) => Math.max(0, ...growths.map((each) => each[place]?.most ?? 0)));
  const openers = barrierPlaces(landscape, target);
  const isOut = (judgement.excluded[target]?.length ?? 0) > 0;
  const order = isOut && openers.size === 0 ? [] : byPromise(promise);
  const table = rivals.map((rival, position): Rival => {
    const each = growths[position] ?? [];
    const lead = (judgement.scores[target] ?? 0) - (judgement.scores[rival] ?? 0);
    return {
      deficit: (rival < target ? TIE_TOLERANCE : -TIE_TOLERANCE) - lead,
      growths: each,
      ahead: sumsAhead(order.map((place) => Math.max(0, each[place]?.most ?? 0))),
      removers: barrierPlaces(landscape, rival),
    };
  });
  return {
    order,
    mayDo: (chosen, { size, next }) => {
      const more = size - chosen.length;
      if (isOut && more === 0 && !chosen.some((place) => openers.has(place))) return false;
      return table.every((rival) => {
        if (rival.removers.size > 0 && (more > 0 || chosen.some((place) => rival.removers.has(place)))) return true;
        return growthOf(rival, chosen) + (rival.ahead[next]?.[more] ?? 0) >= rival.deficit;
      });
    },
    mayWin: (chosen) => {
      const left = table.filter(({ removers }) => !chosen.some((place) => removers.has(place)));
      const needs = left.map((rival) => ({ rival, own: rival.deficit - switchGrowth(rival, chosen) }));
      return (options) => needs.every(({ rival, own }) => optionGrowth(rival, chosen, options) >= own - ROUNDING);
    },
  };
}

/** Growth of the lead by options of some questions, by the rules that read each alone. */
function optionGrowth({ growths }: Rival, chosen: readonly number[], options: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < chosen.length; at += 1) sum += growths[chosen[at] ?? -1]?.options[options[at] ?? 0] ?? 0;
  return sum;
}

/** The greatest growth of the lead by changes of some questions. */
function growthOf(rival: Rival, chosen: readonly number[]): number {
  return chosen.reduce((sum, place) => sum + (rival.growths[place]?.own ?? 0), switchGrowth(rival, chosen));
}

/** The greatest growth by the joint rules that some questions may switch; one that several may switch counts once. */
function switchGrowth({ growths }: Rival, chosen: readonly number[]): number {
  const switched = new Map<number, number>();
  for (const place of chosen) for (const [rule, gain] of growths[place]?.switches ?? []) switched.set(rule, gain);
  let sum = 0;
  for (const gain of switched.values()) sum += gain;
  return sum;
}

function byPromise(promise: readonly number[]): readonly number[] {
  return [...promise.keys()].sort((one, other) => (promise[other] ?? 0) - (promise[one] ?? 0) || one - other);
}

/** For every position, the sums of the greatest 0, 1, … of the numbers from there on. */
function sumsAhead(numbers: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: numbers.length + 1 }, (_, from) => {
    const greatest = numbers
      .slice(from)
      .sort((one, other) => other - one)
      .slice(0, MOST);
    return Array.from({ length: MOST + 1 }, (__, count) => greatest.slice(0, count).reduce((sum, one) => sum + one, 0));
  });
}

/** The greatest growth of the lead over a rival that each question can bring. */
function growthsAgainst(landscape: Landscape, target: number, rival: number): readonly PlaceGrowth[] {
  const growth = createGrowth(landscape, target, rival);
  const gains = landscape.live.map((rule) => switchGain(landscape, rule, growth));
  return landscape.varying.map(({ options: [present, ...others] }) => {
    if (present === undefined) return { options: [], own: 0, most: 0, switches: new Map() };
    const changed = new Set(others.flatMap(({ literals }) => changedTests(literals, present.literals)));
    const switches = new Map(
      landscape.live.flatMap(({ tests }, index) =>
        (gains[index] ?? 0) > 0 && [...changed].some((test) => tests.has(test)) ? [[index, gains[index] ?? 0]] : [],
      ),
    );
    const growths = others.map(({ points }) => growth(points, present.points));
    const own = Math.max(...growths);
    return { options: [0, ...growths], own, most: [...switches.values()].reduce((sum, gain) => sum + gain, own), switches };
  });
}

/** Indices of the tests that come out otherwise: those with a literal that is true only before or only after. */
function changedTests(literals: readonly number[], present: readonly number[]): readonly number[] {
  const changed = [...literals.filter((one) => !present.includes(one)), ...present.filter((one) => !literals.includes(one))];
  return changed.map((literal) => literal >> 1);
}

/** What switching a joint rule on, or off where it fires now, can add to the lead. */
function switchGain({ literals }: Landscape, { when, given }: JointRule, growth: Growth): number {
  return Math.max(0, when(literals) !== 0 ? growth(NOTHING, given) : growth(given, NOTHING));
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
