import type { Judgement } from '../evaluation/judgement.ts';
import { leaderOf } from '../evaluation/ranking.ts';
import type { Landscape } from './landscape.ts';
import { type Choice, createPoints, NOBODY, type Point } from './point.ts';
import { scoreTable } from './points.ts';
import type { Random } from './random.ts';
import { createRespondents } from './respondents.ts';
import { SAMPLES, weightSamples } from './weight-samples.ts';

/**
 * How often each alternative is recommended when one does not know better: its acceptability index in the sense of
 * SMAA (Lahdelma and Salminen, "SMAA-2", Operations Research 49(3), 2001).
 */
export interface Acceptability {
  /** Weights and open answers drawn together: share of the samples by index of the alternative, nobody's last. */
  readonly all: readonly number[];
  /** Weights drawn, the open answers left open. */
  readonly weights: readonly number[];
}

/** Something that looks at the points of the samples, under the landscape's own weights. */
export type Witness = (point: Point) => void;

/**
 * Draws weights from a Dirichlet distribution around the given ones, and values for the open questions in the
 * author's order, each only if then enabled.
 *
 * @param landscape that of the open questions.
 */
export function acceptabilityOf(
  landscape: Landscape,
  judgement: Judgement,
  { random, witness }: { readonly random: Random; readonly witness: Witness },
): Acceptability {
  const { model, shares, terrain } = landscape;
  const pointAt = createPoints(landscape);
  const drawn = createRespondents(landscape, random);
  const present: Choice = new Int32Array(landscape.varying.length);
  const start = { ...pointAt(present) };
  const table = start.table.slice();
  const out = start.out.slice();
  const scores = new Float64Array(model.alternatives.length);
  const all = new Array<number>(model.alternatives.length + 1).fill(0);
  const weights = [...all];
  const { silent } = judgement;
  const winner = (sample: readonly number[], points: Pick<Point, 'table' | 'out' | 'silent'>): number => {
    if (points.silent) return NOBODY;
    scoreTable(terrain.scales, sample, points.table, scores);
    return leaderOf(scores, points.out);
  };
  for (const sample of weightSamples(model, shares)) {
    count(weights, winner(sample, { table, out, silent }));
    const point = pointAt(drawn());
    witness(point);
    count(all, winner(sample, point));
  }
  return { all: all.map((times) => times / SAMPLES), weights: weights.map((times) => times / SAMPLES) };
}

function count(times: number[], winner: number): void {
  const index = winner === NOBODY ? times.length - 1 : winner;
  times[index] = (times[index] ?? 0) + 1;
}
