import { failingSignals } from '../../answers/answer-signals.ts';
import type { Condition, Leaf } from '../../model/condition.ts';
import type { DecisionModel } from '../../model/document.ts';
import { type Circuit, inRow, type Valve } from './circuit.ts';
import { WORD, wordsFor } from './signals.ts';
import { createWiring } from './wiring.ts';

/** What a circuit is made of: the tests of a model and the order of its questions. */
export interface CircuitParts {
  readonly document: DecisionModel;
  /** Indices of the questions, each after all those that enable it. */
  readonly enablingOrder: readonly number[];
  /** Indices of the tests that read each question, by its index. */
  readonly testsByQuestion: readonly (readonly number[])[];
  readonly testIndex: (leaf: Leaf) => number;
  /** In the order of the compiled model. */
  readonly rules: readonly { readonly when: Condition }[];
}

/** Makes the circuit of a model. */
export function createCircuit({ document, enablingOrder, testsByQuestion, testIndex, rules }: CircuitParts): Circuit {
  const questions = firstWords(testsByQuestion);
  const testWords = questions.at(-1) ?? 0;
  const tests = new Int32Array(testsByQuestion.flat().length);
  for (const [question, read] of testsByQuestion.entries()) {
    for (const [position, test] of read.entries()) tests[test] = (questions[question] ?? 0) * WORD + 2 * position;
  }
  const { place, joints } = createWiring({
    facts: new Map(Object.entries(document.facts ?? {})),
    literal: (leaf) => tests[testIndex(leaf)] ?? 0,
    word: testWords,
  });
  const valves = enablingOrder.flatMap((question): readonly Valve[] => {
    const enabledWhen = document.questions[question]?.enabledWhen;
    if (enabledWhen === undefined) return [];
    const failing = failingSignals(testsByQuestion[question]?.length ?? 0);
    const made = joints.length;
    const [enabled, disabled] = [place(enabledWhen), place(enabledWhen, true)];
    return [{ question, word: questions[question] ?? 0, failing, joints: inRow(joints.slice(made)), enabled, disabled }];
  });
  const made = joints.length;
  const places = (conditions: readonly { readonly when: Condition }[]) => Int32Array.from(conditions, ({ when }) => place(when));
  const ends = { rules: places(rules), gates: places(document.gates ?? []) };
  return { words: testWords + joints.length, questions, valves, joints: inRow(joints.slice(made)), tests, ...ends };
}

/** Index of the first word of each question, and of the first one behind them all. */
function firstWords(testsByQuestion: readonly (readonly number[])[]): readonly number[] {
  const first = [0];
  for (const [question, { length }] of testsByQuestion.entries()) first.push((first[question] ?? 0) + wordsFor(length));
  return first;
}
