import { isSettled } from '../answers/standing.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { asTruth, FALSE } from '../compile/conditions/truth.ts';
import type { GateState } from '../evaluation/evaluation.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import { gateStates } from './gates.ts';
import type { Landscape } from './landscape/landscape.ts';
import { NOBODY } from './landscape/point.ts';
import { createAscent } from './search/objective.ts';
import { type Found, type Quest, search } from './search/search.ts';
import { createSlopes, type Slopes } from './search/slopes.ts';
import { emptyAscent, IMPOSSIBLE, winningAscent } from './search/winning-bound.ts';

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

/** Work that a search may do: rules and questions looked at in all regions together. */
const EFFORT = 800;

/** What an outlook is worked out from. */
export interface Vantage {
  /** That of the open questions. */
  readonly landscape: Landscape;
  readonly judgement: Judgement;
}

/** Works out the outlook of a judgement. */
export function outlookOf({ landscape, judgement }: Vantage): Outlook {
  const { scores } = judgement;
  const slopes = createSlopes(landscape);
  const outcomes = otherOutcomes(landscape, judgement);
  const quests = [
    ...[...scores.keys()].flatMap((index) => [
      lowestQuest(landscape, slopes, { scores, index }),
      highestQuest(landscape, slopes, { scores, index }),
    ]),
    ...outcomes.map((outcome) => outcomeQuest(landscape, slopes, outcome)),
  ];
  const found = search(landscape, { slopes, quests, effort: regionsFor(landscape) });
  const ranges = [...scores.keys()].map((index): readonly [number, number] => [
    Math.max(0, -(found[2 * index]?.bound ?? 0)),
    Math.min(100, found[2 * index + 1]?.bound ?? 100),
  ]);
  const reached = outcomes.map((_, at) => isReached(found[2 * scores.length + at]));
  const possible = outcomes.filter((_, at) => reached[at] !== false);
  const decided = possible.length === 0;
  const exact = found.slice(0, 2 * scores.length).every(({ found: seen, bound }) => seen === bound);
  return {
    ranges,
    possible: [judgement.recommended ?? NOBODY, ...possible],
    exact: exact && reached.every((known) => known !== undefined),
    decided,
    idle: decided ? openCount(landscape.model, judgement) : 0,
    gates: gateStates(landscape, judgement),
  };
}

/** Whether every completion recommends the same; costs less than the whole outlook. */
export function isDecided({ landscape, judgement }: Vantage): boolean {
  const slopes = createSlopes(landscape);
  const quests = otherOutcomes(landscape, judgement).map((outcome) => outcomeQuest(landscape, slopes, outcome));
  const found = search(landscape, { slopes, quests, effort: regionsFor(landscape) });
  return found.every((one) => isReached(one) === false);
}

function otherOutcomes({ model }: Landscape, { recommended = NOBODY }: Judgement): readonly number[] {
  return [...model.alternatives.keys(), NOBODY].filter((outcome) => outcome !== recommended);
}

interface Extreme {
  readonly scores: Float64Array;
  readonly index: number;
}

function highestQuest(landscape: Landscape, slopes: Slopes, { scores, index }: Extreme): Quest {
  return {
    ascent: createAscent(landscape, slopes, { of: index, over: -1 }),
    value: (point) => point.scores[index] ?? 0,
    atLeast: scores[index] ?? 0,
  };
}

function lowestQuest(landscape: Landscape, slopes: Slopes, { scores, index }: Extreme): Quest {
  return {
    ascent: createAscent(landscape, slopes, { of: -1, over: index }),
    value: (point) => -(point.scores[index] ?? 0),
    atLeast: -(scores[index] ?? 0),
  };
}

function outcomeQuest(landscape: Landscape, slopes: Slopes, outcome: number): Quest {
  return {
    ascent: outcome === NOBODY ? emptyAscent(landscape) : winningAscent(landscape, slopes, outcome),
    value: ({ winner }) => (winner === outcome ? 0 : IMPOSSIBLE),
    atLeast: IMPOSSIBLE,
    first: true,
  };
}

/** How many regions come to the effort. */
function regionsFor({ varying, moving, live }: Landscape): number {
  const kinds = varying.reduce((sum, one) => sum + one.kinds.length, 0);
  return Math.ceil(EFFORT / (1 + kinds / 4 + moving.length + live.length));
}

/** Whether something was found; undefined where the search did not finish. */
function isReached({ found, bound }: Found = { found: IMPOSSIBLE, bound: 0 }): boolean | undefined {
  if (found > IMPOSSIBLE) return true;
  return bound > IMPOSSIBLE ? undefined : false;
}

/** How many questions are open: not retired, not disabled, and neither answered nor not applicable. */
export function openCount(model: CompiledModel, { answers, standing }: Judgement): number {
  let open = 0;
  for (const [index, { retired }] of model.questions.entries()) {
    if (!retired && asTruth(standing.enabled[index]) !== FALSE && !isSettled(answers.given[index])) open += 1;
  }
  return open;
}
