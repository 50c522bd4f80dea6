import type { Account } from '../../report/account/account.ts';
import type { Option } from '../../report/account/options.ts';
import type { ReasonInWords } from '../../report/account/reasons.ts';
import type { AnsweredCase } from '../../report/recorded-recommendation.ts';
import { points, signed, span } from '../../report/text/figures.ts';
import { plainText } from '../../report/text/plain-text.ts';
import { type Paint, paint } from '../terminal/paint.ts';
import { item, padded, widthOf, wrapped } from '../terminal/wrap.ts';

/** What a table is drawn on. */
export interface Canvas {
  readonly columns: number;
  readonly colours: boolean;
}

/** How many reasons each way, and how many changes, tell the story. */
const STRONGEST = 5;

/** Columns of a bar that stands for 100 points, and how wide a line must be to have room for it. */
const BAR = 20;
const ROOM_FOR_BARS = 80;

/** Columns that rank, score and range take, with the spaces between them. */
const FIGURES = 21;

/** Lines that are longer are hard to read, however wide the screen. */
const WIDEST = 120;

/** A result for people: what is recommended, how the alternatives stand, why, and what would change it. */
export function resultTable(account: Account<AnsweredCase>, canvas: Canvas): string {
  const columns = Math.min(WIDEST, canvas.columns);
  const style = paint(canvas.colours);
  const { balance, changes, prepare, contradictions } = account;
  const signedReasons = (reasons: readonly ReasonInWords[] = []) => reasons.slice(0, STRONGEST).map(signedReason);
  const section = (title: string, items: readonly MarkedText[]) =>
    items.length === 0 ? [] : ['', style.strong(title), ...items.flatMap(([mark, text]) => item(mark, plainText(text), columns))];
  return [
    ...heading(account, columns, style),
    '',
    ...standing(account.options, columns, style),
    ...section('Why', signedReasons(balance?.for)),
    ...section('What speaks against it', signedReasons(balance?.against)),
    ...section('What would change it', changes.all.slice(0, STRONGEST).map(bullet)),
    ...section(
      'To prepare first',
      prepare.map(({ title, text }) => bullet(text === '' ? `${title}.` : `${title}: ${text}`)),
    ),
    ...section('Contradictions to talk about', contradictions.map(bullet)),
    '',
    ...basis(account).flatMap((sentence) => wrapped(plainText(sentence), columns).map(style.faint)),
  ].join('\n');
}

/** What stands before a text, and the text. */
type MarkedText = readonly [mark: string, text: string];

function bullet(text: string): MarkedText {
  return ['  • ', text];
}

function signedReason({ points: count, because, criterion }: ReasonInWords): MarkedText {
  return [`  ${signed(count).padStart(5)}  `, `${because} (${criterion})`];
}

function heading({ recommended, headline, verdict, shapes, record }: Account<AnsweredCase>, columns: number, style: Paint) {
  const isExplained = record.evaluation.outcome.verdict !== undefined;
  const tone = { clear: style.good, leaning: style.careful, 'too-close': style.careful, none: style.bad };
  const colour = tone[record.evaluation.outcome.verdict ?? 'leaning'];
  const said = isExplained ? [headline, `${verdict.word}: ${verdict.meaning}`] : [];
  return [
    ...wrapped(plainText(recommended ?? 'No recommendation'), columns).map((line) => style.strong(colour(line))),
    ...[...said, ...shapes].flatMap((sentence) => wrapped(plainText(sentence), columns)),
  ];
}

/** The alternatives by rank, each with why it is out, if it is. */
function standing(options: readonly Option[], columns: number, style: Paint): readonly string[] {
  const titles = options.map(({ title }) => plainText(title));
  const room = Math.max(6, columns - (columns < ROOM_FOR_BARS ? FIGURES : FIGURES + BAR + 2));
  const width = Math.min(room, Math.max(6, ...titles.map(widthOf)));
  const head = `    ${padded('Option', width)}  ${'Score'.padStart(5)}  ${'Possible'.padStart(8)}`;
  const rows = options.flatMap((option, index) => {
    const isOut = option.excluded.length > 0;
    const [first = '', ...rest] = wrapped(titles[index] ?? '', width);
    const bar = columns < ROOM_FOR_BARS ? '' : `  ${barOf(option.score)}`;
    const range = option.range === undefined ? '' : span(option.range);
    const row = `${isOut ? '  – ' : `${String(index + 1).padStart(3)} `}${padded(first, width)}  ${points(option.score).padStart(5)}  ${range.padStart(8)}${bar}`;
    const notes = [
      ...option.excluded.map(({ text }) => text),
      ...(option.readiness === undefined || isOut ? [] : [option.readiness]),
    ];
    const below = [...rest.map((line) => `    ${line}`), ...notes.flatMap((note) => item('      ', plainText(note), columns))];
    const tint = option.recommended ? style.strong : (text: string) => text;
    return [isOut ? style.faint(row) : tint(row), ...below.map(style.faint)];
  });
  return [style.faint(head), ...rows];
}

/** A score as a bar, 50 in the middle of it. */
function barOf(score: number): string {
  const length = Math.round((score / 100) * BAR);
  return '█'.repeat(length) + '░'.repeat(BAR - length);
}

function basis({ basis: sentences, record }: Account<AnsweredCase>): readonly string[] {
  const { method, ignored = [] } = record.evaluation;
  const without = ignored.map(({ question, reason }) => `${question} (${reason})`);
  return [
    sentences.join(' '),
    ...(without.length === 0 ? [] : [`Without effect: ${without.join(', ')}.`]),
    `Model ${method.model} ${method.version}, engine ${method.engine}. A score of 50 means that nothing speaks either way.`,
  ];
}
