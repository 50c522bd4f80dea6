import type { Point } from './point.ts';

/** What was seen to happen at some points: outcomes that came about, lowest and highest scores. */
export interface Sightings {
  /** Indices of the alternatives that were recommended, NOBODY among them. */
  readonly outcomes: ReadonlySet<number>;
  /** By index of the alternative. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  readonly see: (point: Point) => void;
}

/** Sightings with nothing seen but the present scores. */
export function createSightings(scores: Float64Array): Sightings {
  const outcomes = new Set<number>();
  const lowest = scores.slice();
  const highest = scores.slice();
  const see = (point: Point): void => {
    outcomes.add(point.winner);
    for (let index = 0; index < scores.length; index += 1) {
      const score = point.scores[index] ?? 0;
      if (score < (lowest[index] ?? 0)) lowest[index] = score;
      if (score > (highest[index] ?? 0)) highest[index] = score;
    }
  };
  return { outcomes, lowest, highest, see };
}
