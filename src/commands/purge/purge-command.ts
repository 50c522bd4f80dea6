import { Command, InvalidArgumentError } from 'commander';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What the command line says, as the parser leaves it. */
export interface PurgeOptions {
  readonly days?: number;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const HELP = `
Examples:
  $ delivery-advisor purge --days 730 --dry-run
  $ delivery-advisor purge --days 730

Works on the database of DATABASE_URL, whether the service runs or not, and is itself noted in the audit log.

Exit codes:
  0   done                           64  the command line makes no sense
  1   the database cannot be used    78  a variable is wrong`;

/** The command that forgets what nobody has touched for long; what it does is loaded when it is wanted. */
export function purgeCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('purge')
    .summary('forget what nobody has touched for long')
    .description('Forget assessments that nobody has changed or recorded for long, and audit entries of that age.')
    .option('--days <days>', 'for how many days things are kept (default: RETENTION_DAYS)', days)
    .option('--dry-run', 'only count what would be forgotten', false)
    .option('--json', 'print for programs', false)
    .addHelpText('after', HELP)
    .action(async (options: PurgeOptions) => {
      const { purgeStore } = await import('./purge-store.ts');
      end(await purgeStore(options, terminal));
    });
}

function days(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Use a whole number from 1 to 99999.');
  return Number(text);
}
