import type { CompiledModel } from '../../compile/compiled-model.ts';
import { roundedShares } from '../../evaluation/read-weights.ts';
import { createShareDraws } from './gamma.ts';
import { seededRandom } from './random.ts';
import { seedOfText } from './seed.ts';

/** Samples drawn for each acceptability. */
export const SAMPLES = 1000;

/** Sets of shares for which the samples of a model are remembered: its own weights, and what is being tried just now. */
const MOST_REMEMBERED = 8;

const remembered = new WeakMap<CompiledModel, Map<string, readonly (readonly number[])[]>>();

/**
 * Shares drawn from the Dirichlet distribution around the given ones, with the shapes n · share, n being the number of
 * criteria with a share above 0. They depend on the shares alone, so that the most common ones are drawn only once.
 */
export function weightSamples(model: CompiledModel, shares: readonly number[]): readonly (readonly number[])[] {
  const known = remembered.get(model) ?? new Map<string, readonly (readonly number[])[]>();
  const rounded = roundedShares(shares);
  const key = rounded.join();
  const samples = known.get(key) ?? drawn(rounded.map(Number), key);
  if (!known.has(key) && known.size >= MOST_REMEMBERED) known.clear();
  remembered.set(model, known.set(key, samples));
  return samples;
}

function drawn(shares: readonly number[], key: string): readonly (readonly number[])[] {
  const counted = shares.filter((share) => share > 0).length;
  const draw = createShareDraws(
    seededRandom(seedOfText(key)),
    shares.map((share) => counted * share),
  );
  return Array.from({ length: SAMPLES }, () => {
    const sample = [...shares];
    draw(sample);
    return sample;
  });
}
