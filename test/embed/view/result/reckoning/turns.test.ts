import { describe, expect, it } from '@jest/globals';
import type { Evaluation } from '../../../../../src/decision/evaluation/evaluation.ts';
import { turnsOf } from '../../../../../src/embed/view/result/reckoning/turns.ts';
import { archetypes, evaluationOf } from '../archetypes.ts';

const bare: Evaluation = { ...evaluationOf({}, {}), counterfactuals: [] };
const change = (question: string) => ({ question, to: true });
const set = (...questions: readonly string[]) => ({ changes: questions.map(change), score: 60 });

describe('the turns that are told', () => {
  it('are three at most', () => {
    for (const answers of archetypes) expect(turnsOf(evaluationOf(answers)).length).toBeLessThanOrEqual(3);
  });

  it('begin with the fewest other answers and end with the nearest weight', () => {
    const robustness = {
      acceptability: {},
      weightAcceptability: {},
      samples: 1000,
      stability: [],
      flipWeights: [
        { criterion: 'far', from: 0.1, to: 0.9, wouldChoose: 'b' },
        { criterion: 'near', from: 0.2, to: 0.1, wouldChoose: 'c' },
      ],
    };
    const counterfactuals = [
      { target: 'b', sets: [set('one', 'two')] },
      { target: 'c', sets: [set('three'), set('four')] },
    ];
    expect(turnsOf({ ...bare, counterfactuals, robustness })).toEqual([
      { kind: 'answers', target: 'c', changes: [change('three')] },
      { kind: 'answers', target: 'b', changes: [change('one'), change('two')] },
      { kind: 'weight', flip: robustness.flipWeights[1] },
    ]);
  });

  it('say why there are none', () => {
    const { robustness: _, ...rest } = bare;
    const counterfactuals = [{ target: 'b', reason: 'Bob is ruled out.' }];
    expect(turnsOf({ ...rest, counterfactuals })).toEqual([{ kind: 'nothing', reason: 'Bob is ruled out.' }]);
  });
});
