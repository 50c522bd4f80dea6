// fast-check with a fixed seed and few cases: what a mutant survives, it survives every time, and a score that is
// reached with fewer cases than the tests ask for is a lower bound.

import fc from 'fast-check';

const MOST_RUNS = 20;
const SEED = 20_260_101;

fc.configureGlobal({ seed: SEED, numRuns: MOST_RUNS });

/** @type {typeof fc.assert} */
const assert = (property, options = {}) => fc.assert(property, bounded(options));

/** @type {typeof fc.sample} */
const sample = (arbitrary, options = {}) => fc.sample(arbitrary, typeof options === 'number' ? options : bounded(options));

export default { ...fc, assert, sample };

/**
 * @template {{ readonly numRuns?: number, readonly seed?: number }} Options
 * @param {Options} options
 */
function bounded(options) {
  return { ...options, seed: options.seed ?? SEED, numRuns: Math.min(options.numRuns ?? MOST_RUNS, MOST_RUNS) };
}
