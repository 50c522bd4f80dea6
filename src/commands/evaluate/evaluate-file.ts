import { type DecisionModel, NONE } from '../../decision/model/document.ts';
import { points } from '../../report/text/figures.ts';
import { plainText } from '../../report/text/plain-text.ts';
import { CommandFailure, EXIT, type ExitCode } from '../exit-code.ts';
import { namedText } from '../file-text.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type AskedModel, askedModel } from './asked-model.ts';
import { chosenModel } from './chosen-model.ts';
import type { EvaluateOptions } from './evaluate-command.ts';
import { type Expectation, shortfalls, waysTo } from './expectation.ts';
import { type WishFile, wishFile } from './wish-file.ts';
import { writtenResult } from './written-result.ts';

/** How many questions to name that could make a result firmer. */
const QUESTIONS = 3;

/** Evaluates a file of answers, prints the result, and tells whether it is as expected. */
export async function evaluateFile(file: string, options: EvaluateOptions, terminal: Terminal): Promise<ExitCode> {
  expectHarmony(options);
  const weights = options.weights === undefined ? undefined : await namedText(options.weights, terminal);
  const source = wishFile(await namedText(file, terminal), weights);
  const asked = askedModel(modelFor(source, options), source);
  const expectation = expectationOf(options, asked.document);
  const evaluation = asked.evaluate(options.explain);
  const { answers, weights: own = {} } = source.wish;
  const { format, subject, color } = options;
  const printing = { format, subject, model: asked.document, columns: terminal.columns, colours: terminal.colours && color };
  terminal.print(writtenResult({ answers, weights: own, evaluation }, printing));
  const missed = shortfalls(expectation, evaluation);
  if (missed.length === 0) return EXIT.met;
  terminal.remark([...missed, ...remedies(expectation, asked)].map(plainText).join('\n'));
  return EXIT.unmet;
}

function modelFor({ model: named = 'delivery-approach', wish }: WishFile, options: EvaluateOptions) {
  const { model = named, version = wish.version, modelsDir: directory } = options;
  return chosenModel({ model, ...(version !== undefined && { version }), ...(directory !== undefined && { directory }) });
}

/** What is expected, of alternatives that the model has. */
function expectationOf({ expect, expectVerdict, minMargin }: EvaluateOptions, model: DecisionModel): Expectation {
  const known = [...model.alternatives.map(({ id }) => id), NONE];
  const stranger = expect?.find((id) => !known.includes(id));
  if (stranger !== undefined) refuseUsage(`--expect: ${model.id} has no ${stranger}; it has ${known.join(', ')}.`);
  return {
    ...(expect !== undefined && { recommended: expect }),
    ...(expectVerdict !== undefined && { verdicts: expectVerdict }),
    ...(minMargin !== undefined && { minMargin }),
  };
}

/** Refuses options that ask for what another one leaves out. */
function expectHarmony({ expectVerdict, explain, format }: EvaluateOptions): void {
  if (expectVerdict !== undefined && explain === 'none') {
    refuseUsage('--expect-verdict: there is no verdict with --explain none; use summary or full.');
  }
  if (format === 'markdown' && explain !== 'full') {
    refuseUsage('--format markdown: a document has all reasons; leave --explain out.');
  }
}

function refuseUsage(message: string): never {
  throw new CommandFailure(EXIT.usage, message);
}

/** What would bring about what is expected: other answers, or more of them. */
function remedies({ recommended, ...rest }: Expectation, asked: AskedModel): readonly string[] {
  const evaluation = asked.evaluate('full');
  const isOther = shortfalls({ ...(recommended && { recommended }) }, evaluation).length > 0;
  const ways = isOther && recommended ? waysTo(recommended, evaluation, asked.document) : [];
  const isLoose = shortfalls(rest, evaluation).length > 0;
  const { questions } = asked.next(QUESTIONS);
  return [
    ...ways,
    ...(isLoose && questions.length === 0 ? ['No open question can change that.'] : []),
    ...(isLoose ? questions.map(({ question, swing }) => openQuestion(question, swing, asked.document)) : []),
  ];
}

function openQuestion(id: string, swing: number, { questions }: DecisionModel): string {
  const text = questions.find((question) => question.id === id)?.text ?? id;
  return `Still open, and good for up to ${points(swing)} points: “${text}” (${id}).`;
}
