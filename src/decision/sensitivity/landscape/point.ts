import { leaderOf } from '../../evaluation/ranking.ts';
import type { Landscape } from './landscape.ts';
import { scoreTable } from './points.ts';
import { createWorlds, type World } from './worlds.ts';

/** The index of an option for every varying question, by place. */
export type Choice = Int32Array;

/** Stands for "any of the options". */
export const ANY = -1;

/** Index that stands for no recommendation. */
export const NOBODY = -1;

/** One point of a landscape: how things come out for one choice. It is overwritten by the next one worked out. */
export interface Point {
  readonly scores: Float64Array;
  /** Index of the recommended alternative, {@link NOBODY} for none. */
  winner: number;
}

/** Prepares to work out points of a landscape. */
export function createPoints(landscape: Landscape): (choice: Choice) => Point {
  const { choices, settle, read } = createWorlds(landscape);
  const pointIn = createScoring(landscape);
  return (choice) => {
    choices.set(choice);
    settle(1);
    return pointIn(read(0));
  };
}

/** Prepares to score worlds under the landscape's own weights. */
export function createScoring({ model, terrain, shares }: Landscape): (world: World) => Point {
  const point: Point = { scores: new Float64Array(model.alternatives.length), winner: NOBODY };
  return ({ table, out, silent }) => {
    scoreTable(terrain.scales, shares, table, point.scores);
    point.winner = silent ? NOBODY : leaderOf(point.scores, out);
    return point;
  };
}
