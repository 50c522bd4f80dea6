import { describe, expect, it } from '@jest/globals';
import { weightScaleOf } from '../../../../../src/embed/view/result/reckoning/weight-scale.ts';

describe('the scale of the sliders', () => {
  it.each([
    [[4, 3, 5, 1], { max: 10, step: 0.5 }],
    [[2.5, 4], { max: 10, step: 0.5 }],
    [[0.3, 0.5, 0.2], { max: 1, step: 0.05 }],
    [[1, 1], { max: 2, step: 0.1 }],
    [[25, 60], { max: 100, step: 5 }],
    [[8], { max: 20, step: 1 }],
    [[0, 0], { max: 10, step: 0.5 }],
  ])('for weights %j is %j', (weights, scale) => {
    expect(weightScaleOf(weights, [])).toEqual(scale);
  });

  it('stays as it is while one drags to its end', () => {
    expect(weightScaleOf([4, 5], [10, 9.5])).toEqual(weightScaleOf([4, 5], []));
  });

  it('has room for a weight that came from elsewhere', () => {
    expect(weightScaleOf([4, 5], [37])).toEqual({ max: 50, step: 2.5 });
  });
});
