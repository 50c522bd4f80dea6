// One way of killing things under writers, and what came of it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { reckon } from './reckoning.js';
import { startPostgresql, startService } from './victims.js';
import { newExperience, write } from './writer.js';

const WRITERS = 8;

/**
 * What came of an ordeal: kills, what the writers went through, and what is there in the end.
 *
 * @typedef {{ readonly kills: number } & import('./writer.js').Experience & import('./reckoning.js').Reckoning} Outcome
 */

/**
 * The service is killed on a SQLite file.
 *
 * @param {number} seconds
 * @returns {Promise<Outcome>}
 */
export async function serviceOnSqlite(seconds) {
  const folder = await mkdtemp(join(tmpdir(), 'delivery-advisor-faults-'));
  const service = await startService(`file:${join(folder, 'advisor.db')}`);
  return ordeal({ seconds, url: service.url, strike: service.strike })
    .finally(service.stop)
    .finally(() => rm(folder, { recursive: true }));
}

/**
 * The service is killed on PostgreSQL.
 *
 * @param {number} seconds
 * @returns {Promise<Outcome>}
 */
export function serviceOnPostgresql(seconds) {
  return onPostgresql(seconds, (service) => service.strike);
}

/**
 * PostgreSQL is killed under the service.
 *
 * @param {number} seconds
 * @returns {Promise<Outcome>}
 */
export function postgresqlItself(seconds) {
  return onPostgresql(seconds, (_service, database) => database.strike);
}

/**
 * @param {number} seconds
 * @param {(service: import('./victims.js').Victim, database: import('./victims.js').Victim) => () => Promise<void>} strikeAt
 */
async function onPostgresql(seconds, strikeAt) {
  const database = await startPostgresql();
  try {
    const service = await startService(database.url);
    return await ordeal({ seconds, url: service.url, strike: strikeAt(service, database) }).finally(service.stop);
  } finally {
    await database.stop();
  }
}

/**
 * Kills again and again, 0.4 to 1 s after writes are acknowledged again, while the writers write; then lets them finish and
 * reckons.
 *
 * @param {{ readonly seconds: number, readonly url: string, readonly strike: () => Promise<void> }} plan
 * @returns {Promise<Outcome>}
 */
async function ordeal({ seconds, url, strike }) {
  const experience = newExperience();
  const stop = new AbortController();
  const writers = Array.from({ length: WRITERS }, () => write(url, experience, stop.signal));
  const end = performance.now() + 1_000 * seconds;
  let kills = 0;
  try {
    for (; performance.now() < end && experience.failures.length === 0; kills++) {
      const { writes } = experience;
      while (experience.writes === writes && experience.failures.length === 0) await setTimeout(10);
      await setTimeout(400 + 600 * Math.random());
      await strike();
    }
  } finally {
    stop.abort();
    await Promise.all(writers);
  }
  return { kills, ...experience, ...(await reckon(url, experience.acknowledged)) };
}
