import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../src/decision/compile/compile.ts';
import { contributionsOf } from '../../../src/decision/evaluation/contribution.ts';
import type { Evaluation } from '../../../src/decision/evaluation/evaluation.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { arbitraryCase, arbitraryCompletion, type Case } from '../arbitrary-answers.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import { evaluated, judged } from '../evaluated.ts';

/** Runs where only the arithmetic is looked at, and where everything is worked out, which takes longer by far. */
const [MANY, SOME] = [{ numRuns: 1_000 }, { numRuns: 40 }];

describe('a score', () => {
  it('is 50 plus everything that fired rules contribute, to 1e-9', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ model: document, answers, weights }) => {
        const model = compile(document);
        const judgement = judged(model, answers, weights);
        const contributions = contributionsOf(model, model.worksheet);
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
