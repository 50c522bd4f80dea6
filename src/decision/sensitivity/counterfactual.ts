import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import { changeableQuestions } from './change.ts';
import { createGains, type GainTable } from './gain.ts';
import { createLandscape, type Landscape } from './landscape.ts';
import { type Choice, createPoints, type Point } from './point.ts';

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

/** Points that the search for one alternative may look at. */
const EFFORT = 2_000;

/**
 * Finds, for each alternative that is not recommended, the smallest sets of changed or added answers that would make
 * it so. Sizes are tried in turn, so that no set found has a smaller one, or a change that it could do without.
 */
export function counterfactualsOf(model: CompiledModel, judgement: Judgement, locked: ReadonlySet<string>): Counterfactuals {
  const landscape = createLandscape(model, judgement, changeableQuestions(model, judgement, locked));
  const pointAt = createPoints(landscape);
  const targets = [...model.alternatives.keys()].filter((index) => index !== judgement.recommended);
  const each = targets.map((target) => {
    const gains = createGains(landscape, judgement, target);
    return { target, ...smallestSets(landscape, pointAt, { target, gains }) };
  });
  return { landscape, each };
}

/** What is looked for, and how far any change can bring it. */
interface Aim {
  readonly target: number;
  readonly gains: GainTable;
}

function smallestSets(
  landscape: Landscape,
  pointAt: (choice: Choice) => Point,
  aim: Aim,
): { readonly sets: readonly ChangeSet[]; readonly complete: boolean } {
  const effort = { left: EFFORT };
  for (let size = 1; size <= MAX_CHANGES; size += 1) {
    const sets = setsOfSize(landscape, pointAt, { ...aim, size, effort });
    if (sets.length > 0) return { sets, complete: true };
    if (effort.left <= 0) return { sets: [], complete: false };
  }
  return { sets: [], complete: landscape.varying.every(({ complete }) => complete) };
}

/** Looks for sets of one size, the questions that promise most first; one set for each combination of questions. */
function setsOfSize(
  landscape: Landscape,
  pointAt: (choice: Choice) => Point,
  { target, gains, size, effort }: Aim & { readonly size: number; readonly effort: { left: number } },
): readonly ChangeSet[] {
  const choice: Choice = new Int32Array(landscape.varying.length);
  const sets: ChangeSet[] = [];
  const chosen: number[] = [];
  const tryOptions = (depth: number): boolean => {
    const place = chosen[depth];
    if (place === undefined) {
      effort.left -= 1;
      const { winner, scores } = pointAt(choice);
      if (winner !== target) return false;
      const changes = chosen.map((one) => ({ place: one, option: choice[one] ?? 0 })).sort((one, other) => one.place - other.place);
      sets.push({ changes, score: scores[target] ?? 0 });
      return true;
    }
    const options = landscape.varying[place]?.options.length ?? 0;
    let found = false;
    for (let option = 1; option < options && !found && effort.left > 0; option += 1) {
      choice[place] = option;
      if (gains.suffices(chosen, choice, depth + 1)) found = tryOptions(depth + 1);
    }
    choice[place] = 0;
    return found;
  };
  const pick = (from: number): void => {
    if (sets.length >= MAX_SETS || effort.left <= 0) return;
    if (chosen.length === size) {
      tryOptions(0);
      return;
    }
    for (let index = from; index < gains.order.length; index += 1) {
      chosen.push(gains.order[index] ?? 0);
      if (gains.mayDo(chosen, { size, next: index + 1 })) pick(index + 1);
      chosen.pop();
    }
  };
  pick(0);
  return sets;
}
