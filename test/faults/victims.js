// What is killed: the service, and the database that it writes to. Both come back as an operator would bring them back.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env, execPath, kill } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { freePort, startPostgresqlServer } from '../../.config/jest/postgresql-server.js';

/**
 * Something that runs, can be killed without a word, and comes back at the same address.
 *
 * @typedef {object} Victim
 * @property {string} url
 * @property {() => Promise<void>} strike kills it with SIGKILL and starts it again; resolves when it is ready
 * @property {() => Promise<void>} stop
 */

/**
 * `node dist/main.js` on this database.
 *
 * @param {string} databaseUrl
 * @returns {Promise<Victim>}
 */
export async function startService(databaseUrl) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const place = { PORT: String(port), DATABASE_URL: databaseUrl, MODELS_DIR: 'test/faults/models' };
  const settings = { PATH: env['PATH'], ...place };
  const start = async () => {
    const child = spawn(execPath, ['dist/main.js'], { env: settings, stdio: ['ignore', 'pipe', 'inherit'] });
    await said(child, /ready on/);
    return child;
  };
  let child = await start();
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    const gone = once(child, 'close');
    child.kill(signal);
    await gone;
  };
  return {
    url,
    async strike() {
      await end('SIGKILL');
      child = await start();
    },
    stop: () => end('SIGTERM'),
  };
}

/**
 * A PostgreSQL as it comes, which waits for the disk.
 *
 * @returns {Promise<Victim>}
 */
export async function startPostgresql() {
  const { url, directory, start, stop } = await startPostgresqlServer([]);
  return {
    url: `${url}/postgres`,
    async strike() {
      const [pid] = (await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n');
      kill(Number(pid), 'SIGKILL');
      await setTimeout(200);
      await persistently(start);
    },
    stop,
  };
}

/**
 * Starts again until it works: what the dead server left running still holds its memory for a moment.
 *
 * @param {() => Promise<void>} start
 */
async function persistently(start, tries = 50) {
  for (let left = tries; ; left--) {
    try {
      return await start();
    } catch (error) {
      if (left === 0) throw error ?? new Error('PostgreSQL does not start again.');
      await setTimeout(100);
    }
  }
}

/**
 * Resolves once a process has said something, and rejects when it ends before.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {RegExp} words
 */
function said(child, words) {
  return new Promise((resolve, reject) => {
    let heard = '';
    child.stdout?.on('data', (chunk) => {
      heard = (heard + chunk).slice(-1_000);
      if (words.test(heard)) resolve(undefined);
    });
    child.once('close', (code) => reject(new Error(`The service ended with ${code}.`)));
  });
}
