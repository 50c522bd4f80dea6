import { EVERYWHERE, type Literals } from '../../compile/conditions/formula.ts';
import type { Judgement } from '../../evaluation/judgement.ts';
import { TIE_TOLERANCE } from '../../evaluation/score.ts';
import type { Landscape, Moving } from '../landscape/landscape.ts';
import { mark, markWorld, whereEnabled } from '../landscape/literals.ts';
import { isIn, WORLDS } from '../landscape/worlds.ts';
import { createScoreChanges, ROUNDING, type ScoreChanges } from './score-changes.ts';
import type { Wake } from './wake.ts';

/** Up to 32 combinations of options of the same few questions, worked out side by side by what they change. */
export interface Trials {
  /** The options of the chosen questions, one combination after the other. */
  readonly options: Int32Array;
  /** Begins with other questions, by their places. */
  readonly choose: (places: readonly number[]) => void;
  /** Works out the first so many combinations. */
  readonly settle: (count: number) => void;
  /** Whether an alternative comes out first in one of them, but for rounding. */
  readonly wins: (world: number, target: number) => boolean;
}

/** What trials are made of. */
export interface TrialParts {
  readonly landscape: Landscape;
  readonly judgement: Judgement;
  readonly wake: Wake;
  /** Points by cell before anything is changed. */
  readonly table: Float64Array;
}

/** Prepares to try changes. */
export function createTrials({ landscape, judgement, wake, table }: TrialParts): Trials {
  const { moving, live, barriers } = landscape;
  const literals = landscape.literals.slice();
  const present = Int32Array.from(live, ({ when }) => when(literals));
  const state: State = {
    options: new Int32Array(WORLDS * landscape.varying.length),
    literals,
    present,
    fired: present.slice(),
    out: new Int32Array(barriers.length),
    chosen: [],
    moved: [],
    rules: [],
    switched: [],
  };
  const changes = createScoreChanges(landscape, table);
  return {
    options: state.options,
    choose: (places) => {
      putBack(landscape, state);
      state.chosen = [...places];
      state.moved = wake.moving(places).flatMap((index) => moving[index] ?? []);
      state.rules = wake.rules(places);
    },
    settle: (count) => {
      for (const entry of state.moved) settleQuestion(landscape, state, { entry, count });
      for (const rule of state.rules) state.fired[rule] = live[rule]?.when(literals) ?? 0;
      state.switched = state.rules.filter((rule) => state.fired[rule] !== present[rule]);
      for (let index = 0; index < barriers.length; index += 1) state.out[index] = settleBarrier(landscape, state, index);
    },
    wins: (world, target) => {
      if (isIn(state.out[target], world)) return false;
      addChanges(landscape, state, { world, changes });
      return isFirst(judgement, state.out, { world, target, growth: changes.take() });
    },
  };
}

/** How the combinations stand; words have a bit for each of them. */
interface State {
  readonly options: Int32Array;
  readonly literals: Literals;
  /** By live rule: where it fires now, and in the combinations. */
  readonly present: Int32Array;
  readonly fired: Int32Array;
  /** By alternative: where it is out. */
  readonly out: Int32Array;
  /** The places whose questions are changed, and the questions and live rules that may come out otherwise with them. */
  chosen: readonly number[];
  moved: readonly Moving[];
  rules: readonly number[];
  /** Those of the rules that do so in some combination. */
  switched: readonly number[];
}

/** Lets all questions and rules stand as they do now. */
function putBack(landscape: Landscape, { moved, rules, literals, fired, present }: State): void {
  for (const { literals: own } of moved) for (const literal of own) literals[literal] = landscape.literals[literal] ?? 0;
  for (const rule of rules) fired[rule] = present[rule] ?? 0;
}

/** Notes the literals of one question; those of the questions that enable it have been noted before. */
function settleQuestion(
  { varying }: Landscape,
  { options, literals, chosen }: State,
  { entry, count }: { readonly entry: Moving; readonly count: number },
): void {
  const { place, span, literals: own, enabling } = entry;
  const at = chosen.indexOf(place);
  const choices = varying[place]?.options ?? [];
  mark(literals, own, 0);
  if (at < 0) mark(literals, choices[0]?.literals ?? span.certain, EVERYWHERE);
  for (let world = 0; at >= 0 && world < count; world += 1) {
    markWorld(literals, choices[options[world * chosen.length + at] ?? 0]?.literals ?? [], world);
  }
  if (enabling !== undefined) whereEnabled(literals, own, { on: enabling.on(literals), off: enabling.off(literals) });
}

/** Works out where gates, or the lack of a variant, take an alternative out. */
function settleBarrier({ barriers, live }: Landscape, { literals, fired }: State, index: number): number {
  const { gates = [], closed = false } = barriers[index] ?? {};
  let out = closed ? EVERYWHERE : 0;
  for (let rule = 0; closed && rule < live.length; rule += 1) if (live[rule]?.opens === index) out &= ~(fired[rule] ?? 0);
  for (const gate of gates) out |= gate(literals);
  return out;
}

/** Adds what the options of a combination give instead of the present ones, and what the rules give that they switch. */
function addChanges(
  { varying, live }: Landscape,
  { options, chosen, switched, fired, present }: State,
  { world, changes }: { readonly world: number; readonly changes: ScoreChanges },
): void {
  for (let at = 0; at < chosen.length; at += 1) {
    const shift = varying[chosen[at] ?? -1]?.shifts[options[world * chosen.length + at] ?? 0];
    if (shift !== undefined) changes.add(shift, 1);
  }
  for (let at = 0; at < switched.length; at += 1) {
    const rule = switched[at] ?? -1;
    const given = live[rule]?.given;
    const fires = isIn(fired[rule], world);
    if (given !== undefined && fires !== isIn(present[rule], world)) changes.add(given, fires ? 1 : -1);
  }
}

/** Whether no alternative that is left comes out before the target. */
function isFirst(
  { scores }: Judgement,
  out: Int32Array,
  { world, target, growth }: { readonly world: number; readonly target: number; readonly growth: Float64Array },
): boolean {
  const own = (scores[target] ?? 0) + (growth[target] ?? 0) + ROUNDING;
  for (let rival = 0; rival < out.length; rival += 1) {
    if (rival === target || isIn(out[rival], world)) continue;
    const needed = rival < target ? TIE_TOLERANCE : -TIE_TOLERANCE;
    if (own < (scores[rival] ?? 0) + (growth[rival] ?? 0) + needed) return false;
  }
  return true;
}
