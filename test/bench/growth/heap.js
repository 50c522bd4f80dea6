import { memoryUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** @type {() => void} */
const collect = runInNewContext('gc');

/**
 * What something makes, and the bytes that are kept for it.
 *
 * @template T
 * @param {() => T} make
 */
export function heapAfter(make) {
  const before = settled();
  const result = make();
  return { result, bytes: settled() - before };
}

/**
 * The bytes that something allocates, as long as nothing is collected meanwhile.
 *
 * @param {() => void} act
 */
export function heapGrowth(act) {
  const before = settled();
  act();
  return bytesInUse() - before;
}

function settled() {
  collect();
  collect();
  return bytesInUse();
}

function bytesInUse() {
  const { heapUsed, arrayBuffers } = memoryUsage();
  return heapUsed + arrayBuffers;
}
