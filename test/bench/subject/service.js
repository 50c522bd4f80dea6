// The service as a process of its own, as an operator starts it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../.config/jest/postgresql-server.js';
import { built } from './built.js';

const MAIN = fileURLToPath(built('main.js'));

/** Milliseconds between two questions whether it is ready. */
const PAUSE = 5;

/**
 * A directory to start services in, and how to leave nothing behind.
 */
export async function workingDirectory() {
  const path = await mkdtemp(join(tmpdir(), 'delivery-advisor-bench-'));
  return { path, remove: () => rm(path, { recursive: true }) };
}

/**
 * Starts the service and waits until `/readyz` says 200. `milliseconds` is how long that took from the start of the process.
 *
 * @param {string} cwd
 * @param {Readonly<Record<string, string>>} [variables]
 */
export async function startService(cwd, variables = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = spawn(execPath, [MAIN], {
    cwd,
    env: { PATH: env['PATH'] ?? '', PORT: String(port), LOG_LEVEL: 'error', ...variables },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  const milliseconds = performance.now() - start;
  return {
    url,
    milliseconds,
    memory: () => residentMegabytes(child.pid),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** @param {string} url */
async function isReady(url) {
  try {
    const response = await fetch(`${url}/readyz`);
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/**
 * What a process has in memory, in megabytes; only Linux tells.
 *
 * @param {number | undefined} pid
 */
async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
