import { describe, expect, it } from '@jest/globals';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { evaluatedBy } from '../evaluated.ts';
import { modelOf, multiple, rule } from '../model-notation.ts';

/** More choices than all kinds of sets can be listed of, each of which counts by itself. */
const CHOICES = Array.from({ length: 14 }, (_, index) => `choice-${index}`);

describe('a question with too many kinds of sets to list', () => {
  it('may reach the scores of sets that are not listed', () => {
    const { alternatives, outcome } = evaluatedBy(compile(wide({ sets: 1, scale: 14 })), {}, { explain: 'summary' });
    const ranges = Object.fromEntries(alternatives.map(({ id, range }) => [id, range]));
    expect(ranges).toMatchObject({ a: [50, expect.closeTo(100, 9)], b: [expect.closeTo(0, 9), 50] });
    expect(outcome.exact).toBe(false);
  });

  it('ends a search for changes that nothing comes of, and says that it did', () => {
    const { counterfactuals = [] } = evaluatedBy(compile(wide({ sets: 4, scale: 1_000 })), { 'tools-0': ['choice-0'] }, {});
    const [reason] = counterfactuals.flatMap(({ target, reason: why }) => (target === 'c' ? [why] : []));
    expect(reason).toBe('No small set of changes that makes Cleo win was found, but not every set was tried.');
  });
});

/** A model of several such questions: each choice speaks for a and against b, none for c. */
function wide({ sets, scale }: { readonly sets: number; readonly scale: number }): DecisionModel {
  const ids = Array.from({ length: sets }, (_, index) => `tools-${index}`);
  const rules = ids.flatMap((question) =>
    CHOICES.map((choice) => rule(`${question}-${choice}`, { question, has: choice }, { a: 1, b: -1, c: 0.5 })),
  );
  const [criterion] = modelOf({}).criteria;
  if (criterion === undefined) throw new RangeError('a model without criteria');
  return modelOf({ criteria: [{ ...criterion, scale }], questions: ids.map((id) => multiple(id, ...CHOICES)), rules });
}
