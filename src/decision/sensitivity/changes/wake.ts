import type { Landscape } from '../landscape/landscape.ts';
import type { Varying } from '../landscape/varying.ts';

/** What changes of answers draw after them, beside the points of the rules that read one question alone. */
export interface Wake {
  /** The live rules that changes at some places may switch, each once, by index. Overwritten by the next question. */
  readonly rules: (places: readonly number[]) => readonly number[];
  /** The moving questions whose tests may come out otherwise, in enabling order, by index. Overwritten likewise. */
  readonly moving: (places: readonly number[]) => readonly number[];
}

/** Finds out what changes in a landscape draw after them. */
export function wakeOf(landscape: Landscape): Wake {
  const { varying, live, moving } = landscape;
  const rules = varying.map((one) => {
    const changed = changedTests(one);
    return [...live.keys()].filter((rule) => changed.some((test) => live[rule]?.tests.has(test)));
  });
  const questions = createUnion(
    varying.map(({ question }) => movedBy(landscape, question)),
    moving.length,
  );
  return { rules: createUnion(rules, live.length), moving: (places) => questions(places).sort((one, other) => one - other) };
}

/** Prepares to put lists of indices below an end together, each index once. */
function createUnion(lists: readonly (readonly number[])[], end: number): (chosen: readonly number[]) => number[] {
  const union: number[] = [];
  const turns = new Int32Array(end);
  let turn = 0;
  return (chosen) => {
    turn += 1;
    union.length = 0;
    for (let at = 0; at < chosen.length; at += 1) {
      const list = lists[chosen[at] ?? -1] ?? [];
      for (let position = 0; position < list.length; position += 1) {
        const index = list[position] ?? 0;
        if (turns[index] !== turn) union.push(index);
        turns[index] = turn;
      }
    }
    return union;
  };
}

/** Indices of the tests that some option makes come out otherwise than the first: a literal is true only before or only after. */
function changedTests({ options: [present, ...others] }: Varying): readonly number[] {
  const before = new Set(present?.literals);
  const changed = others.flatMap(({ literals }) => {
    const after = new Set(literals);
    return [...literals.filter((one) => !before.has(one)), ...[...before].filter((one) => !after.has(one))];
  });
  return [...new Set(changed.map((literal) => literal >> 1))];
}

/** The moving questions that one of them moves: itself, those that it enables, and those that these enable. */
function movedBy({ model, moving }: Landscape, question: number): readonly number[] {
  const moved = new Set([question]);
  return [...moving.keys()].filter((index) => {
    const own = moving[index]?.question ?? -1;
    const { enablingTests = [] } = model.questions[own] ?? {};
    const isMoved = own === question || enablingTests.some((test) => moved.has(model.tests[test]?.question ?? -1));
    if (isMoved) moved.add(own);
    return isMoved;
  });
}
