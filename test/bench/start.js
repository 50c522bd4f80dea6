import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { figureOf } from './frame/figure.js';
import { inTurn, ratios } from './frame/rounds.js';
import { startService, workingDirectory } from './subject/service.js';

/** @import { Figure } from './frame/figure.js' */

const ROUNDS = 7;

/** Milliseconds from the start of the process until it can serve. */
const READY_WITHIN = 1_500;

/** Milliseconds after which a service that nobody calls counts as idle. */
const IDLE_AFTER = 1_000;

/**
 * How long the service takes to be ready, on no database yet and on one that is there, beside Node.js that does nothing;
 * and what it has in memory when it is idle.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function start() {
  const used = await workingDirectory();
  await (await startService(used.path)).stop();
  /** @type {number[]} */
  const memory = [];
  const times = await inTurn(ROUNDS, {
    fresh: async () => {
      const empty = await workingDirectory();
      const { milliseconds } = await timed(empty.path);
      await empty.remove();
      return milliseconds;
    },
    existing: async () => {
      const { milliseconds, resident } = await timed(used.path);
      memory.push(resident);
      return milliseconds;
    },
    nothing: () => {
      const begin = performance.now();
      spawnSync(execPath, ['-e', '']);
      return performance.now() - begin;
    },
  });
  await used.remove();
  return [
    figureOf('start to ready, database to be made', { unit: 'ms', rounds: times.fresh, atMost: READY_WITHIN }),
    figureOf('start to ready, database there', { unit: 'ms', rounds: times.existing, atMost: READY_WITHIN }),
    figureOf('Node.js that does nothing', { unit: 'ms', rounds: times.nothing }),
    figureOf('start to ready ÷ Node.js that does nothing', { unit: 'ratio', rounds: ratios(times.existing, times.nothing) }),
    figureOf('memory when idle', { unit: 'MB', rounds: memory }),
  ];
}

/**
 * One start, and the memory of the service once it is idle.
 *
 * @param {string} directory
 */
async function timed(directory) {
  const service = await startService(directory);
  await setTimeout(IDLE_AFTER);
  const resident = await service.memory();
  await service.stop();
  return { milliseconds: service.milliseconds, resident };
}
