import fc from 'fast-check';
import type { Condition, Leaf } from '../../src/decision/model/condition.ts';
import type { Question } from '../../src/decision/model/question.ts';

/** What conditions may be about. */
export interface Subjects {
  /** At least one. */
  readonly questions: readonly Question[];
  /** Names of facts, if any. */
  readonly facts: readonly string[];
}

/** Any condition about some subjects: leaves, facts, `all`, `any` and `not`, nested up to three deep. */
export function arbitraryCondition(subjects: Subjects, depth = 2): fc.Arbitrary<Condition> {
  const leaf: fc.Arbitrary<Condition> = fc.constantFrom(...subjects.questions).chain(arbitraryLeaf);
  const simple = [
    { arbitrary: leaf, weight: 6 },
    ...(subjects.facts.length === 0 ? [] : [{ arbitrary: fc.record({ fact: fc.constantFrom(...subjects.facts) }), weight: 1 }]),
  ];
  if (depth === 0) return fc.oneof(...simple);
  const inner = arbitraryCondition(subjects, depth - 1);
  const parts = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    ...simple,
    { arbitrary: fc.record({ all: parts }), weight: 2 },
    { arbitrary: fc.record({ any: parts }), weight: 2 },
    { arbitrary: fc.record({ not: inner }), weight: 2 },
  );
}

/** Any leaf that fits a question, with one test or two of them. */
export function arbitraryLeaf(question: Question): fc.Arbitrary<Leaf> {
  return arbitraryTests(question).map((tests) => ({ question: question.id, ...tests }));
}

type Tests = Omit<Leaf, 'question'>;

function arbitraryTests(question: Question): fc.Arbitrary<Tests> {
  switch (question.type) {
    case 'boolean':
      return fc.oneof(fc.record({ is: fc.boolean() }), fc.record({ in: fc.constantFrom([true], [false], [true, false]) }));
    case 'single': {
      const ids = question.choices.map(({ id }) => id);
      return fc.oneof(fc.record({ is: fc.constantFrom(...ids) }), fc.record({ in: someOf(ids) }));
    }
    case 'multiple':
      return setTests(question.choices.map(({ id }) => id));
    case 'scale':
    case 'integer': {
      const bound = fc.integer({ min: question.min, max: question.max });
      return fc.oneof(fc.record({ atLeast: bound }), fc.record({ atMost: bound }), fc.record({ atLeast: bound, atMost: bound }));
    }
  }
}

function setTests(ids: readonly string[]): fc.Arbitrary<Tests> {
  const count = fc.integer({ min: 0, max: ids.length });
  return fc.oneof(
    fc.record({ has: fc.constantFrom(...ids) }),
    fc.record({ hasAny: someOf(ids) }),
    fc.record({ hasAll: someOf(ids) }),
    fc.record({ only: someOf(ids) }),
    fc.record({ countAtLeast: count }),
    fc.record({ countAtMost: count }),
    fc.record({ hasAny: someOf(ids), countAtLeast: count }),
    fc.record({ hasAll: someOf(ids), only: someOf(ids) }),
  );
}

function someOf(ids: readonly string[]): fc.Arbitrary<string[]> {
  return fc.subarray([...ids], { minLength: 1 });
}
