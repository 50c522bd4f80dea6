import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkModel } from '../../../src/decision/check/check-model.ts';
import type { Evaluation, Explain } from '../../../src/decision/evaluation/evaluation.ts';
import { arbitraryCase, type Case } from '../arbitrary-answers.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import { completionCount, completionsOf } from '../completions.ts';
import { evaluated } from '../evaluated.ts';
import { type Reference, referenceOf } from '../reference.ts';
import { verity } from '../reference-condition.ts';

/** Decimals to which numbers agree: differences stay below 5e-10. */
const DECIMALS = 9;

describe('an arbitrary model', () => {
  it('is one without errors', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        expect(checkModel(model).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('an evaluation, compared with the method on paper', () => {
  it('scores, ranks, excludes and recommends the same', () => {
    forAnyCase('none', 2_000, ({ outcome, alternatives }, reference) => {
      const ranked = alternatives.filter(({ rank }) => rank !== undefined);
      expect({ recommended: outcome.recommended, variant: outcome.variant }).toEqual({
        recommended: reference.recommended,
        variant: reference.variants[0],
      });
      expect(ranked.map(({ id, rank }) => [id, rank])).toEqual(reference.ranking.map((id, index) => [id, index + 1]));
      expect(byId(alternatives, ({ excludedBy }) => excludedBy)).toEqual(reference.excludedBy);
      expectNumbers(
        byId(alternatives, ({ score }) => score),
        reference.scores,
      );
      expectNumbers({ margin: outcome.margin ?? -1 }, { margin: reference.margin ?? -1 });
      expectNumbers({ total: outcome.coverage }, { total: reference.coverage.total });
    });
  });

  it('explains it by the same rules, values, variants and preparations', () => {
    forAnyCase('full', 150, (evaluation, reference) => {
      const { outcome, criteria = [], rationale = [], contradictions = [], prerequisites = [], alternatives } = evaluation;
      expectNumbers(
        byId(criteria, ({ share }) => share),
        reference.shares,
      );
      expectNumbers(
        byId(criteria, ({ coverage }) => coverage),
        reference.coverage.byCriterion,
      );
      for (const { id, values } of criteria) expectNumbers(values, reference.values[id] ?? {});
      expect(rationale.map(({ rule }) => rule).sort()).toEqual([...reference.fired].sort());
      for (const { rule, contributions } of rationale) expectNumbers(contributions, reference.contributions[rule] ?? {});
      expect(outcome.otherVariants ?? []).toEqual(reference.variants.slice(1));
      expect(contradictions.map(({ id }) => id)).toEqual(reference.contradictions);
      expect(byId(alternatives, ({ readiness }) => readiness)).toEqual(reference.readiness);
      expect(prerequisites.map(({ id }) => id).sort()).toEqual(
        [...(reference.prerequisites[outcome.recommended ?? ''] ?? [])].sort(),
      );
    });
  });

  it('calls a gate possible when a completion of the answers fires it, and clear when none does', () => {
    forAnyCase('summary', 100, ({ gates = [] }, reference, { model, answers }) => {
      fc.pre(completionCount(model, answers) <= 500);
      const completions = [...completionsOf(model, answers)];
      const expected = byId(model.gates ?? [], ({ id, when }) => {
        if (reference.gates[id] === 'true') return 'fired';
        return completions.some((completed) => verity(model, completed, when) === 'true') ? 'possible' : 'clear';
      });
      expect(byId(gates, ({ state }) => state)).toEqual(expected);
    });
  });
});

/** Runs a comparison on many cases. */
function forAnyCase(
  explain: Explain,
  numRuns: number,
  compare: (evaluation: Evaluation, reference: Reference, given: Case) => void,
): void {
  fc.assert(
    fc.property(arbitraryCase(), (given) => {
      const { model, answers, weights } = given;
      compare(evaluated(model, answers, { weights, explain }), referenceOf(model, answers, weights), given);
    }),
    { numRuns },
  );
}

function expectNumbers(actual: Readonly<Record<string, number>>, expected: Readonly<Record<string, number>>): void {
  const close = Object.entries(expected).map(([id, number]) => [id, expect.closeTo(number, DECIMALS)]);
  expect(actual).toEqual(Object.fromEntries(close));
}

function byId<E extends { readonly id: string }, T>(entries: readonly E[], value: (entry: E) => T): Record<string, T> {
  return Object.fromEntries(entries.map((entry) => [entry.id, value(entry)]));
}
