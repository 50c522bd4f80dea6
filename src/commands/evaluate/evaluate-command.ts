import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Explain } from '../../decision/evaluation/evaluation.ts';
import type { Verdict } from '../../decision/model/document.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { ResultFormat } from './written-result.ts';

/** What the command line says, as the parser leaves it. */
export interface EvaluateOptions {
  readonly model?: string;
  readonly modelsDir?: string;
  readonly version?: string;
  readonly weights?: string;
  readonly format: ResultFormat;
  readonly explain: Explain;
  readonly subject?: string;
  readonly expect?: readonly string[];
  readonly expectVerdict?: readonly Verdict[];
  readonly minMargin?: number;
  readonly color: boolean;
}

const VERDICTS: readonly Verdict[] = ['clear', 'leaning', 'too-close', 'none'];

const HELP = `
The file is a map of answers by question, in YAML or JSON:
  targets: [kubernetes]          # a list of choices
  runtime-count: 8               # a whole number
  after-merge: several-gates     # a choice
  undo-target: null              # not known
or what the API takes, with the name of a model beside it: { answers: {…}, weights: {…}, model, version, locked }.

Examples:
  $ delivery-advisor evaluate answers.yaml
  $ delivery-advisor evaluate answers.yaml --expect gitops,hybrid --expect-verdict clear,leaning
  $ delivery-advisor evaluate answers.yaml --format markdown --subject Checkout > docs/delivery.md
  $ curl -s "$ASSESSMENT" | jq '{answers, weights}' | delivery-advisor evaluate - --format json
  $ delivery-advisor evaluate lunch.yaml --model models/lunch.yaml

Exit codes:
  0   as expected, or nothing was    64  the command line makes no sense
  1   not as expected: what came     65  answers, weights or the model are wrong
      out, and what would change     66  there is no such file
      it, is told on standard error`;

/** The command that evaluates answers; what it does is loaded when it is wanted. */
export function evaluateCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('evaluate')
    .summary('evaluate answers, without a server')
    .description('Evaluate answers with the same engine as the service, without a server or a database.')
    .addArgument(new Argument('<file>', 'the answers; - reads what is piped in'))
    .option(
      '--model <id|path>',
      'decision model, by its id or by its file (default: the one that the file names, or delivery-approach)',
    )
    .option('--models-dir <dir>', 'look for the model in this directory, too, as MODELS_DIR does')
    .option('--version <version>', 'version of the model (default: the one that the file names, or the latest)')
    .option('--weights <file>', 'weights by criterion, instead of those in the file of answers')
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'json', 'markdown']).default('table'))
    .addOption(new Option('--explain <depth>', 'how much is worked out').choices(['none', 'summary', 'full']).default('full'))
    .option('--subject <name>', 'whom a Markdown document is for')
    .addOption(new Option('--expect <ids>', 'one of these must be recommended, e.g. gitops,hybrid or none').argParser(words))
    .addOption(
      new Option('--expect-verdict <verdicts>', `one of ${VERDICTS.join(', ')}; several with commas`).argParser(verdicts),
    )
    .addOption(new Option('--min-margin <points>', 'lead that the recommended one must have, 0 to 100').argParser(margin))
    .option('--no-color', 'no colours, as with NO_COLOR')
    .addHelpText('after', HELP)
    .action(async (file: string, options: EvaluateOptions) => {
      const { evaluateFile } = await import('./evaluate-file.ts');
      end(await evaluateFile(file, options, terminal));
    });
}

function words(text: string): readonly string[] {
  const all = text.split(',').map((word) => word.trim());
  if (all.includes('')) throw new InvalidArgumentError('Write ids with commas between them.');
  return all;
}

function verdicts(text: string): readonly Verdict[] {
  return words(text).map((word) => {
    const verdict = VERDICTS.find((one) => one === word);
    if (verdict === undefined) throw new InvalidArgumentError(`Use ${VERDICTS.join(', ')}, several with commas between them.`);
    return verdict;
  });
}

function margin(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 100)) throw new InvalidArgumentError('Use a number from 0 to 100.');
  return value;
}
