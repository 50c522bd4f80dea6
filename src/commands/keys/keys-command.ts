import { Argument, Command } from 'commander';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { KeyOrder } from './key-order.ts';

/** What every command on keys can be told, as the parser leaves it. */
export interface KeyOptions {
  readonly workspace: string;
  readonly json: boolean;
}

/** What the creation of a key can be told. */
export interface CreateOptions extends KeyOptions {
  readonly name?: string;
  readonly kind?: string;
  readonly permissions?: string;
  readonly model?: string;
  readonly origins?: string;
  readonly expiresInDays?: string;
}

/** What a rotation can be told. */
export interface RotateOptions extends KeyOptions {
  readonly overlapSeconds?: string;
}

const HELP = `
Examples:
  $ delivery-advisor keys create --name portal --permissions models:read,evaluations:run
  $ delivery-advisor keys create --name form --kind embed --model delivery-approach --origins https://portal.example.org
  $ delivery-advisor keys list
  $ delivery-advisor keys rotate 1xgoxZcfNL --overlap-seconds 3600
  $ delivery-advisor keys revoke 1xgoxZcfNL

Works on the database of DATABASE_URL, whether the service runs or not; KEY_PEPPER has to be the one of the service.
A key is printed once, and alone, so that a script can take it; what is to be said about it goes to standard error.

Exit codes:
  0   done                           64  the command line makes no sense
  1   refused, or the database       78  a variable is wrong, such as KEY_PEPPER
      cannot be used`;

/** The command by which an operator hands out keys and takes them back; what it does is loaded when it is wanted. */
export function keysCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return keyOrders(async (order) => {
    const { carryOutKeyOrder } = await import('./carry-out.ts');
    end(await carryOutKeyOrder(order, terminal));
  });
}

/** The same for whoever carries orders out in another way. */
export function keyOrders(carryOut: (order: KeyOrder) => Promise<void>): Command {
  const id = () => new Argument('<id>', 'the ten letters and digits between the underscores of the key');
  const create = common(new Command('create').description('make a key, and print it'))
    .option('--name <text>', 'what people call it')
    .option('--kind <kind>', 'secret, for programs, or embed, for pages that show the form (default: secret)')
    .option('--permissions <list>', 'what it may do, with commas between them')
    .option('--model <id>', 'the decision model that an embed key is for')
    .option('--origins <list>', 'the origins whose pages may use an embed key, with commas between them')
    .option('--expires-in-days <days>', 'days for which it is good (default: 365)')
    .action((options: CreateOptions) => carryOut({ kind: 'create', options }));
  const list = common(new Command('list').description('list keys, without their secrets')).action((options: KeyOptions) =>
    carryOut({ kind: 'list', options }),
  );
  const rotate = common(new Command('rotate').description('make a new key in place of one, and print it').addArgument(id()))
    .option('--overlap-seconds <seconds>', 'time for which the old one goes on (default: 86400)')
    .action((key: string, options: RotateOptions) => carryOut({ kind: 'rotate', id: key, options }));
  const revoke = common(new Command('revoke').description('end a key').addArgument(id())).action(
    (key: string, options: KeyOptions) => carryOut({ kind: 'revoke', id: key, options }),
  );
  const keys = new Command('keys')
    .summary('hand out API keys, and take them back')
    .description('Hand out API keys, and take them back.');
  for (const command of [create, list, rotate, revoke]) keys.addCommand(command);
  return keys.addHelpText('after', HELP);
}

function common(command: Command): Command {
  return command
    .option('--workspace <name>', 'the workspace it belongs to', 'default')
    .option('--json', 'print for programs', false);
}
