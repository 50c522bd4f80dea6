import type { CompiledModel } from '../../compile/compiled-model.ts';
import type { Judgement } from '../../evaluation/judgement.ts';
import { createLandscape, type Landscape } from '../landscape/landscape.ts';
import { ANY, createScoring, type Point } from '../landscape/point.ts';
import { createWorlds, WORLDS, type World, type Worlds } from '../landscape/worlds.ts';
import { branchingOf } from '../search/branching.ts';
import { createRegions } from '../search/region.ts';
import { createSlopes } from '../search/slopes.ts';
import { IMPOSSIBLE, winningAscent } from '../search/winning-bound.ts';
import { changeableQuestions } from './change.ts';
import { createGains, type GainTable } from './gain.ts';

/** A smallest set of changes that makes another alternative win. */
export interface ChangeSet {
  /** Indices of the questions in the model, and of the options they take in `Counterfactuals.landscape`. */
  readonly changes: readonly { readonly place: number; readonly option: number }[];
  /** The target's score after the changes. */
  readonly score: number;
}

/** For one alternative, the smallest sets that make it win, or that there are none. */
export interface Counterfactual {
  readonly target: number;
  readonly sets: readonly ChangeSet[];
  /** Whether the search finished: without sets, whether it is certain that none of up to {@link MAX_CHANGES} exists. */
  readonly complete: boolean;
}

/** Counterfactuals with the landscape that their places and options refer to. */
export interface Counterfactuals {
  readonly landscape: Landscape;
  readonly each: readonly Counterfactual[];
}

/** Most changes in a set, and most sets for an alternative. */
export const MAX_CHANGES = 3;
const MAX_SETS = 3;

/** Combinations of changes that the search for one alternative may try; one that its bound rules out counts as a part of one. */
const EFFORT = 8_000;
const RULED_OUT = 1 / 16;

/**
 * Finds, for each alternative that is not recommended, the smallest sets of changed or added answers that would make
 * it so. Sizes are tried in turn, so that no set found has a smaller one, or a change that it could do without.
 */
export function counterfactualsOf(model: CompiledModel, judgement: Judgement, locked: ReadonlySet<string>): Counterfactuals {
  const landscape = createLandscape(model, judgement, changeableQuestions(model, judgement, locked));
  const worlds = createWorlds(landscape);
  const pointIn = createScoring(landscape);
  const slopes = createSlopes(landscape);
  const whole = createRegions(landscape, branchingOf(landscape))(new Int32Array(landscape.varying.length).fill(ANY));
  slopes.fit(whole);
  const targets = [...model.alternatives.keys()].filter((index) => index !== judgement.recommended);
  const each = targets.map((target): Counterfactual => {
    const isHopeless = winningAscent(landscape, slopes, target).bound(whole) === IMPOSSIBLE;
    if (isHopeless) return { target, sets: [], complete: isListed(landscape.varying) };
    return { target, ...smallestSets(judgement, { landscape, worlds, pointIn, target, effort: EFFORT }) };
  });
  return { landscape, each };
}

/** What is looked for, and with what. */
interface Hunt {
  readonly landscape: Landscape;
  readonly worlds: Worlds;
  readonly pointIn: (world: World) => Point;
  readonly target: number;
  /** Combinations that may still be tried. */
  effort: number;
}

function smallestSets(judgement: Judgement, hunt: Hunt): Pick<Counterfactual, 'sets' | 'complete'> {
  const gains = createGains(hunt.landscape, judgement, hunt.target);
  for (let size = 1; size <= MAX_CHANGES; size += 1) {
    const sets = setsOfSize(hunt, gains, size);
    if (sets.length > 0) return { sets, complete: true };
    if (hunt.effort <= 0) return { sets, complete: false };
  }
  return { sets: [], complete: isListed(hunt.landscape.varying) };
}

/** Whether all that the questions can be answered with was tried. */
function isListed(varying: Landscape['varying']): boolean {
  return varying.every(({ complete }) => complete);
}

/** Looks for sets of one size, the questions that promise most first; one set for each combination of questions. */
function setsOfSize(hunt: Hunt, gains: GainTable, size: number): readonly ChangeSet[] {
  const sets: ChangeSet[] = [];
  const chosen: number[] = [];
  const pick = (from: number): void => {
    if (chosen.length === size) {
      const set = setAmong(hunt, chosen, gains.mayWin(chosen));
      if (set !== undefined) sets.push(set);
      return;
    }
    for (let index = from; index < gains.order.length; index += 1) {
      if (sets.length >= MAX_SETS || hunt.effort <= 0) return;
      chosen.push(gains.order[index] ?? 0);
      if (gains.mayDo(chosen, { size, next: index + 1 })) pick(index + 1);
      chosen.pop();
    }
  };
  pick(0);
  return sets;
}

/** Options of some questions that make the target win together, the first of all combinations; undefined if there are none. */
function setAmong(hunt: Hunt, chosen: readonly number[], mayWin: (options: readonly number[]) => boolean): ChangeSet | undefined {
  const { landscape, worlds } = hunt;
  const counts = chosen.map((place) => landscape.varying[place]?.options.length ?? 0);
  const options = chosen.map(() => 1);
  let count = 0;
  worlds.choices.fill(0);
  for (let isLast = false; !isLast && hunt.effort > 0; ) {
    hunt.effort -= RULED_OUT;
    if (mayWin(options)) {
      const start = count * landscape.varying.length;
      for (const [at, place] of chosen.entries()) worlds.choices[start + place] = options[at] ?? 0;
      count += 1;
    }
    isLast = !advance(options, counts);
    if (count < WORLDS && !isLast) continue;
    const set = firstAmong(hunt, chosen, count);
    if (set !== undefined) return set;
    count = 0;
  }
  return undefined;
}

/** Moves to the next combination of options, the last question's first; false after the last combination. */
function advance(options: number[], counts: readonly number[]): boolean {
  for (let at = options.length - 1; at >= 0; at -= 1) {
    const next = (options[at] ?? 0) + 1;
    if (next < (counts[at] ?? 0)) {
      options[at] = next;
      return true;
    }
    options[at] = 1;
  }
  return false;
}

/** The first of the combinations written down that makes the target win. */
function firstAmong(hunt: Hunt, chosen: readonly number[], count: number): ChangeSet | undefined {
  const { worlds, pointIn, target } = hunt;
  hunt.effort -= count;
  worlds.settle(count);
  for (let world = 0; world < count; world += 1) {
    const { winner, scores } = pointIn(worlds.read(world));
    if (winner === target) return { changes: changesIn(hunt, chosen, world), score: scores[target] ?? 0 };
  }
  return undefined;
}

/** The changes of one world, in the author's order. */
function changesIn({ landscape, worlds }: Hunt, chosen: readonly number[], world: number): ChangeSet['changes'] {
  const places = [...chosen].sort((one, other) => one - other);
  return places.map((place) => ({ place, option: worlds.choices[world * landscape.varying.length + place] ?? 0 }));
}
