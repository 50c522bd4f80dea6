import { describe, expect, it } from '@jest/globals';
import { leadsOf, pairOf, reasonsOf } from '../../../../../src/embed/view/result/reckoning/leads.ts';
import { archetypes, evaluationOf } from '../archetypes.ts';

const evaluations = archetypes.map((answers) => evaluationOf(answers));

describe('what each criterion does', () => {
  it('adds up to the difference of the two scores', () => {
    for (const evaluation of evaluations) {
      const pair = pairOf(evaluation);
      if (pair === undefined) throw new RangeError('every archetype has a winner');
      const score = (id: string) => evaluation.alternatives.find((one) => one.id === id)?.score ?? Number.NaN;
      const sum = leadsOf(evaluation, pair).reduce((total, { points }) => total + points, 0);
      expect(sum).toBeCloseTo(score(pair.winner) - score(pair.runnerUp), 8);
    }
  });

  it('comes with the rules that add up to it, the largest first', () => {
    for (const evaluation of evaluations) {
      const pair = pairOf(evaluation);
      const leads = pair === undefined ? [] : leadsOf(evaluation, pair);
      const sizes = leads.map(({ points }) => Math.abs(points));
      expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
      for (const { points, reasons } of leads) {
        expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBeCloseTo(points, 0);
      }
    }
  });

  it('compares with the best of those that are out when nothing else is left', () => {
    const alone = evaluations.find(({ alternatives }) => alternatives.filter(({ rank }) => rank !== undefined).length === 1);
    const out = alone?.alternatives.filter(({ rank }) => rank === undefined) ?? [];
    const best = Math.max(...out.map(({ score }) => score));
    expect(alone && pairOf(alone)?.runnerUp).toBe(out.find(({ score }) => score === best)?.id);
  });

  it('is not told where nothing is recommended', () => {
    expect(pairOf(evaluationOf({}))).toBeUndefined();
  });

  it('leaves out rules that do not tell the two apart', () => {
    const [evaluation] = evaluations;
    const pair = evaluation && pairOf(evaluation);
    const reasons = evaluation === undefined || pair === undefined ? [] : reasonsOf(evaluation, pair);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.every(({ points }) => Math.abs(points) >= 0.05)).toBe(true);
  });
});
