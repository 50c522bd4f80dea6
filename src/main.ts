import type { Logger } from 'pino';
import { compose, type Service } from './compose.ts';
import { type Config, ConfigRefused, readConfig } from './config.ts';
import { listen, type RunningServer } from './http/server.ts';
import { createLog } from './log.ts';
import { ModelsRefused } from './models/models-refused.ts';

/** Exit code for a configuration that cannot work (sysexits.h EX_CONFIG). */
const WRONG_CONFIGURATION = 78;

/** Milliseconds that requests have to end after the signal to stop. */
const PATIENCE = 10_000;

await main();

async function main(): Promise<void> {
  try {
    await run(readConfig());
  } catch (error) {
    const wrong = error instanceof ConfigRefused || error instanceof ModelsRefused;
    process.stderr.write(`${wrong ? error.message : oneLine(error)}\n`);
    process.exit(wrong ? WRONG_CONFIGURATION : 1);
  }
}

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const service = await compose(config, log);
  const server = await listen(service.app, config);
  log.info(`ready on ${server.url}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stopping({ service, server, log }));
}

/** Stops gracefully on the first signal and at once on the second. */
function stopping({ service, server, log }: { readonly service: Service; readonly server: RunningServer; readonly log: Logger }) {
  return async (signal: NodeJS.Signals): Promise<void> => {
    if (stopped) process.exit(1);
    stopped = true;
    log.info(`${signal}: stopping`);
    service.services.readiness.stop();
    await server.stop(PATIENCE);
    await service.store.close();
    log.info('stopped');
    process.exit(0);
  };
}

let stopped = false;

function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(/\s+/g, ' ');
}
