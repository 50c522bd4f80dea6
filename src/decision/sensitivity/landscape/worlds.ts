import { EVERYWHERE, type Literals } from '../../compile/conditions/formula.ts';
import type { Landscape, Moving } from './landscape.ts';
import { mark, markWorld, whereEnabled } from './literals.ts';
import { addPoints } from './points.ts';

/** As many choices as words have bits. */
export const WORLDS = 32;

/** How things come out in one world; overwritten by the next one read. */
export interface World {
  /** Points by criterion · number of alternatives + alternative. */
  readonly table: Float64Array;
  /** 1 for each alternative that is out. */
  readonly out: Uint8Array;
  /** Whether no rule and no gate fires. */
  silent: boolean;
}

/** Up to 32 choices of options, worked out side by side: conditions once for all of them. */
export interface Worlds {
  /** The option of every place, one world after the other. */
  readonly choices: Int32Array;
  /** Works out tests, rules and gates of the first so many worlds. */
  readonly settle: (count: number) => void;
  /** Adds up one of the worlds that were settled. */
  readonly read: (world: number) => World;
}

/** Prepares to work out choices in a landscape. */
export function createWorlds(landscape: Landscape): Worlds {
  const { base, varying, moving, live, barriers } = landscape;
  const state: State = {
    choices: new Int32Array(WORLDS * varying.length),
    literals: landscape.literals.slice(),
    fired: new Int32Array(live.length),
    out: new Int32Array(barriers.length),
    loud: 0,
  };
  const world: World = { table: base.slice(), out: new Uint8Array(barriers.length), silent: true };
  const present = base.slice();
  for (const { options } of varying) if (options[0] !== undefined) addPoints(present, options[0].points);
  const firing = varying.filter(({ options }) => options[0]?.points.fires === true).length;
  const settle = (count: number): void => {
    for (let index = 0; index < moving.length; index += 1) settleQuestion(landscape, state, moving[index], count);
    state.loud = landscape.fires ? EVERYWHERE : 0;
    for (let rule = 0; rule < live.length; rule += 1) {
      state.fired[rule] = live[rule]?.when(state.literals) ?? 0;
      state.loud |= state.fired[rule] ?? 0;
    }
    for (let index = 0; index < barriers.length; index += 1) state.out[index] = settleBarrier(landscape, state, index);
  };
  const read = (index: number): World => {
    world.table.set(present);
    const answered = firing + addChanges(landscape, state, world.table, index);
    for (let rule = 0; rule < live.length; rule += 1) {
      const given = live[rule]?.given;
      if (given !== undefined && isIn(state.fired[rule], index)) addPoints(world.table, given);
    }
    for (let at = 0; at < world.out.length; at += 1) world.out[at] = isIn(state.out[at], index) ? 1 : 0;
    world.silent = answered === 0 && !isIn(state.loud, index);
    return world;
  };
  return { choices: state.choices, settle, read };
}

/** What was worked out for all worlds; a word for each thing, a bit for each world. */
interface State {
  readonly choices: Int32Array;
  readonly literals: Literals;
  /** By live rule. */
  readonly fired: Int32Array;
  /** By alternative. */
  readonly out: Int32Array;
  /** Where a live rule or a gate fires. */
  loud: number;
}

/** Adds what one world's options give instead of the present ones; by how much the number of questions that fire rules changes. */
function addChanges({ varying }: Landscape, { choices }: State, table: Float64Array, index: number): number {
  let change = 0;
  for (let place = 0; place < varying.length; place += 1) {
    const option = choices[index * varying.length + place] ?? 0;
    const one = varying[place];
    if (option === 0 || one === undefined) continue;
    const shift = one.shifts[option];
    if (shift !== undefined) addPoints(table, shift);
    change += Number(one.options[option]?.points.fires === true) - Number(one.options[0]?.points.fires === true);
  }
  return change;
}

/** Works out where gates, or the lack of a variant, take an alternative out. */
function settleBarrier({ barriers, live }: Landscape, state: State, index: number): number {
  const { gates = [], closed = false } = barriers[index] ?? {};
  let shut = 0;
  for (let gate = 0; gate < gates.length; gate += 1) shut |= gates[gate]?.(state.literals) ?? 0;
  state.loud |= shut;
  if (!closed) return shut;
  let opened = 0;
  for (let rule = 0; rule < live.length; rule += 1) if (live[rule]?.opens === index) opened |= state.fired[rule] ?? 0;
  return shut | ~opened;
}

/** Notes the literals of one question; those of the questions that enable it have been noted before. */
function settleQuestion({ varying }: Landscape, { choices, literals }: State, entry: Moving | undefined, count: number): void {
  if (entry === undefined) return;
  const { place, enabling } = entry;
  const options = varying[place]?.options;
  mark(literals, entry.literals, 0);
  if (options === undefined) mark(literals, entry.span.certain, EVERYWHERE);
  else {
    for (let world = 0; world < count; world += 1) {
      markWorld(literals, options[choices[world * varying.length + place] ?? 0]?.literals ?? [], world);
    }
  }
  if (enabling !== undefined) whereEnabled(literals, entry.literals, { on: enabling.on(literals), off: enabling.off(literals) });
}

/** Whether a world is among those of a word. */
export function isIn(worlds: number | undefined, world: number): boolean {
  return (((worlds ?? 0) >>> world) & 1) === 1;
}
