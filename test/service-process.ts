import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The service as an operator starts it: a process of its own, in a directory of its own. */
export interface ServiceProcess {
  readonly child: ChildProcess;
  /** Resolves with the address once the service is ready. */
  readonly url: Promise<string>;
  /** Resolves with the address of the metrics once the service is ready; '' where there are none. */
  readonly metrics: Promise<string>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<Ending>;
}

/** How a process ended and what it said. */
export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds what is stale, so that the process runs the sources under test. */
export async function buildService(): Promise<void> {
  await promisify(execFile)(process.execPath, ['.config/build/build.js']);
}

/** A directory for data, and how to leave nothing behind. */
export async function dataDirectory(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'delivery-advisor-process-'));
  return { path, remove: () => rm(path, { recursive: true }) };
}

/** Starts `node dist/main.js` in a directory, with these variables and a port that the system chooses. */
export function startProcess(cwd: string, env: Readonly<Record<string, string>> = {}): ServiceProcess {
  const main = join(process.cwd(), 'dist/main.js');
  const child = spawn(process.execPath, [main], { cwd, env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env } });
  const output = { stdout: '', stderr: '' };
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output.stdout += chunk;
      const ready = /"msg":"ready on (http:[^"]+)"/.exec(output.stdout);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
    child.once('close', () => reject(new Error(`the service ended: ${output.stderr}`)));
  });
  url.catch(() => undefined);
  child.stderr.on('data', (chunk: Buffer) => {
    output.stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, ...output }));
  const metrics = url.then(() => /"msg":"metrics on (http:[^"]+)"/.exec(output.stdout)?.[1] ?? '');
  metrics.catch(() => undefined);
  return { child, url, metrics, ended };
}
