import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Evaluation } from '../../../src/decision/evaluation/evaluation.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { arbitraryCase, arbitraryWeights } from '../arbitrary-answers.ts';
import { evaluated } from '../evaluated.ts';
import { modelOf, rule, yes, yesNo } from '../model-notation.ts';
import { type RawWeights, referenceOf } from '../reference.ts';
import type { RawAnswers } from '../reference-condition.ts';

/** Runs where only the arithmetic is looked at, and where everything is worked out, which takes longer by far. */
const [MANY, SOME] = [{ numRuns: 1_000 }, { numRuns: 40 }];

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

  it('draw the same samples for the same shares, whatever rounding makes of them', () => {
    const criteria = ['x', 'y'].map((id) => ({ id, title: id, weight: 1, scale: 6 }));
    const rules = [
      rule('for-b', yes('p'), { b: 1 }, { criterion: 'x' }),
      rule('for-c', { not: yes('p') }, { c: 1 }, { criterion: 'y' }),
    ];
    const model = modelOf({ criteria, questions: [yesNo('p')], rules });
    const acceptability = (weights: RawWeights) => evaluated(model, {}, { weights }).robustness?.acceptability;
    expect(acceptability({ x: 0.7, y: 0.7 * 3 })).toEqual(acceptability({ x: 1, y: 3 }));
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
