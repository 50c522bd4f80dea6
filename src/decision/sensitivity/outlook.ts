import { isSettled } from '../answers/standing.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { asTruth, FALSE, POSSIBLE, TRUE } from '../compile/truth.ts';
import type { GateState } from '../evaluation/evaluation.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import type { Landscape } from './landscape.ts';
import { createUpperBound } from './objective.ts';
import { NOBODY } from './point.ts';
import { createSearch, type Quest, type Search } from './search.ts';
import type { Sightings } from './sightings.ts';
import { emptyBound, IMPOSSIBLE, winningBound } from './winning-bound.ts';

/** What may still become of a result as the open questions are answered, or not: bounds that hold over all completions. */
export interface Outlook {
  /** Lowest and highest score of each alternative, by index. */
  readonly ranges: readonly (readonly [low: number, high: number])[];
  /** Indices of the alternatives that some completion recommends, the present one first; −1 for none. */
  readonly possible: readonly number[];
  /** Whether ranges and possible outcomes are exactly those of the completions, rather than bounds on them. */
  readonly exact: boolean;
  /** Whether every completion recommends what the present answers do. */
  readonly decided: boolean;
  /** How many open questions are left that cannot matter any more; 0 while the result is not decided. */
  readonly idle: number;
  /** State of each gate, by index. */
  readonly gates: readonly GateState[];
}

/** Work that a search may do, by what it looks for: rules and questions looked at in all regions together. */
const EFFORT = { outcome: 6_000, range: 1_000, gate: 1_000 } as const;

/** What an outlook is worked out from. */
export interface Vantage {
  /** That of the open questions. */
  readonly landscape: Landscape;
  readonly judgement: Judgement;
  /** What samples have shown already, to save searching for it. */
  readonly sightings: Sightings;
}

/** Works out the outlook of a judgement. */
export function outlookOf(vantage: Vantage): Outlook {
  const { landscape, judgement } = vantage;
  const search = createSearch(landscape);
  const outcomes = outcomesOf(vantage, search);
  const ranges = [...judgement.scores.keys()].map((index) => rangeOf(vantage, search, index));
  const possible = outcomes.filter(({ reached }) => reached !== false).map(({ outcome }) => outcome);
  const decided = possible.length === 1;
  return {
    ranges: ranges.map(({ range }) => range),
    possible,
    exact: ranges.every(({ exact }) => exact) && outcomes.every(({ reached }) => reached !== undefined),
    decided,
    idle: decided ? openCount(landscape.model, judgement) : 0,
    gates: gateStates(vantage, search),
  };
}

/** Whether every completion recommends the same; costs less than the whole outlook. */
export function isDecided(vantage: Vantage): boolean {
  const search = createSearch(vantage.landscape);
  return outcomesOf(vantage, search).every(({ reached }, index) => index === 0 || reached === false);
}

/** How many questions are open: not retired, not disabled, and neither answered nor not applicable. */
export function openCount(model: CompiledModel, { answers, standing }: Judgement): number {
  return model.questions.filter(({ retired }, index) => {
    return !retired && asTruth(standing.enabled[index]) !== FALSE && !isSettled(answers.given[index]);
  }).length;
}

function rangeOf(
  { landscape, judgement: { scores }, sightings }: Vantage,
  search: Search,
  index: number,
): { readonly range: readonly [number, number]; readonly exact: boolean } {
  const extreme = (sign: 1 | -1, seen: number) => {
    const toward = [...scores.keys()].map((other) => (other === index ? sign : 0));
    const value: Quest['value'] = (point) => sign * (point.scores[index] ?? 0);
    return search(
      { bound: createUpperBound(landscape, toward), value, toward, atLeast: sign * seen },
      regionsFor(landscape, EFFORT.range),
    );
  };
  const low = extreme(-1, sightings.lowest[index] ?? 0);
  const high = extreme(1, sightings.highest[index] ?? 0);
  return {
    range: [Math.max(0, -low.bound), Math.min(100, high.bound)],
    exact: low.bound === low.found && high.bound === high.found,
  };
}

/** Gates that are not settled are clear when no completion fires them. */
function gateStates({ landscape, judgement }: Vantage, search: Search): readonly GateState[] {
  return landscape.model.gates.map(({ when, reads }) => {
    const truth = when(judgement.standing.truths);
    if (truth !== POSSIBLE) return truth === TRUE ? 'fired' : 'clear';
    const quest: Quest = {
      bound: ({ interval }) => (when(interval.high) === TRUE ? 0 : IMPOSSIBLE),
      value: ({ truths }) => (when(truths) === TRUE ? 0 : IMPOSSIBLE),
      toward: [],
      reads,
      atLeast: IMPOSSIBLE,
      first: true,
    };
    return reachable(search, quest, regionsFor(landscape, EFFORT.gate)) === false ? 'clear' : 'possible';
  });
}

/** Whether each outcome can come about; undefined where the search did not finish. */
function outcomesOf(
  { landscape, judgement: { recommended = NOBODY, ranked }, sightings }: Vantage,
  search: Search,
): readonly { readonly outcome: number; readonly reached: boolean | undefined }[] {
  const others = [...landscape.model.alternatives.keys(), NOBODY].filter((outcome) => outcome !== recommended);
  return [
    { outcome: recommended, reached: true },
    ...others.map((outcome) => {
      if (sightings.outcomes.has(outcome)) return { outcome, reached: true };
      const quest: Quest = {
        bound: outcome === NOBODY ? emptyBound(landscape) : winningBound(landscape, outcome),
        value: ({ winner }) => (winner === outcome ? 0 : IMPOSSIBLE),
        toward: leadOver(landscape.model, outcome, ranked),
        atLeast: IMPOSSIBLE,
        first: true,
      };
      return { outcome, reached: reachable(search, quest, regionsFor(landscape, EFFORT.outcome)) };
    }),
  ];
}

/** How many regions come to that much work. */
function regionsFor({ varying, moving, live }: Landscape, effort: number): number {
  return Math.ceil(effort / (1 + varying.length + moving.length + live.length));
}

/** The lead of an alternative over the best of the others, as coefficients of a sum of scores. */
function leadOver({ alternatives }: CompiledModel, winner: number, ranked: readonly number[]): readonly number[] {
  const rival = ranked.find((index) => index !== winner);
  return [...alternatives.keys()].map((index) => Number(index === winner) - Number(index === rival));
}

function reachable(search: Search, quest: Quest, effort: number): boolean | undefined {
  const { found, bound } = search(quest, effort);
  if (found > IMPOSSIBLE) return true;
  return bound > IMPOSSIBLE ? undefined : false;
}
