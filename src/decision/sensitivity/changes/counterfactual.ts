import type { CompiledModel } from '../../compile/compiled-model.ts';
import type { Judgement } from '../../evaluation/judgement.ts';
import { createLandscape, type Landscape } from '../landscape/landscape.ts';
import { ANY, type Choice, createPoints, type Point } from '../landscape/point.ts';
import { WORLDS } from '../landscape/worlds.ts';
import { branchingOf } from '../search/branching.ts';
import { createRegions } from '../search/region.ts';
import { createSlopes } from '../search/slopes.ts';
import { IMPOSSIBLE, winningAscent } from '../search/winning-bound.ts';
import { changeableQuestions } from './change.ts';
import { createGains, type GainTable, MAX_CHANGES } from './gain.ts';
import { steadinessOf } from './steadiness.ts';
import { createTrials, type Trials } from './trials.ts';
import { wakeOf } from './wake.ts';

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

/** Most sets for an alternative. */
const MAX_SETS = 3;

/** Combinations of changes that the search for one alternative may try; one that its bound rules out counts as a part of one. */
const EFFORT = 8_000;
const RULED_OUT = 1 / 8;

/**
 * Finds, for each alternative that is not recommended, the smallest sets of changed or added answers that would make
 * it so. Sizes are tried in turn, so that no set found has a smaller one, or a change that it could do without.
 */
export function counterfactualsOf(model: CompiledModel, judgement: Judgement, locked: ReadonlySet<string>): Counterfactuals {
  const landscape = createLandscape(model, judgement, changeableQuestions(model, judgement, locked));
  const slopes = createSlopes(landscape);
  const whole = createRegions(landscape, branchingOf(landscape))(new Int32Array(landscape.varying.length).fill(ANY));
  slopes.fit(whole);
  const parts = { wake: wakeOf(landscape), steadiness: steadinessOf(landscape, MAX_CHANGES) };
  const trials = createTrials({ landscape, judgement, wake: parts.wake, table: parts.steadiness.table });
  const pointAt = createPoints(landscape);
  const targets = [...model.alternatives.keys()].filter((index) => index !== judgement.recommended);
  const each = targets.map((target): Counterfactual => {
    const isHopeless = winningAscent(landscape, slopes, target).bound(whole) === IMPOSSIBLE;
    if (isHopeless) return { target, sets: [], complete: isListed(landscape.varying) };
    const gains = createGains(landscape, judgement, target, parts);
    return { target, ...smallestSets({ landscape, gains, trials, pointAt, target, effort: EFFORT }) };
  });
  return { landscape, each };
}

/** What is looked for, and with what. */
interface Hunt {
  readonly landscape: Landscape;
  readonly gains: GainTable;
  readonly trials: Trials;
  readonly pointAt: (choice: Choice) => Point;
  readonly target: number;
  /** Combinations that may still be tried. */
  effort: number;
}

function smallestSets(hunt: Hunt): Pick<Counterfactual, 'sets' | 'complete'> {
  for (let size = 1; size <= MAX_CHANGES; size += 1) {
    const sets = setsOfSize(hunt, size);
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
function setsOfSize(hunt: Hunt, size: number): readonly ChangeSet[] {
  const { gains } = hunt;
  const sets: ChangeSet[] = [];
  const chosen: number[] = [];
  const pick = (from: number): void => {
    if (chosen.length === size) {
      const set = setAmong(hunt, chosen);
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
function setAmong(hunt: Hunt, chosen: readonly number[]): ChangeSet | undefined {
  const { landscape, gains, trials } = hunt;
  const mayWin = gains.mayWin(chosen);
  const counts = chosen.map((place) => landscape.varying[place]?.options.length ?? 0);
  const options = chosen.map(() => 1);
  let count = 0;
  trials.choose(chosen);
  for (let isLast = false; !isLast && hunt.effort > 0; ) {
    hunt.effort -= RULED_OUT;
    if (mayWin(options)) {
      trials.options.set(options, count * chosen.length);
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
  const { trials, target } = hunt;
  hunt.effort -= count;
  trials.settle(count);
  for (let world = 0; world < count; world += 1) {
    const set = trials.wins(world, target) ? setIn(hunt, chosen, world) : undefined;
    if (set !== undefined) return set;
  }
  return undefined;
}

/** The changes of one combination, in the author's order, with the score worked out from the ground; undefined if the target does not win. */
function setIn({ landscape, trials, pointAt, target }: Hunt, chosen: readonly number[], world: number): ChangeSet | undefined {
  const choice: Choice = new Int32Array(landscape.varying.length);
  for (const [at, place] of chosen.entries()) choice[place] = trials.options[world * chosen.length + at] ?? 0;
  const { winner, scores } = pointAt(choice);
  if (winner !== target) return undefined;
  const places = [...chosen].sort((one, other) => one - other);
  return { changes: places.map((place) => ({ place, option: choice[place] ?? 0 })), score: scores[target] ?? 0 };
}
