import type { CompiledModel, CompiledQuestion, Conditional } from '../compile/compiled-model.ts';
import { FALSE, POSSIBLE, setTruth, TRUE, type Truths, unknownTruths } from '../compile/conditions/truth.ts';

/** Steps of the search after which the question is left open. */
const MAX_STEPS = 50_000;

/**
 * Whether some answers make a condition true: a depth-first search over the questions it reads and those that enable
 * them, cut off wherever the condition is settled already.
 *
 * @returns undefined when the search does not finish within its bounds.
 */
export function isSatisfiable(model: CompiledModel, { when, reads: questions }: Conditional<unknown>): boolean | undefined {
  const options = questions.map((index) => distinctTruths(model, index));
  if (options.some((truths) => truths === undefined)) return undefined;
  const truths = unknownTruths(model.tests.length);
  const write = ({ tests }: CompiledQuestion, vector: readonly number[]) => {
    for (const [position, test] of tests.entries()) setTruth(truths, test, vector[position] ?? POSSIBLE);
  };
  let steps = 0;
  const search = (depth: number): boolean | undefined => {
    const truth = when(truths);
    const question = model.questions[questions[depth] ?? -1];
    if (truth !== POSSIBLE || question === undefined) return truth === TRUE;
    for (const vector of vectorsNow(question, options[depth] ?? [], truths)) {
      steps += 1;
      if (steps > MAX_STEPS) return undefined;
      write(question, vector);
      const found = search(depth + 1);
      if (found !== false) return found;
    }
    write(question, []);
    return false;
  };
  return search(0);
}

/** What the tests of a question can come out as, given what enables it: its options while it is asked. */
function vectorsNow(
  { enabledWhen, retired, tests }: CompiledQuestion,
  options: readonly (readonly number[])[],
  truths: Truths,
): readonly (readonly number[])[] {
  const enabled = enabledWhen === undefined ? TRUE : enabledWhen(truths);
  if (enabled === FALSE) return [tests.map(() => FALSE)];
  return enabled === TRUE && !retired ? options : [[]];
}

/** What the answers to a question can make of its tests, "not applicable" included; undefined when they are too many. */
function distinctTruths(model: CompiledModel, index: number): readonly (readonly number[])[] | undefined {
  const { tests, partition } = model.questions[index] ?? { tests: [], partition: { cells: [], complete: false } };
  if (!partition.complete) return undefined;
  return [...partition.cells.map(({ truths }) => [...truths]), tests.map(() => FALSE)];
}
