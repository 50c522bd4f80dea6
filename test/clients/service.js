// The service as it was built, on a free port and a database of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { createInterface } from 'node:readline';

/** @returns {Promise<{ readonly url: string, readonly stop: () => Promise<void> }>} */
export async function startService() {
  const directory = await mkdtemp(join(tmpdir(), 'delivery-advisor-clients-'));
  const settings = { PATH: env['PATH'], PORT: '0', DATABASE_URL: `file:${join(directory, 'advisor.db')}` };
  const child = spawn(execPath, ['../../dist/main.js'], { env: settings, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /"msg":"ready on ([^"]+)"/.exec(line) ?? [];
    if (url === undefined) continue;
    child.stdout.resume();
    const stop = async () => {
      child.kill();
      await exit;
      await rm(directory, { recursive: true });
    };
    return { url, stop };
  }
  throw new Error('The service ended before it was ready.');
}
