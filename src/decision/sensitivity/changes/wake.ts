import type { Landscape } from '../landscape/landscape.ts';

/** What changes of answers draw after them, beside the points of the rules that read one question alone. All by index. */
export interface Wake {
  /** The live rules that changes at some places may switch, each once. */
  readonly rules: (places: readonly number[]) => readonly number[];
  /** The sum of what these rules weigh. */
  readonly weight: (weights: readonly number[], places: readonly number[]) => number;
  /** The same where the places take certain options. */
  readonly weightWith: (weights: readonly number[], places: readonly number[], options: readonly number[]) => number;
  /** The moving questions whose tests may come out otherwise, in enabling order. */
  readonly moving: (places: readonly number[]) => readonly number[];
}

/** Finds out what changes in a landscape draw after them. */
export function wakeOf(landscape: Landscape): Wake {
  const { varying, live } = landscape;
  const { firing, idle } = readersOf(landscape);
  const withOption = varying.map(({ turns }) =>
    turns.map(({ come, gone }) =>
      union([...come.map((literal) => idle[literal] ?? []), ...gone.map((literal) => firing[literal] ?? [])]),
    ),
  );
  const anyhow = withOption.map(union);
  const moved = varying.map(({ question }) => movedBy(landscape, question));
  const scales = createScales(live.length);
  return {
    rules: (places) => union(places.map((place) => anyhow[place] ?? [])),
    weight: (weights, places) => {
      scales.empty();
      for (let at = 0; at < places.length; at += 1) scales.put(anyhow[places[at] ?? -1], weights);
      return scales.weight();
    },
    weightWith: (weights, places, options) => {
      scales.empty();
      for (let at = 0; at < places.length; at += 1) scales.put(withOption[places[at] ?? -1]?.[options[at] ?? -1], weights);
      return scales.weight();
    },
    moving: (places) => union(places.map((place) => moved[place] ?? [])).sort((one, other) => one - other),
  };
}

function union(lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())];
}

/** Weighs indices below an end, each once however often it is put on. */
function createScales(end: number) {
  const turns = new Int32Array(end);
  let turn = 0;
  let sum = 0;
  return {
    empty(): void {
      turn += 1;
      sum = 0;
    },
    put(indices: readonly number[] = [], weights: readonly number[]): void {
      for (let at = 0; at < indices.length; at += 1) {
        const index = indices[at] ?? 0;
        if (turns[index] !== turn) sum += weights[index] ?? 0;
        turns[index] = turn;
      }
    },
    weight: () => sum,
  };
}

/** By literal: the live rules that read it. */
type Readers = readonly (readonly number[] | undefined)[];

/**
 * Who reads a literal, of the rules that fire now and of the others: a condition grows with its literals, so that one that
 * holds can only be lost with one of them, and one that does not only be won.
 */
function readersOf({ live, literals }: Landscape): { readonly firing: Readers; readonly idle: Readers } {
  const firing: number[][] = [];
  const idle: number[][] = [];
  for (const [rule, { when, literals: read }] of live.entries()) {
    const readers = when(literals) === 0 ? idle : firing;
    for (const literal of read) {
      const others = readers[literal] ?? [];
      others.push(rule);
      readers[literal] = others;
    }
  }
  return { firing, idle };
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
