import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../src/decision/compile/compile.ts';
import { contributionsOf } from '../../../src/decision/evaluation/contribution.ts';
import type { Evaluation } from '../../../src/decision/evaluation/evaluation.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { arbitraryCase, arbitraryCompletion, arbitraryWeights, type Case } from '../arbitrary-answers.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import { evaluated, judged } from '../evaluated.ts';
import { type RawWeights, referenceOf } from '../reference.ts';
import type { RawAnswers } from '../reference-condition.ts';

/** Runs where only the arithmetic is looked at, and where everything is worked out, which takes longer by far. */
const [MANY, SOME] = [{ numRuns: 1_000 }, { numRuns: 40 }];

describe('a score', () => {
  it('is 50 plus everything that fired rules contribute, to 1e-9', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ model: document, answers, weights }) => {
        const model = compile(document);
        const judgement = judged(model, answers, weights);
        const contributions = contributionsOf(model, judgement.fired, judgement);
        for (const [index, score] of judgement.scores.entries()) {
          expect(Math.abs(sum(contributions.map((of) => of[index] ?? Number.NaN)) + 50 - score)).toBeLessThanOrEqual(1e-9);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
      }),
      MANY,
    );
  });

  it('is 50 plus everything that the reasons say, to 1e-9', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ model, answers, weights }) => {
        const { alternatives, rationale = [] } = evaluated(model, answers, { weights });
        for (const { id, score } of alternatives) {
          expect(
            Math.abs(sum(rationale.map(({ contributions }) => contributions[id] ?? Number.NaN)) + 50 - score),
          ).toBeLessThanOrEqual(1e-9);
        }
      }),
      SOME,
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
      SOME,
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
      SOME,
    );
  });

  it('of the gates changes nothing but which of them is named first', () => {
    fc.assert(
      fc.property(
        withOrder(({ gates = [] }) => gates),
        ([{ model, answers, weights }, gates]) => {
          expect(gatesSorted(evaluated({ ...model, gates }, answers, { weights }))).toEqual(
            gatesSorted(evaluated(model, answers, { weights })),
          );
        },
      ),
      SOME,
    );
  });
});

describe('weights', () => {
  it.each([
    ['what is recommended', 'none', MANY],
    ['how that is explained', 'full', SOME],
  ] as const)('count as shares: all of them times a constant do not change %s', (_, explain, runs) => {
    const factor = fc.constantFrom(1e-300, 0.1, 1 / 3, 7, 1e300);
    fc.assert(
      fc.property(arbitraryCase(), factor, ({ model, answers, weights }, times) => {
        const scaled = Object.fromEntries(Object.entries(allWeights(model, weights)).map(([id, weight]) => [id, weight * times]));
        const [plain, changed] = [weights, scaled].map((own) => evaluated(model, answers, { weights: own, explain }));
        expect(comparable(changed)).toEqual(comparable(plain));
      }),
      runs,
    );
  });

  it('when raised for a criterion never cost the alternative that leads on it a place', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.nat(), fc.integer({ min: 1, max: 1_000 }), ({ model, answers, weights }, pick, more) => {
        const criterion = model.criteria[pick % model.criteria.length]?.id ?? '';
        const plain = allWeights(model, weights);
        const before = ranks(model, answers, weights);
        const after = ranks(model, answers, { ...plain, [criterion]: (plain[criterion] ?? 0) + more });
        const values = referenceOf(model, answers).values[criterion] ?? {};
        for (const leader of leadersIn(values)) expect(after.get(leader)).toBeLessThanOrEqual(before.get(leader) ?? 0);
      }),
      MANY,
    );
  });

  it('cannot outvote a gate', () => {
    const weighed = arbitraryCase().chain((given) => fc.tuple(fc.constant(given), arbitraryWeights(given.model)));
    fc.assert(
      fc.property(weighed, ([{ model, answers }, weights]) => {
        const { alternatives, outcome } = evaluated(model, answers, { weights, explain: 'none' });
        const { gates } = referenceOf(model, answers);
        for (const { id, alternative } of (model.gates ?? []).filter((gate) => gates[gate.id] === 'true')) {
          const out = alternatives.find((one) => one.id === alternative);
          expect(out).not.toHaveProperty('rank');
          expect(out?.excludedBy).toContain(id);
          expect(outcome.recommended).not.toBe(alternative);
        }
      }),
      MANY,
    );
  });
});

describe('silence', () => {
  const silent = fc.tuple(arbitraryModel(), fc.boolean()).map(([model, asked]) => {
    return { model, answers: asked ? Object.fromEntries(model.questions.map(({ id }) => [id, null])) : {} };
  });

  it('fires nothing, not even a "not": without answers no condition is true', () => {
    fc.assert(
      fc.property(silent, ({ model, answers }) => {
        const { fired, excluded, scores, recommended } = judged(compile(model), answers);
        expect({ fired, recommended }).toEqual({ fired: [], recommended: undefined });
        expect(excluded.flat().filter((reason) => reason !== 'no-variant')).toEqual([]);
        expect(scores.every((score) => score === 50)).toBe(true);
      }),
      MANY,
    );
  });

  it('is not explained by anything', () => {
    fc.assert(
      fc.property(silent, ({ model, answers }) => {
        const { outcome, alternatives, rationale, gates = [], contradictions, prerequisites } = evaluated(model, answers);
        expect({ rationale, contradictions, prerequisites }).toEqual({ rationale: [], contradictions: [], prerequisites: [] });
        expect(gates.filter(({ state }) => state === 'fired')).toEqual([]);
        expect(alternatives.every(({ readiness }) => readiness === 'ready')).toBe(true);
        expect(outcome.verdict).toBe('none');
      }),
      SOME,
    );
  });

  it('once broken takes back no rule and no gate', () => {
    const completed = arbitraryCase().chain((given) =>
      fc.tuple(fc.constant(given), arbitraryCompletion(given.model, given.answers)),
    );
    fc.assert(
      fc.property(completed, ([{ model: document, answers }, more]) => {
        const model = compile(document);
        const [before, after] = [judged(model, answers), judged(model, more)];
        const gates = ({ excluded }: typeof before) => excluded.flat().filter((reason) => reason !== 'no-variant');
        expect(after.fired).toEqual(expect.arrayContaining([...before.fired]));
        expect(gates(after)).toEqual(expect.arrayContaining(gates(before)));
      }),
      MANY,
    );
  });
});

describe('the same request', () => {
  it('gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ model, answers, weights }) => {
        const bytes = () => JSON.stringify(evaluated(structuredClone(model), structuredClone(answers), { weights }));
        expect(bytes()).toBe(bytes());
      }),
      SOME,
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

/** An evaluation without the order of gates. A counterfactual that gates forbid gives the first of them as its reason. */
function gatesSorted({ gates = [], alternatives, counterfactuals = [], ...rest }: Evaluation): unknown {
  return {
    ...rest,
    gates: [...gates].sort((left, right) => (left.id < right.id ? -1 : 1)),
    alternatives: alternatives.map(({ excludedBy, ...one }) => ({ ...one, excludedBy: [...excludedBy].sort() })),
    counterfactuals: counterfactuals.map(({ reason, ...one }) => ({ ...one, impossible: reason !== undefined })),
  };
}

function allWeights(model: DecisionModel, own: RawWeights): RawWeights {
  return Object.fromEntries(model.criteria.map(({ id, weight }) => [id, own[id] ?? weight]));
}

/** An evaluation without the weights themselves, numbers to 1e-9. */
function comparable(evaluation: Evaluation | undefined): unknown {
  const criteria = evaluation?.criteria?.map(({ weight, ...one }) => one);
  return JSON.parse(
    JSON.stringify({ ...evaluation, criteria }, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value,
    ),
  );
}

/** Ranks by alternative; those that are out have the last of all. */
function ranks(model: DecisionModel, answers: RawAnswers, weights: RawWeights): ReadonlyMap<string, number> {
  const { alternatives } = evaluated(model, answers, { weights, explain: 'none' });
  return new Map(alternatives.map(({ id, rank = alternatives.length }) => [id, rank]));
}

function leadersIn(values: Readonly<Record<string, number>>): readonly string[] {
  const best = Math.max(...Object.values(values));
  return Object.keys(values).filter((id) => values[id] === best);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
