import type { CompiledModel, Conditional } from '../compile/compiled-model.ts';
import { FALSE, POSSIBLE, setTruth, TRUE, unknownTruths } from '../compile/truth.ts';

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
  let steps = 0;
  const search = (depth: number): boolean | undefined => {
    const truth = when(truths);
    if (truth !== POSSIBLE) return truth === TRUE;
    const question = model.questions[questions[depth] ?? -1];
    if (question === undefined) return false;
    if (steps > MAX_STEPS) return undefined;
    const enabled = question.enabledWhen === undefined ? TRUE : question.enabledWhen(truths);
    const asked = enabled === TRUE && !question.retired;
    for (const vector of asked ? (options[depth] ?? []) : [question.tests.map(() => (enabled === FALSE ? FALSE : POSSIBLE))]) {
      steps += 1;
      for (const [position, test] of question.tests.entries()) setTruth(truths, test, vector[position] ?? FALSE);
      const found = search(depth + 1);
      if (found !== false) return found;
    }
    for (const test of question.tests) setTruth(truths, test, POSSIBLE);
    return false;
  };
  return search(0);
}

/** What the answers to a question can make of its tests, "not applicable" included; undefined when they are too many. */
function distinctTruths(model: CompiledModel, index: number): readonly (readonly number[])[] | undefined {
  const { tests, partition } = model.questions[index] ?? { tests: [], partition: { cells: [], complete: false } };
  if (!partition.complete) return undefined;
  return [...partition.cells.map(({ truths }) => [...truths]), tests.map(() => FALSE)];
}
