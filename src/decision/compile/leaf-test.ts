import type { AnswerValue } from '../answers/answer.ts';
import type { Leaf } from '../model/condition.ts';

/** Whether a plain value passes all tests of a leaf. The value must be of the type of the leaf's question. */
export type Holds = (value: AnswerValue) => boolean;

/** Compiles the tests of one leaf. */
export function leafTest(leaf: Leaf): Holds {
  const holds = [...choiceTests(leaf), ...setTests(leaf), ...countTests(leaf), ...numberTests(leaf)];
  const [only] = holds;
  return holds.length === 1 && only !== undefined ? only : (value) => holds.every((test) => test(value));
}

function* choiceTests(leaf: Leaf): Generator<Holds> {
  const { is, in: among } = leaf;
  if (is !== undefined) yield (value) => value === is;
  if (among !== undefined) yield (value) => among.some((one) => one === value);
}

function* setTests(leaf: Leaf): Generator<Holds> {
  const { has, hasAny, hasAll, only } = leaf;
  if (has !== undefined) yield (value) => members(value).includes(has);
  if (hasAny !== undefined) yield (value) => hasAny.some((one) => members(value).includes(one));
  if (hasAll !== undefined) yield (value) => hasAll.every((one) => members(value).includes(one));
  if (only !== undefined) yield (value) => members(value).every((one) => only.includes(one));
}

function* countTests(leaf: Leaf): Generator<Holds> {
  const { countAtLeast, countAtMost } = leaf;
  if (countAtLeast !== undefined) yield (value) => members(value).length >= countAtLeast;
  if (countAtMost !== undefined) yield (value) => members(value).length <= countAtMost;
}

function* numberTests(leaf: Leaf): Generator<Holds> {
  const { atLeast, atMost } = leaf;
  if (atLeast !== undefined) yield (value) => Number(value) >= atLeast;
  if (atMost !== undefined) yield (value) => Number(value) <= atMost;
}

function members(value: AnswerValue): readonly string[] {
  return typeof value === 'object' ? value : [];
}
