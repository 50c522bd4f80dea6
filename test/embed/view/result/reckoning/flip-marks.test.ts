import { describe, expect, it } from '@jest/globals';
import { flipMarksOf } from '../../../../../src/embed/view/result/reckoning/flip-marks.ts';
import { archetypes, evaluationOf } from '../archetypes.ts';

const MOST = 100;

const evaluations = archetypes.map((answers) => ({ answers, evaluation: evaluationOf(answers) }));

describe('a mark on a slider', () => {
  it('stands where the winner changes', () => {
    const marks = evaluations.flatMap(({ answers, evaluation }) =>
      flipMarksOf(evaluation)
        .filter(({ weight }) => weight > 0.01 && weight < MOST)
        .map((mark) => ({ answers, mark })),
    );
    expect(marks.length).toBeGreaterThan(20);
    for (const { answers, mark } of marks) {
      const { criterion, weight, up, wouldChoose } = mark;
      const chosen = (at: number) => evaluationOf(answers, { [criterion]: at }, 'none').outcome.recommended;
      expect(chosen(weight * (up ? 1.001 : 0.999))).toBe(wouldChoose);
      expect(chosen(weight * (up ? 0.999 : 1.001))).not.toBe(wouldChoose);
    }
  });

  it('is missing where only this criterion would have to count', () => {
    const { evaluation } = evaluations.find((one) => one.evaluation.robustness?.flipWeights.some(({ to }) => to === 1)) ?? {};
    const ends = evaluation?.robustness?.flipWeights.filter(({ to }) => to === 1).map(({ criterion }) => criterion);
    const marks = evaluation && flipMarksOf(evaluation).filter(({ up }) => up);
    expect(marks?.filter(({ criterion }) => ends?.includes(criterion))).toEqual([]);
  });
});
