import type { CompiledTest } from '../compile/compiled-model.ts';
import type { Truths } from '../compile/conditions/truth.ts';
import type { ChoiceQuestion, NumberQuestion, Question } from '../model/question.ts';
import { seededRandom } from '../sensitivity/samples/random.ts';
import type { AnswerValue } from './answer.ts';
import { valueTruths } from './answer-truths.ts';

/** Values of one question that the model's conditions cannot tell apart. */
export interface Cell {
  /** One of the values, to stand for all. */
  readonly value: AnswerValue;
  /** What the value makes of each test that reads the question, in the order of the question's `tests`. */
  readonly truths: Truths;
  /** Probability that a respondent drawn at random answers with one of these values; the cells' sum is 1. */
  readonly chance: number;
}

/** The values of one question, split into cells. */
export interface Partition {
  readonly cells: readonly Cell[];
  /** False when there are too many kinds of sets to list; then `cells` are a sample of them. */
  readonly complete: boolean;
}

/** Number of kinds of sets up to which a `multiple` question is split into cells; and how many are drawn beyond that. */
const MAX_KINDS_OF_SETS = 4096;
const SAMPLED_SETS = 256;

/**
 * Splits the values of a question into cells. Every choice, every valid set and every value of a scale is equally
 * likely; of an integer, every interval between the bounds that the model's conditions name. Choices that say how
 * `likely` they are count that many times, and sets as many times as the product of their choices.
 *
 * @param tests all tests of the model that read the question.
 */
export function partitionOf(question: Question, tests: readonly CompiledTest[]): Partition {
  switch (question.type) {
    case 'boolean':
      return whole(tests, [true, false].map(even));
    case 'single':
      return whole(
        tests,
        question.choices.map(({ id, likely = 1 }) => ({ value: id, count: likely })),
      );
    case 'multiple':
      return setPartition(tests, question);
    case 'scale':
      return whole(
        tests,
        runsOf(tests, question).map(({ from, to }) => ({ value: from, count: to - from + 1 })),
      );
    case 'integer':
      return whole(
        tests,
        runsOf(tests, question).map(({ from }) => even(from)),
      );
  }
}

interface Weighed {
  readonly value: AnswerValue;
  /** How often it occurs, in any unit. */
  readonly count: number;
}

interface WeighedSet extends Weighed {
  readonly value: readonly string[];
}

function even(value: AnswerValue): Weighed {
  return { value, count: 1 };
}

function whole(tests: readonly CompiledTest[], values: readonly Weighed[]): Partition {
  return { cells: merged(tests, values), complete: true };
}

/** Joins values that no test tells apart and turns counts into chances. */
function merged(tests: readonly CompiledTest[], values: readonly Weighed[]): readonly Cell[] {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  const cells = new Map<string, Cell>();
  for (const { value, count } of values) {
    const truths = valueTruths(tests, value);
    const known = cells.get(truths.join(''));
    const chance = (known?.chance ?? 0) + count / total;
    cells.set(truths.join(''), { value: known?.value ?? value, truths, chance });
  }
  return [...cells.values()];
}

/** Whole numbers in a row, both ends included. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The numbers of a question in runs that no test tells apart; neighbouring runs are told apart. */
export function runsOf(tests: readonly CompiledTest[], { min, max }: NumberQuestion): readonly Run[] {
  const bounds = tests.flatMap(({ leaf: { atLeast, atMost } }) => [
    ...(atLeast === undefined ? [] : [Math.ceil(atLeast)]),
    ...(atMost === undefined ? [] : [Math.floor(atMost) + 1]),
  ]);
  const inside = bounds.filter((bound) => bound > min && bound <= max).sort((left, right) => left - right);
  const keys = new Map([min, ...inside].map((start) => [start, valueTruths(tests, start).join('')]));
  const starts = [...keys.keys()].filter(
    (start, index, all) => index === 0 || keys.get(start) !== keys.get(all[index - 1] ?? start),
  );
  return starts.map((from, index) => ({ from, to: (starts[index + 1] ?? max + 1) - 1 }));
}

/** All valid sets of choices, the smallest first; none where they are more than a given number. */
export function validSets({ choices }: ChoiceQuestion, most: number): readonly (readonly string[])[] {
  const together = choices.filter(({ exclusive }) => exclusive !== true).map(({ id }) => id);
  const alone = choices.filter(({ exclusive }) => exclusive === true).map(({ id }) => [id]);
  if (2 ** together.length + alone.length > most) return [];
  const sets = Array.from({ length: 2 ** together.length }, (_, bits) => together.filter((__, at) => (bits >> at) % 2 === 1));
  const order = new Map(choices.map(({ id }, index) => [id, index]));
  const sorted = (set: readonly string[]) => [...set].sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  return [...sets, ...alone].map(sorted).sort((one, other) => one.length - other.length);
}

/**
 * Choices that the tests name alike and that are equally likely are interchangeable, so that a set is described by how many it has of each kind.
 * The first choices of a kind stand for any.
 */
function setPartition(tests: readonly CompiledTest[], question: ChoiceQuestion): Partition {
  const alone = question.choices
    .filter(({ exclusive }) => exclusive === true)
    .map(({ id, likely = 1 }) => ({ value: [id], count: likely }));
  const kinds = kindsOf(tests, question);
  const complete = kinds.reduce((product, { ids }) => product * (ids.length + 1), 1) <= MAX_KINDS_OF_SETS;
  const none: readonly WeighedSet[] = [{ value: [], count: 1 }];
  const sets = complete ? kinds.reduce((found, kind) => found.flatMap((set) => extensions(set, kind)), none) : sampledSets(kinds);
  const order = new Map(question.choices.map(({ id }, index) => [id, index]));
  const sorted = sets.map(({ value, count }) => ({
    value: [...value].sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0)),
    count,
  }));
  return { cells: merged(tests, [...sorted, ...alone]), complete };
}

/** Sets drawn by chance, the same ones for the same choices, after the empty one and each choice alone. */
function sampledSets(kinds: readonly Kind[]): readonly WeighedSet[] {
  const choices = kinds.flatMap(({ ids, likely }) => ids.map((id) => ({ id, chance: likely / (1 + likely) })));
  const random = seededRandom(choices.length);
  const drawn = Array.from({ length: SAMPLED_SETS }, () => choices.filter(({ chance }) => random() < chance).map(({ id }) => id));
  return [[], ...choices.map(({ id }) => [id]), ...drawn].map((value) => ({ value, count: 1 }));
}

/** Choices that stand for each other, each of them as likely. */
interface Kind {
  readonly ids: readonly string[];
  readonly likely: number;
}

/** Choices that may stand beside others, grouped by how the tests mention them and how likely they are. */
function kindsOf(tests: readonly CompiledTest[], { choices }: ChoiceQuestion): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { id, exclusive, likely = 1 } of choices) {
    if (exclusive === true) continue;
    const key = [likely, ...tests.map(({ leaf }) => mentions(leaf, id))].join(' ');
    kinds.set(key, { likely, ids: [...(kinds.get(key)?.ids ?? []), id] });
  }
  return [...kinds.values()];
}

function extensions(set: WeighedSet, { ids, likely }: Kind): readonly WeighedSet[] {
  return Array.from({ length: ids.length + 1 }, (_, taken) => ({
    value: [...set.value, ...ids.slice(0, taken)],
    count: set.count * binomial(ids.length, taken) * likely ** taken,
  }));
}

function mentions(leaf: CompiledTest['leaf'], choice: string): string {
  return [[leaf.has ?? ''], leaf.hasAny ?? [], leaf.hasAll ?? [], leaf.only ?? []]
    .map((list) => (list.includes(choice) ? '1' : '0'))
    .join('');
}

/** How many ways there are to take `taken` out of `size`. */
function binomial(size: number, taken: number): number {
  return Array.from({ length: taken }, (_, step) => (size - step) / (step + 1)).reduce((product, factor) => product * factor, 1);
}
