import { FAILS, HOLDS } from '../compile/circuit/signals.ts';
import type { CompiledTest } from '../compile/compiled-model.ts';
import type { ChoiceQuestion } from '../model/question.ts';
import { signalsBy } from './answer-signals.ts';
import type { ReadAnswer } from './known-answers.ts';

/** Number of choices up to which a set of them fits into the bits of a number. */
const MOST_CHOICES = 31;

/** Number of different sets of a question that are remembered once they have been read. */
const MOST_REMEMBERED = 256;

/** Reads a set of choices that is right beyond doubt; whatever else is sent gives nothing. */
export type SetReader = (raw: readonly unknown[]) => ReadAnswer | undefined;

/** A leaf on a set, its choices as bits by their position: what must not be in it, what must, and of what there must be any. */
interface SetTest {
  readonly none: number;
  readonly all: number;
  readonly any: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** Makes the reader of a question's sets; undefined when it has too many choices for it. */
export function createSetReader(question: ChoiceQuestion, readers: readonly CompiledTest[]): SetReader | undefined {
  if (question.choices.length > MOST_CHOICES) return undefined;
  const ids = question.choices.map(({ id }) => id);
  const positions = new Map<unknown, number>(ids.map((id, position) => [id, position]));
  const alone = bitsOf(question.choices.map(({ exclusive }) => exclusive === true));
  const tests = question.retired === true ? [] : readers.map(({ leaf }) => setTest(leaf, ids));
  const remembered = new Map<number, ReadAnswer>();
  return (raw) => {
    const set = setOf(raw, positions);
    if (set < 0 || ((set & alone) !== 0 && raw.length > 1)) return undefined;
    const known = remembered.get(set);
    if (known !== undefined) return known;
    const signals = signalsBy(tests.length, (index) => (holds(tests[index], set, raw.length) ? HOLDS : FAILS));
    const read: ReadAnswer = { answer: { kind: 'value', value: chosen(ids, set) }, signals };
    if (remembered.size < MOST_REMEMBERED) remembered.set(set, read);
    return read;
  };
}

/** What is sent as bits, below 0 when something is no choice or is sent twice. */
function setOf(raw: readonly unknown[], positions: ReadonlyMap<unknown, number>): number {
  let set = 0;
  for (const one of raw) {
    const bit = 1 << (positions.get(one) ?? MOST_CHOICES);
    if (bit < 0 || (set & bit) !== 0) return -1;
    set |= bit;
  }
  return set;
}

/** The choices in a set, in the order of the question. */
function chosen(ids: readonly string[], set: number): readonly string[] {
  const value: string[] = [];
  for (let position = 0; position < ids.length; position += 1) if (((set >> position) & 1) === 1) value.push(ids[position] ?? '');
  return value;
}

function setTest(
  { has, hasAny, hasAll = [], only, countAtLeast, countAtMost }: CompiledTest['leaf'],
  ids: readonly string[],
): SetTest {
  const among = (wanted: readonly string[]) => bitsOf(ids.map((id) => wanted.includes(id)));
  return {
    none: only === undefined ? 0 : bitsOf(ids.map((id) => !only.includes(id))),
    all: among(has === undefined ? hasAll : [has, ...hasAll]),
    any: hasAny === undefined ? [] : [among(hasAny)],
    least: countAtLeast ?? 0,
    most: countAtMost ?? ids.length,
  };
}

function holds(test: SetTest | undefined, set: number, size: number): boolean {
  if (test === undefined || (set & test.none) !== 0 || (set & test.all) !== test.all) return false;
  return size >= test.least && size <= test.most && test.any.every((some) => (set & some) !== 0);
}

function bitsOf(flags: readonly boolean[]): number {
  return flags.reduce((bits, flag, position) => (flag ? bits | (1 << position) : bits), 0);
}
