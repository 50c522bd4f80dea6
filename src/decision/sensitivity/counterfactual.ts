import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import { changeableQuestions } from './change.ts';
import { createGains, type GainTable } from './gain.ts';
import { createLandscape, type Landscape } from './landscape.ts';
import { ANY, type Choice, createPoints, type Point } from './point.ts';
import { createRegions } from './region.ts';
import { IMPOSSIBLE, winningBound } from './winning-bound.ts';

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

/** Points and regions that the search for one alternative may look at. */
const EFFORT = 1_500;

/**
 * Finds, for each alternative that is not recommended, the smallest sets of changed or added answers that would make
 * it so. Sizes are tried in turn, so that no set found has a smaller one, or a change that it could do without.
 */
export function counterfactualsOf(model: CompiledModel, judgement: Judgement, locked: ReadonlySet<string>): Counterfactuals {
  const landscape = createLandscape(model, judgement, changeableQuestions(model, judgement, locked));
  const pointAt = createPoints(landscape);
  const regionAt = createRegions(landscape);
  const targets = [...model.alternatives.keys()].filter((index) => index !== judgement.recommended);
  const each = targets.map((target) => {
    const bound = winningBound(landscape, target);
    const boundAt = (choice: Choice) => bound(regionAt(choice));
    return { target, ...smallestSets(judgement, { landscape, pointAt, boundAt, target, effort: EFFORT }) };
  });
  return { landscape, each };
}

/** What is looked for, and with what. */
interface Hunt {
  readonly landscape: Landscape;
  readonly pointAt: (choice: Choice) => Point;
  /** −∞ where the target cannot win. */
  readonly boundAt: (choice: Choice) => number;
  readonly target: number;
  /** Points and regions that may still be looked at. */
  effort: number;
}

function smallestSets(judgement: Judgement, hunt: Hunt): { readonly sets: readonly ChangeSet[]; readonly complete: boolean } {
  const { varying } = hunt.landscape;
  if (hunt.boundAt(new Int32Array(varying.length).fill(ANY)) === IMPOSSIBLE) return { sets: [], complete: isListed(varying) };
  const gains = createGains(hunt.landscape, judgement, hunt.target);
  for (let size = 1; size <= MAX_CHANGES; size += 1) {
    const sets = setsOfSize(hunt, gains, size);
    if (sets.length > 0) return { sets, complete: true };
    if (hunt.effort <= 0) return { sets, complete: false };
  }
  return { sets: [], complete: isListed(varying) };
}

/** Whether all that the questions can be answered with was tried. */
function isListed(varying: Landscape['varying']): boolean {
  return varying.every(({ complete }) => complete);
}

/** Looks for sets of one size, the questions that promise most first; one set for each combination of questions. */
function setsOfSize(hunt: Hunt, gains: GainTable, size: number): readonly ChangeSet[] {
  const { landscape } = hunt;
  const choice: Choice = new Int32Array(landscape.varying.length);
  const sets: ChangeSet[] = [];
  const chosen: number[] = [];
  const pick = (from: number): void => {
    if (chosen.length === size) {
      const set = setAmong(hunt, chosen, choice);
      if (set !== undefined) sets.push(set);
      return;
    }
    for (let index = from; index < gains.order.length; index += 1) {
      if (sets.length >= MAX_SETS || hunt.effort <= 0) return;
      const place = gains.order[index] ?? 0;
      chosen.push(place);
      choice[place] = ANY;
      if (gains.mayDo(chosen, { size, next: index + 1 })) pick(index + 1);
      choice[place] = 0;
      chosen.pop();
    }
  };
  pick(0);
  return sets;
}

/** Options of the chosen questions, which stand at {@link ANY}, that make the target win together; undefined if there are none. */
function setAmong(hunt: Hunt, chosen: readonly number[], choice: Choice): ChangeSet | undefined {
  const { landscape, pointAt, boundAt, target } = hunt;
  const visit = (depth: number): ChangeSet | undefined => {
    const place = chosen[depth];
    hunt.effort -= 1;
    if (place === undefined) {
      const { winner, scores } = pointAt(choice);
      const changes = [...chosen].sort((one, other) => one - other).map((one) => ({ place: one, option: choice[one] ?? 0 }));
      return winner === target ? { changes, score: scores[target] ?? 0 } : undefined;
    }
    if (chosen.length > 1 && boundAt(choice) === IMPOSSIBLE) return undefined;
    let set: ChangeSet | undefined;
    for (let option = 1; option < (landscape.varying[place]?.options.length ?? 0) && set === undefined; option += 1) {
      choice[place] = option;
      set = visit(depth + 1);
    }
    choice[place] = ANY;
    return set;
  };
  return visit(0);
}
