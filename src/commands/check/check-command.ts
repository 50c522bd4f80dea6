import { Argument, Command, Option } from 'commander';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What the command line says, as the parser leaves it. */
export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly color: boolean;
}

const HELP = `
Examples:
  $ delivery-advisor check models/
  $ delivery-advisor check models/lunch.yaml --format json

The checks are those of the service when it starts: the shape of the document, references, conditions, circles,
and the model's own examples, each of which must come out as it expects. Warnings, of a rule that can never fire for
one, are told and let pass. Each finding is a line: file:line:column: error rule message (pointer).

Exit codes:
  0   every model is in order        64  the command line makes no sense
  1   there are errors               66  there is no such file, or no model in it`;

/** The command that finds what is wrong with decision models; what it does is loaded when it is wanted. */
export function checkCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('check')
    .summary('check decision models, and run their own examples')
    .description('Check decision models, and run their own examples, as the service does when it starts.')
    .addArgument(new Argument('<place...>', 'YAML or JSON files, or directories with such files anywhere below them'))
    .addOption(new Option('--format <format>', 'how the findings are told').choices(['text', 'json']).default('text'))
    .option('--no-color', 'no colours, as with NO_COLOR')
    .addHelpText('after', HELP)
    .action(async (places: string[], options: CheckOptions) => {
      const { checkPlaces } = await import('./check-places.ts');
      end(checkPlaces(places, options, terminal));
    });
}
