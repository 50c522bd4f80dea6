import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';

/**
 * Starts the built service on a free port and an empty database.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startService() {
  const folder = await mkdtemp(join(tmpdir(), 'delivery-advisor-screenshots-'));
  const child = spawn(execPath, ['dist/main.js'], {
    env: { PATH: env['PATH'], PORT: '0', DATABASE_URL: `file:${join(folder, 'advisor.db')}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const url = await readyOn(child.stdout);
  return {
    url,
    async stop() {
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** @param {import('node:stream').Readable} log */
async function readyOn(log) {
  let text = '';
  for await (const chunk of log) {
    text += chunk;
    const url = /"msg":"ready on (http:[^"]+)"/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`the service ended: ${text}`);
}
