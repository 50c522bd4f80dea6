import { parseArgs } from 'node:util';
import { ConfigRefused, readConfig } from '../config.ts';
import { createPurge, type Purged, type PurgeWish } from '../services/retention/purge.ts';
import { openStore } from '../store/open-store.ts';

/** Exit codes of sysexits.h: the command was used wrongly (EX_USAGE), or a variable is wrong (EX_CONFIG). */
const WRONG_USE = 64;
const WRONG_CONFIGURATION = 78;

const USAGE = 'npm run purge -- [--days N] [--dry-run] [--json]; without --days, RETENTION_DAYS says how many.';

await main();

async function main(): Promise<void> {
  try {
    await run();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof ConfigRefused ? WRONG_CONFIGURATION : 1);
  }
}

async function run(): Promise<void> {
  const { databaseUrl, retentionDays } = readConfig();
  const { json, ...wish } = wishIn(process.argv.slice(2), retentionDays);
  const store = await openStore(databaseUrl, { mayBeNew: false });
  const purge = createPurge({ retention: store.retention, now: () => new Date() });
  const { before, ...purged } = await purge(wish).finally(() => store.close());
  const result = { ...wish, before: before.toISOString(), ...purged };
  process.stdout.write(`${json ? JSON.stringify(result) : sentence(result)}\n`);
}

/** What the arguments ask for; ends the process where they ask for nothing that there is. */
function wishIn(args: string[], retentionDays: number | undefined): PurgeWish & { readonly json: boolean } {
  try {
    const options = { days: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;
    const { days: given = String(retentionDays), 'dry-run': dryRun = false, json = false } = parseArgs({ args, options }).values;
    if (!/^[1-9]\d{0,4}$/.test(given)) throw new Error('Say for how many days, from 1 to 99999, things are kept.');
    return { days: Number(given), dryRun, json };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    return process.exit(WRONG_USE);
  }
}

function sentence({ dryRun, before, ...purged }: Purged & { readonly dryRun: boolean; readonly before: string }): string {
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
