import type { Judgement } from '../../evaluation/judgement.ts';
import { leaderOf } from '../../evaluation/ranking.ts';
import type { Landscape } from '../landscape/landscape.ts';
import { NOBODY } from '../landscape/point.ts';
import { scoreTable } from '../landscape/points.ts';
import { createWorlds, WORLDS, type World } from '../landscape/worlds.ts';
import { seededRandom } from './random.ts';
import { createRespondents } from './respondents.ts';
import { seedOf } from './seed.ts';
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

/**
 * Draws weights from a Dirichlet distribution around the given ones, and values for the open questions in the
 * author's order, each only if then enabled.
 *
 * @param landscape that of the open questions.
 */
export function acceptabilityOf(landscape: Landscape, judgement: Judgement): Acceptability {
  const { model } = landscape;
  const all = new Array<number>(model.alternatives.length + 1).fill(0);
  const weights = [...all];
  for (const winner of winners(landscape, judgement)) count(all, winner);
  const { settle, read } = createWorlds(landscape);
  settle(1);
  const world = read(0);
  const scores = new Float64Array(model.alternatives.length);
  for (const sample of weightSamples(model, landscape.shares)) count(weights, winnerIn(landscape, world, { sample, scores }));
  return { all: all.map((times) => times / SAMPLES), weights: weights.map((times) => times / SAMPLES) };
}

/** Whether an alternative is acceptable at least that often, with weights and open answers drawn: no more samples are drawn than it takes to know. */
export function isAcceptable(
  landscape: Landscape,
  judgement: Judgement,
  { alternative, least }: { readonly alternative: number; readonly least: number },
): boolean {
  let accepted = 0;
  let left = SAMPLES;
  for (const winner of winners(landscape, judgement)) {
    left -= 1;
    if (winner === alternative) accepted += 1;
    if (accepted / SAMPLES >= least) return true;
    if ((accepted + left) / SAMPLES < least) break;
  }
  return false;
}

/** Who is recommended in each sample, one after the other. */
function* winners(landscape: Landscape, judgement: Judgement): Generator<number, void> {
  const { model, shares, varying } = landscape;
  const { choices, settle, read } = createWorlds(landscape);
  const invent = createRespondents(landscape, seededRandom(seedOf(model, judgement)));
  const samples = weightSamples(model, shares);
  const scores = new Float64Array(model.alternatives.length);
  for (let start = 0; start < SAMPLES; start += WORLDS) {
    const count = Math.min(WORLDS, SAMPLES - start);
    for (let world = 0; world < count; world += 1) invent(choices, world * varying.length);
    settle(count);
    for (let world = 0; world < count; world += 1) {
      yield winnerIn(landscape, read(world), { sample: samples[start + world] ?? [], scores });
    }
  }
}

function winnerIn(
  { terrain }: Landscape,
  { table, out, silent }: World,
  { sample, scores }: { readonly sample: readonly number[]; readonly scores: Float64Array },
): number {
  if (silent) return NOBODY;
  scoreTable(terrain.scales, sample, table, scores);
  return leaderOf(scores, out);
}

function count(times: number[], winner: number): void {
  const index = winner === NOBODY ? times.length - 1 : winner;
  times[index] = (times[index] ?? 0) + 1;
}
