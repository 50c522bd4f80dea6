import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * A server in a process of its own. `usage` tells how many seconds of a core it has used, and the most bytes of memory
 * that it has had.
 *
 * @typedef {{
 *   readonly url: string,
 *   readonly usage: () => Promise<{ readonly seconds: number, readonly peak: number }>,
 *   readonly stop: () => Promise<void>,
 * }} Server
 */

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const MEASURED = fileURLToPath(new URL('./measured.js', import.meta.url));
const RIVAL = fileURLToPath(new URL('./rival.js', import.meta.url));

/** Milliseconds between two looks at whether a server is ready. */
const INTERVAL = 50;

/**
 * The service as it is started, with a log that is kept, on a new database where no other is set.
 *
 * @param {Readonly<Record<string, string>>} [settings]
 */
export function startService(settings = {}) {
  return startServer({ module: join(PROJECT, 'dist/main.js'), words: [], ready: /"msg":"ready on (http:[^"]+)"/, settings });
}

/**
 * A server that does nothing but parse bodies and send replies, which each have a path.
 *
 * @param {'express' | 'node'} kind
 * @param {Readonly<Record<string, unknown>>} replies
 */
export function startRival(kind, replies) {
  return startServer({ module: RIVAL, words: [kind, 'replies.json'], ready: /^ready on (\S+)/, replies });
}

/**
 * @typedef {{
 *   readonly module: string,
 *   readonly words: readonly string[],
 *   readonly ready: RegExp,
 *   readonly replies?: unknown,
 *   readonly settings?: Readonly<Record<string, string>>,
 * }} Program how it is run, how it says where it is, what is written where it is started, and how it is set
 *
 * @param {Program} program
 * @returns {Promise<Server>}
 */
async function startServer({ module, words, ready, replies, settings }) {
  const folder = await mkdtemp(join(tmpdir(), 'delivery-advisor-bench-'));
  const log = join(folder, 'log');
  await writeFile(join(folder, 'replies.json'), JSON.stringify(replies ?? {}));
  const output = openSync(log, 'a');
  const child = fork(MEASURED, [module, ...words], {
    cwd: folder,
    execArgv: [],
    env: { PATH: process.env['PATH'], PORT: '0', ...settings },
    stdio: ['ignore', output, 'inherit', 'ipc'],
  });
  closeSync(output);
  let address;
  while (address === undefined && child.exitCode === null) {
    await delay(INTERVAL);
    [, address] = ready.exec(await readFile(log, 'utf8')) ?? [];
  }
  if (address === undefined) throw new Error(`${module} has ended before it was ready.`);
  return {
    url: address.replace('localhost', '127.0.0.1'),
    async usage() {
      const told = once(child, 'message');
      child.send('?');
      const [usage] = await told;
      return usage;
    },
    async stop() {
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true });
    },
  };
}
