import { describe, expect, it } from '@jest/globals';
import { count, finePercent, percent, points, roughly, signed, span } from '../../../src/report/text/figures.ts';

describe('figures', () => {
  it.each([
    [points(71.5), '72'],
    [points(-0.2), '0'],
    [span([52.4, 71.2]), '52–71'],
    [span([50.1, 49.9]), '50'],
    [signed(1.94), '+1.9'],
    [signed(-0.55), '−0.6'],
    [signed(-0.04), '0.0'],
    [percent(0.0784), '8 %'],
    [finePercent(0.0784), '7.8 %'],
    [roughly(0.613), '60 %'],
    [roughly(0.004), 'under 5 %'],
    [roughly(0.999), 'over 95 %'],
    [roughly(0), '0 %'],
    [roughly(1), '100 %'],
    [count(1, 'answer'), '1 answer'],
    [count(0, 'answer'), '0 answers'],
    [count(2, 'weight is', 'weights are'), '2 weights are'],
  ])('%s is rounded to what it can bear', (figure, expected) => {
    expect(figure).toBe(expected);
  });
});
