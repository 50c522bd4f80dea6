import { setTruth, TRUE, type Truths } from '../compile/truth.ts';
import { leaderOf } from '../evaluation/ranking.ts';
import type { Barriers, Landscape, Moving } from './landscape.ts';
import { addPoints, scoreTable } from './points.ts';

/** The index of an option for every varying question, by place. */
export type Choice = Int32Array;

/** Stands for "any of the options". */
export const ANY = -1;

/** Index that stands for no recommendation. */
export const NOBODY = -1;

/** One point of a landscape: how things come out for one choice. It is overwritten by the next one worked out. */
export interface Point {
  /** Points by criterion · number of alternatives + alternative. */
  readonly table: Float64Array;
  readonly scores: Float64Array;
  /** 1 for each alternative that is out. */
  readonly out: Uint8Array;
  /** Truths of the joint tests. */
  readonly truths: Truths;
  /** Whether no rule and no gate fires. */
  silent: boolean;
  /** Index of the recommended alternative under the landscape's own weights, {@link NOBODY} for none. */
  winner: number;
}

/** Prepares to work out points of a landscape. */
export function createPoints(landscape: Landscape): (choice: Choice) => Point {
  const { model, terrain, shares, barriers } = landscape;
  const point: Point = {
    table: new Float64Array(landscape.base.length),
    scores: new Float64Array(model.alternatives.length),
    out: new Uint8Array(model.alternatives.length),
    truths: landscape.truths.slice(),
    silent: true,
    winner: NOBODY,
  };
  const { table, scores, out, truths } = point;
  const opened = new Uint8Array(model.alternatives.length);
  return (choice) => {
    table.set(landscape.base);
    const answered = addOptions(landscape, table, choice);
    moveAll(landscape, truths, choice);
    const joint = addLiveRules(landscape, table, { truths, opened });
    for (let index = 0; index < barriers.length; index += 1) {
      out[index] = isOut(barriers[index], truths, opened[index] === 1) ? 1 : 0;
    }
    scoreTable(terrain.scales, shares, table, scores);
    point.silent = !(landscape.fires || answered || joint || someGate(landscape, truths));
    point.winner = point.silent ? NOBODY : leaderOf(scores, out);
    return point;
  };
}

/** Adds what the options taken give by themselves; whether any rule fired. */
function addOptions({ varying }: Landscape, table: Float64Array, choice: Choice): boolean {
  let fires = false;
  for (let place = 0; place < varying.length; place += 1) {
    const points = varying[place]?.options[choice[place] ?? 0]?.points;
    if (points?.fires !== true) continue;
    fires = true;
    addPoints(table, points);
  }
  return fires;
}

/** Adds what the live rules give that fire, and notes for which alternatives they open a variant; whether any did fire. */
function addLiveRules(
  { live }: Landscape,
  table: Float64Array,
  { truths, opened }: { readonly truths: Truths; readonly opened: Uint8Array },
): boolean {
  let fires = false;
  opened.fill(0);
  for (let index = 0; index < live.length; index += 1) {
    const rule = live[index];
    if (rule === undefined || rule.when(truths) !== TRUE) continue;
    fires = true;
    if (rule.opens !== undefined) opened[rule.opens] = 1;
    addPoints(table, rule.given);
  }
  return fires;
}

function moveAll({ moving, varying }: Landscape, truths: Truths, choice: Choice): void {
  for (let index = 0; index < moving.length; index += 1) {
    const entry = moving[index];
    if (entry !== undefined) move(truths, entry, varying[entry.place]?.options[choice[entry.place] ?? 0]?.truths);
  }
}

function someGate({ barriers }: Landscape, truths: Truths): boolean {
  return barriers.some(({ gates }) => gates.some((gate) => gate(truths) === TRUE));
}

/** Notes the truths of one question's joint tests; those of the questions that enable it have been noted before. */
function move(truths: Truths, { enabledWhen, tests, span }: Moving, chosen: Truths | undefined): void {
  const enabled = enabledWhen === undefined ? TRUE : enabledWhen(truths);
  const vector = chosen ?? span.least;
  for (let at = 0; at < tests.length; at += 1) {
    setTruth(truths, tests[at] ?? 0, enabled === TRUE ? (vector[at] ?? 0) : enabled);
  }
}

/** Whether fired gates, or the lack of a variant, take an alternative out. */
function isOut(barriers: Barriers | undefined, truths: Truths, opened: boolean): boolean {
  if (barriers === undefined) return false;
  for (const gate of barriers.gates) if (gate(truths) === TRUE) return true;
  return barriers.closed && !opened;
}
