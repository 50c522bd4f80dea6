import type { AnswerValue } from '../../answers/answer.ts';
import type { Leaf } from '../../model/condition.ts';

/** Whether a plain value passes all tests of a leaf. The value must be of the type of the leaf's question. */
export type Holds = (value: AnswerValue) => boolean;

type Wanted = Required<Omit<Leaf, 'question'>>;

const TESTS: { readonly [Name in keyof Wanted]: (wanted: Wanted[Name]) => Holds } = {
  is: (one) => (value) => value === one,
  in: (among) => (value) => among.some((one) => one === value),
  has: (one) => (value) => members(value).includes(one),
  hasAny: (some) => (value) => some.some((one) => members(value).includes(one)),
  hasAll: (all) => (value) => all.every((one) => members(value).includes(one)),
  only: (allowed) => (value) => members(value).every((one) => allowed.includes(one)),
  countAtLeast: (least) => (value) => members(value).length >= least,
  countAtMost: (most) => (value) => members(value).length <= most,
  atLeast: (least) => (value) => Number(value) >= least,
  atMost: (most) => (value) => Number(value) <= most,
};

// The keys of a constant are those of its type.
const NAMES = Object.keys(TESTS) as readonly (keyof Wanted)[];

/** Compiles the tests of one leaf. */
export function leafTest(leaf: Leaf): Holds {
  const holds = NAMES.flatMap((name) => compiled(name, leaf));
  const [only] = holds;
  return holds.length === 1 && only !== undefined ? only : (value) => holds.every((test) => test(value));
}

function compiled<Name extends keyof Wanted>(name: Name, { [name]: wanted }: Partial<Wanted>): readonly Holds[] {
  return wanted === undefined ? [] : [TESTS[name](wanted)];
}

function members(value: AnswerValue): readonly string[] {
  return typeof value === 'object' ? value : [];
}
