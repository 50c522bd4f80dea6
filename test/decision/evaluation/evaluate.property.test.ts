import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkModel } from '../../../src/decision/check/check-model.ts';
import type { Evaluation } from '../../../src/decision/evaluation/evaluation.ts';
import { arbitraryCase, type Case } from '../arbitrary-answers.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import { evaluated } from '../evaluated.ts';
import { type Reference, referenceOf } from '../reference.ts';

/** Decimals to which numbers agree: differences stay below 5e-10. */
const DECIMALS = 9;

describe('an evaluation, compared with the method on paper', () => {
  it('starts from models without errors', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        expect(checkModel(model).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('recommends, ranks and excludes the same', () => {
    forAnyCase((evaluation, reference) => {
      const { outcome, alternatives } = evaluation;
      const ranked = alternatives.filter(({ rank }) => rank !== undefined);
      expect(outcome.recommended).toBe(reference.recommended);
      expect(ranked.map(({ id }) => id)).toEqual(reference.ranking);
      expect(ranked.map(({ rank }) => rank)).toEqual(reference.ranking.map((_, index) => index + 1));
      expect(byId(alternatives, ({ excludedBy }) => excludedBy)).toEqual(reference.excludedBy);
      expect([outcome.variant, ...(outcome.otherVariants ?? [])]).toEqual([
        reference.variants[0],
        ...reference.variants.slice(1),
      ]);
    });
  });

  it('gives the same scores, shares, values, margin and coverage', () => {
    forAnyCase(({ outcome, alternatives, criteria = [] }, reference) => {
      expectNumbers(
        byId(alternatives, ({ score }) => score),
        reference.scores,
      );
      expectNumbers(
        byId(criteria, ({ share }) => share),
        reference.shares,
      );
      expectNumbers(
        byId(criteria, ({ coverage }) => coverage),
        reference.coverage.byCriterion,
      );
      expectNumbers({ total: outcome.coverage }, { total: reference.coverage.total });
      expectNumbers({ margin: outcome.margin ?? -1 }, { margin: reference.margin ?? -1 });
      for (const { id, values } of criteria) expectNumbers(values, reference.values[id] ?? {});
    });
  });

  it('fires the same rules with the same contributions, and the same gates', () => {
    forAnyCase(({ rationale = [], gates = [], contradictions = [] }, reference) => {
      const states = { true: 'fired', false: 'clear', possible: 'possible' };
      expect(rationale.map(({ rule }) => rule).sort()).toEqual([...reference.fired].sort());
      for (const { rule, contributions } of rationale) expectNumbers(contributions, reference.contributions[rule] ?? {});
      expect(byId(gates, ({ state }) => state)).toEqual(byEntry(reference.gates, (truth) => states[truth]));
      expect(contradictions.map(({ id }) => id)).toEqual(reference.contradictions);
    });
  });

  it('sees the same readiness and asks for the same preparations', () => {
    forAnyCase(({ alternatives, outcome, prerequisites = [] }, reference) => {
      expect(byId(alternatives, ({ readiness }) => readiness)).toEqual(reference.readiness);
      const needed = reference.prerequisites[outcome.recommended ?? ''] ?? [];
      expect(prerequisites.map(({ id }) => id).sort()).toEqual([...needed].sort());
      expect(prerequisites.map(({ blocking }) => blocking)).toEqual(
        prerequisites
          .map(({ blocking }) => blocking)
          .sort()
          .reverse(),
      );
    });
  });
});

/** Runs a comparison on a thousand cases. */
function forAnyCase(compare: (evaluation: Evaluation, reference: Reference, given: Case) => void): void {
  fc.assert(
    fc.property(arbitraryCase(), (given) => {
      compare(evaluated(given.model, given.answers, given), referenceOf(given.model, given.answers, given.weights), given);
    }),
    { numRuns: 1_000 },
  );
}

function expectNumbers(actual: Readonly<Record<string, number>>, expected: Readonly<Record<string, number>>): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [id, number] of Object.entries(actual)) expect(number).toBeCloseTo(expected[id] ?? Number.NaN, DECIMALS);
}

function byId<E extends { readonly id: string }, T>(entries: readonly E[], value: (entry: E) => T): Record<string, T> {
  return Object.fromEntries(entries.map((entry) => [entry.id, value(entry)]));
}

function byEntry<V, T>(entries: Readonly<Record<string, V>>, value: (entry: V) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, value(entry)]));
}
