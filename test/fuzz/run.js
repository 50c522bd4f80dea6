// `npm run test:fuzz`: sends requests made from the specification, proper and spoilt, to an open and to a guarded service
// and holds every answer against the specification. `--requests N` (10,000), `--seed S` (by chance). Failing requests are
// kept in test/fuzz/cases. Ends with 1 unless every answer is as documented, none is a 5xx and memory is steady.

import { argv, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { keep } from './kept-cases.js';
import { requests } from './requests.js';
import { startService } from './service.js';
import { newCount, send } from './volley.js';

/** Looks at the memory, the share of them during which the process warms up, and bytes by which it may grow after that. */
const LOOKS = 20;
const WARM_UP = 0.25;
const MEBIBYTE = 1024 * 1024;
const TOLERANCE = 32 * MEBIBYTE;

const options = /** @type {const} */ ({
  requests: { type: 'string', default: '10000' },
  seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
});
const { values } = parseArgs({ args: argv.slice(2), options });
const [most, seed] = [Number(values.requests), Number(values.seed)];
if (!(Number.isInteger(most) && most >= 100 && Number.isInteger(seed))) {
  stderr.write('Set --requests to 100 at least, and --seed to a whole number.\n');
  exit(64);
}

stdout.write(`seed ${seed}\n`);
const sound = [await ordeal('open', Math.floor(most / 2)), await ordeal('guarded', Math.ceil(most / 2))];
exit(sound.every(Boolean) ? 0 : 1);

/**
 * @param {'open' | 'guarded'} mode
 * @param {number} size how many requests
 */
async function ordeal(mode, size) {
  const service = await startService(mode === 'guarded');
  const count = newCount();
  const memory = [];
  try {
    const all = fc.sample(requests(service.world, callersOf(service)), { numRuns: size, seed });
    for (let look = 0; look < LOOKS; look++) {
      await send(service, all.slice((size * look) / LOOKS, (size * (look + 1)) / LOOKS), count);
      memory.push(await service.memory());
    }
  } finally {
    await service.stop();
  }
  return tell(mode, count, growth(memory));
}

/**
 * One who may do everything for most requests, everybody else for the rest.
 *
 * @param {import('./service.js').Service} service
 */
function callersOf({ credentials }) {
  const others = Object.keys(credentials).filter((name) => name !== 'root');
  return fc.oneof({ weight: 2, arbitrary: fc.constant('root') }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

/**
 * The least memory of the first looks after the warm-up, and of the last ones: what is between two collections of garbage
 * is no leak.
 *
 * @param {readonly number[]} memory
 */
function growth(memory) {
  const warm = memory.slice(Math.floor(memory.length * WARM_UP));
  const third = Math.ceil(warm.length / 3);
  return { before: Math.min(...warm.slice(0, third)), after: Math.min(...warm.slice(-third)) };
}

/**
 * @param {string} mode
 * @param {import('./volley.js').Count} count
 * @param {ReturnType<typeof growth>} memory
 */
function tell(mode, { statuses, slowest, failures }, { before, after }) {
  const total = [...statuses.values()].reduce((sum, one) => sum + one, 0);
  const byStatus = [...statuses].toSorted(([one], [other]) => one - other).map(([status, times]) => `${status}: ${times}`);
  stdout.write(`${mode}: ${total} requests, ${failures.length} findings\n  ${byStatus.join(', ')}\n`);
  stdout.write(`  slowest ${Math.round(slowest.milliseconds)} ms: ${slowest.about}\n`);
  stdout.write(
    `  memory ${Math.round(before / MEBIBYTE)} MiB after warming up, ${Math.round(after / MEBIBYTE)} MiB in the end\n`,
  );
  for (const failure of failures.slice(0, 20)) {
    stderr.write(`${failure.findings.join('; ')}\n  kept as ${keep(mode, failure)}\n`);
  }
  return failures.length === 0 && after - before <= TOLERANCE;
}
