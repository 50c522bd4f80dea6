import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { checkCommand } from './check/check-command.ts';
import { evaluateCommand } from './evaluate/evaluate-command.ts';
import { CommandFailure, EXIT, type ExitCode } from './exit-code.ts';
import { keysCommand } from './keys/keys-command.ts';
import { purgeCommand } from './purge/purge-command.ts';
import type { Terminal } from './terminal/terminal.ts';

/** It lies two folders above this file, whether that is a source or built. */
const MANIFEST = new URL('../../package.json', import.meta.url);

const DESCRIPTION = `Says how a team should deliver: GitOps, CI/CD or a hybrid of the two.
evaluate and check work offline, without a server or a database; keys and purge are for the operator of a service.`;

const HELP = `
Examples:
  $ delivery-advisor evaluate answers.yaml --expect gitops,hybrid
  $ delivery-advisor check models/
  $ delivery-advisor help evaluate`;

/**
 * Carries out a command line.
 *
 * @param line without the names of Node.js and of the program.
 * @returns what the process is to end with; whatever happened has been said at the terminal.
 */
export async function carriedOut(line: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.met;
  try {
    await program(terminal, (ending) => {
      code = ending;
    }).parseAsync(line, { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, terminal);
  }
}

function program(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const all = new Command('delivery-advisor')
    .description(DESCRIPTION)
    .version(version(), '-V, --version', 'print the version')
    .helpCommand('help [command]', 'print the help of a command')
    .enablePositionalOptions()
    .addHelpText('after', HELP);
  for (const make of [evaluateCommand, checkCommand, keysCommand, purgeCommand]) all.addCommand(make(terminal, end));
  spoken(all, terminal);
  return all;
}

/** Lets a command, and those below it, speak at the terminal and leave the process alone. */
function spoken(command: Command, terminal: Terminal): void {
  for (const below of command.commands) spoken(below, terminal);
  command
    .exitOverride()
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('Add --help to see how it is used.')
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.remark(text.trimEnd()),
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
      getOutHasColors: () => terminal.colours,
      getErrHasColors: () => false,
    });
}

/** What the parser refuses it has said itself. */
function failed(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.met : EXIT.usage;
  if (error instanceof CommandFailure) {
    terminal.remark(error.message);
    return error.exitCode;
  }
  terminal.remark(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.internal;
}

function version(): string {
  const { version: current }: { readonly version: string } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  return current;
}
