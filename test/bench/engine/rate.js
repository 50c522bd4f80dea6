import { cpuUsage } from 'node:process';

/** Milliseconds of processor time that a slice takes, and how many there are: the best one was disturbed the least. */
const SLICE = 60;
const SLICES = 3;

/** Slices before the first that counts: by then V8 has compiled what runs often. */
const WARMING_UP = 20;

/** Evaluations between two looks at the clock. */
const BLOCK = 100;

/**
 * Prepares to measure how many evaluations an engine makes in a second of processor time, other ones every time. All
 * threads count, so that it does not matter how many cores there are, nor who else runs on them.
 *
 * @param {(position: number) => unknown} evaluate
 * @param {number} count how many positions there are
 * @returns {() => Promise<number>}
 */
export function createRate(evaluate, count) {
  let position = 0;
  const next = () => {
    position = (position + 1) % count;
    return evaluate(position);
  };
  let isWarm = false;
  return async () => {
    for (let slice = isWarm ? WARMING_UP : 0; slice < WARMING_UP; slice += 1) await sliceOf(next);
    isWarm = true;
    let best = 0;
    for (let slice = 0; slice < SLICES; slice += 1) best = Math.max(best, await sliceOf(next));
    return best;
  };
}

/** @param {() => unknown} next */
async function sliceOf(next) {
  const start = cpuUsage();
  let done = 0;
  let elapsed = 0;
  for (; elapsed < SLICE; elapsed = milliseconds(cpuUsage(start))) {
    const first = next();
    if (first instanceof Promise) {
      await first;
      done += 1;
    } else {
      for (let index = 1; index < BLOCK; index += 1) next();
      done += BLOCK;
    }
  }
  return (done / elapsed) * 1_000;
}

/** @param {ReturnType<typeof cpuUsage>} used in microseconds */
function milliseconds({ user, system }) {
  return (user + system) / 1_000;
}
