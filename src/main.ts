import { AddressTaken } from './compose/listening.ts';
import { compose, type RunningService } from './compose.ts';
import { type Config, ConfigRefused, readConfig } from './config.ts';
import { createLog, type Log } from './log.ts';
import { ModelsRefused } from './models/models-refused.ts';

/** Exit codes as sysexits.h has them: for a configuration that cannot work, and for an address that cannot be had yet. */
const WRONG_CONFIGURATION = 78;
const UNAVAILABLE = 69;

await main();

async function main(): Promise<void> {
  try {
    await run(readConfig());
  } catch (error) {
    const code = exitCodeOf(error);
    process.stderr.write(`${code === WRONG_CONFIGURATION && error instanceof Error ? error.message : oneLine(error)}\n`);
    process.exit(code);
  }
}

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const service = await compose(config, log);
  const running = await service.start();
  const stop = stopping(running, log);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  log.info(`ready on ${running.url}`);
}

/** Stops gracefully on the first signal and at once on the second. */
function stopping(running: RunningService, log: Log) {
  let signals = 0;
  return async (signal: NodeJS.Signals): Promise<void> => {
    signals++;
    if (signals > 1) process.exit(1);
    log.info(`${signal}: finishing what has begun`);
    await running.stop();
    log.info('stopped');
    process.exit(0);
  };
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigRefused || error instanceof ModelsRefused) return WRONG_CONFIGURATION;
  return error instanceof AddressTaken ? UNAVAILABLE : 1;
}

function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(/\s+/g, ' ');
}
