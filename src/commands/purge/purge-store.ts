import { ConfigRefused, readConfig } from '../../config.ts';
import { createPurge, type Purged } from '../../services/retention/purge.ts';
import { openStore } from '../../store/open-store.ts';
import { CommandFailure, EXIT, type ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { PurgeOptions } from './purge-command.ts';

/**
 * Forgets what nobody has touched for long, and tells what that was.
 *
 * @throws CommandFailure when it cannot be done.
 */
export async function purgeStore({ json, ...options }: PurgeOptions, terminal: Terminal): Promise<ExitCode> {
  try {
    const { databaseUrl, retentionDays } = readConfig();
    const { days = retentionDays, dryRun } = options;
    if (days === undefined)
      throw new CommandFailure(EXIT.usage, 'Say with --days, or in RETENTION_DAYS, for how long things are kept.');
    const store = await openStore(databaseUrl, { mayBeNew: false });
    const purge = createPurge({ retention: store.retention, now: () => new Date() });
    const { before, ...purged } = await purge({ days, dryRun }).finally(() => store.close());
    const result = { days, dryRun, before: before.toISOString(), ...purged };
    terminal.print(json ? JSON.stringify(result) : sentence(result));
    return EXIT.met;
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const code = error instanceof ConfigRefused ? EXIT.configuration : EXIT.unmet;
    throw new CommandFailure(code, error instanceof Error ? error.message : String(error));
  }
}

function sentence({
  dryRun,
  before,
  ...purged
}: Omit<Purged, 'before'> & { readonly dryRun: boolean; readonly before: string }): string {
  const { assessments, recommendations, claims, deliveries, auditEntries } = purged;
  const what = [
    `assessments: ${assessments}`,
    `their recommendations: ${recommendations}`,
    `their idempotency records: ${claims}`,
    `webhook deliveries: ${deliveries}`,
    `audit entries: ${auditEntries}`,
  ];
  return `${dryRun ? 'Would forget' : 'Forgot'} what nobody has touched since ${before}; ${what.join(', ')}.`;
}
