import { describe, expect, it } from '@jest/globals';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { evaluated } from '../evaluated.ts';
import { gate, modelOf, rule, yes, yesNo } from '../model-notation.ts';

describe('flip weights', () => {
  it('are two for a criterion between two that want more of it and less', () => {
    const model = matrix({ speed: { a: 2, b: 3 }, cost: { a: 2, c: 3 } });
    expect(flips(model, { speed: 1, cost: 1 })).toEqual([
      ['speed', 0.5, expect.closeTo(1 / 3, 9), 'c'],
      ['speed', 0.5, expect.closeTo(2 / 3, 9), 'b'],
      ['cost', 0.5, expect.closeTo(1 / 3, 9), 'b'],
      ['cost', 0.5, expect.closeTo(2 / 3, 9), 'c'],
    ]);
  });

  it('keep the other criteria in proportion', () => {
    const model = matrix({ speed: { b: 3, c: -3 }, cost: { a: 1, c: 3 }, care: { a: 3, c: -3 } });
    expect(flips(model, { speed: 1, cost: 1, care: 2 })).toEqual([
      ['speed', 0.25, 7 / 16, 'b'],
      ['cost', 0.25, expect.closeTo(5 / 7, 9), 'c'],
      ['care', 0.5, 0.25, 'b'],
    ]);
  });

  it('start from the share itself where two alternatives tie now', () => {
    const model = matrix({ speed: { a: 3, b: 0 }, cost: { a: 0, b: 3 } });
    expect(flips(model, { speed: 1, cost: 1 })).toEqual([
      ['speed', 0.5, 0.5, 'b'],
      ['cost', 0.5, 0.5, 'b'],
    ]);
  });

  it('name the first declared at an end of the scale, where it wins the tie and nothing lies beyond', () => {
    const model = matrix({ speed: {}, cost: { b: -3, c: 3 } });
    expect(flips(model, { speed: 1, cost: 1 })).toEqual([
      ['speed', 0.5, 1, 'a'],
      ['cost', 0.5, 0, 'a'],
    ]);
  });

  it('are left out where the winner only shares the lead at an end of the scale and is declared first', () => {
    expect(flips(matrix({ speed: {}, cost: { a: 3 } }), { speed: 1, cost: 1 })).toEqual([]);
  });

  it('leave out alternatives that gates have taken out', () => {
    const gates = [gate('shut', 'b', yes('known'))];
    expect(flips({ ...matrix({ speed: { a: 3 }, cost: { b: 3 } }), gates }, { speed: 2, cost: 1 })).toEqual([]);
  });
});

/** A model in which each criterion gives these points to the alternatives, 3 being all that it can say. */
function matrix(points: Readonly<Record<string, Readonly<Record<string, number>>>>): DecisionModel {
  return modelOf({
    criteria: Object.keys(points).map((id) => ({ id, title: id, weight: 1, scale: 3 })),
    questions: [yesNo('known')],
    rules: Object.entries(points).map(([id, given]) => rule(id, yes('known'), given, { criterion: id })),
  });
}

function flips(model: DecisionModel, weights: Readonly<Record<string, number>>): readonly unknown[] {
  const { robustness } = evaluated(model, { known: true }, { weights });
  return (robustness?.flipWeights ?? []).map(({ criterion, from, to, wouldChoose }) => [criterion, from, to, wouldChoose]);
}
