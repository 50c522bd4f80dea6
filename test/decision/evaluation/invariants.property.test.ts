import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Evaluation } from '../../../src/decision/evaluation/evaluation.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { arbitraryCase, arbitraryCompletion, arbitraryWeights, type Case } from '../arbitrary-answers.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import { evaluated } from '../evaluated.ts';
import type { RawWeights } from '../reference.ts';

const RUNS = { numRuns: 500 };

describe('a score', () => {
  it('is 50 plus everything that the reasons contribute, to 1e-9', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ model, answers, weights }) => {
        const { alternatives, rationale = [] } = evaluated(model, answers, { weights });
        for (const { id, score } of alternatives) {
          const sum = rationale.reduce((total, { contributions }) => total + (contributions[id] ?? Number.NaN), 50);
          expect(Math.abs(sum - score)).toBeLessThanOrEqual(1e-9);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
      }),
      RUNS,
    );
  });
});

describe('order', () => {
  it('of answers, weights and all keys of the model changes no byte', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ model, answers, weights }) => {
        const reversed = evaluated(backwards(model), backwards(answers), { weights: backwards(weights) });
        expect(JSON.stringify(reversed)).toBe(JSON.stringify(evaluated(model, answers, { weights })));
      }),
      RUNS,
    );
  });

  it('of the rules changes no byte', () => {
    fc.assert(
      fc.property(
        withOrder(({ rules }) => rules),
        ([{ model, answers, weights }, rules]) => {
          const permuted = evaluated({ ...model, rules }, answers, { weights });
          expect(JSON.stringify(permuted)).toBe(JSON.stringify(evaluated(model, answers, { weights })));
        },
      ),
      RUNS,
    );
  });

  it('of the gates changes nothing but the order in which they are listed', () => {
    fc.assert(
      fc.property(
        withOrder(({ gates = [] }) => gates),
        ([{ model, answers, weights }, gates]) => {
          expect(gatesSorted(evaluated({ ...model, gates }, answers, { weights }))).toEqual(
            gatesSorted(evaluated(model, answers, { weights })),
          );
        },
      ),
      RUNS,
    );
  });
});

describe('weights', () => {
  it('count as shares: all of them times a constant change nothing', () => {
    const factor = fc.constantFrom(1e-300, 0.1, 1 / 3, 7, 1e300);
    fc.assert(
      fc.property(arbitraryCase(), factor, ({ model, answers, weights }, times) => {
        const plain = allWeights(model, weights);
        const scaled = Object.fromEntries(Object.entries(plain).map(([id, weight]) => [id, weight * times]));
        expectNear(
          withoutWeights(evaluated(model, answers, { weights: scaled })),
          withoutWeights(evaluated(model, answers, { weights })),
        );
      }),
      RUNS,
    );
  });

  it('when raised for a criterion never cost the alternative that leads on it a place', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.nat(), fc.integer({ min: 1, max: 1_000 }), ({ model, answers, weights }, pick, more) => {
        const criterion = model.criteria[pick % model.criteria.length]?.id ?? '';
        const plain = allWeights(model, weights);
        const before = evaluated(model, answers, { weights });
        const after = evaluated(model, answers, { weights: { ...plain, [criterion]: (plain[criterion] ?? 0) + more } });
        for (const leader of leadersOn(before, criterion))
          expect(rankOf(after, leader)).toBeLessThanOrEqual(rankOf(before, leader));
      }),
      RUNS,
    );
  });

  it('cannot outvote a gate', () => {
    const weighed = arbitraryCase().chain((given) => fc.tuple(fc.constant(given), arbitraryWeights(given.model)));
    fc.assert(
      fc.property(weighed, ([{ model, answers }, weights]) => {
        const { gates = [], alternatives, outcome } = evaluated(model, answers, { weights });
        for (const { id, alternative } of gates.filter(({ state }) => state === 'fired')) {
          const out = alternatives.find((one) => one.id === alternative);
          expect(out).not.toHaveProperty('rank');
          expect(out?.excludedBy).toContain(id);
          expect(outcome.recommended).not.toBe(alternative);
        }
      }),
      RUNS,
    );
  });
});

describe('silence', () => {
  it('fires nothing and settles nothing, not even a "not": without answers every condition is possible', () => {
    fc.assert(
      fc.property(arbitraryModel(), fc.boolean(), (model, asked) => {
        const answers = asked ? Object.fromEntries(model.questions.map(({ id }) => [id, null])) : {};
        const { outcome, alternatives, rationale, gates = [], contradictions, prerequisites } = evaluated(model, answers);
        expect({ rationale, contradictions, prerequisites }).toEqual({ rationale: [], contradictions: [], prerequisites: [] });
        expect(gates.every(({ state }) => state === 'possible')).toBe(true);
        expect(alternatives.every(({ score, readiness }) => score === 50 && readiness === 'ready')).toBe(true);
        expect(outcome).not.toHaveProperty('recommended');
        expect(outcome.verdict).toBe('none');
      }),
      RUNS,
    );
  });

  it('once broken takes back nothing that was certain', () => {
    const completed = arbitraryCase().chain((given) =>
      fc.tuple(fc.constant(given), arbitraryCompletion(given.model, given.answers)),
    );
    fc.assert(
      fc.property(completed, ([{ model, answers, weights }, more]) => {
        const before = evaluated(model, answers, { weights });
        const after = evaluated(model, more, { weights });
        expect(certain(after)).toEqual(expect.arrayContaining([...certain(before)]));
      }),
      RUNS,
    );
  });
});

describe('the same request', () => {
  it('gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom('none', 'summary', 'full'), ({ model, answers, weights }, explain) => {
        const bytes = () => JSON.stringify(evaluated(structuredClone(model), structuredClone(answers), { weights, explain }));
        expect(bytes()).toBe(bytes());
      }),
      RUNS,
    );
  });
});

/** A case with one of its lists in another order. */
function withOrder<T>(listOf: (model: DecisionModel) => readonly T[]): fc.Arbitrary<[Case, T[]]> {
  return arbitraryCase().chain((given) => {
    const list = listOf(given.model);
    return fc.tuple(fc.constant(given), fc.shuffledSubarray([...list], { minLength: list.length }));
  });
}

/** The same data with the keys of every object in the opposite order. */
function backwards<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data;
  const copy: unknown = Array.isArray(data)
    ? data.map(backwards)
    : Object.fromEntries(
        Object.entries(data)
          .reverse()
          .map(([key, value]) => [key, backwards(value)]),
      );
  return copy as T; // only the order of keys differs, which no type tells
}

function gatesSorted({ gates = [], alternatives, ...rest }: Evaluation): unknown {
  const sorted = [...gates].sort((left, right) => (left.id < right.id ? -1 : 1));
  return {
    ...rest,
    gates: sorted,
    alternatives: alternatives.map(({ excludedBy, ...one }) => ({ ...one, excludedBy: [...excludedBy].sort() })),
  };
}

function allWeights(model: DecisionModel, own: RawWeights): RawWeights {
  return Object.fromEntries(model.criteria.map(({ id, weight }) => [id, own[id] ?? weight]));
}

function withoutWeights({ criteria = [], ...rest }: Evaluation): unknown {
  return { ...rest, criteria: criteria.map(({ weight, ...one }) => one) };
}

/** Expects two results to be alike, their numbers to 1e-9. */
function expectNear(actual: unknown, expected: unknown): void {
  expect(rounded(actual)).toEqual(rounded(expected));
}

function rounded(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 + 0 : value)),
  );
}

/** Ids of the alternatives in the ranking whose value on a criterion none of all exceeds. */
function leadersOn({ criteria = [], alternatives }: Evaluation, criterion: string): readonly string[] {
  const values = criteria.find(({ id }) => id === criterion)?.values ?? {};
  const best = Math.max(...Object.values(values));
  return alternatives.filter(({ id, rank }) => rank !== undefined && values[id] === best).map(({ id }) => id);
}

function rankOf({ alternatives }: Evaluation, alternative: string): number {
  return alternatives.find(({ id }) => id === alternative)?.rank ?? Number.POSITIVE_INFINITY;
}

/** What an evaluation holds for certain: rules and contradictions that fired, gates that fired or cannot, what takes alternatives out. */
function certain({ rationale = [], contradictions = [], gates = [] }: Evaluation): readonly string[] {
  return [
    ...rationale.map(({ rule }) => `rule ${rule}`),
    ...contradictions.map(({ id }) => `contradiction ${id}`),
    ...gates.filter(({ state }) => state !== 'possible').map(({ id, state }) => `gate ${id} ${state}`),
  ];
}
