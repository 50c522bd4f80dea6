import { describe, expect, it } from '@jest/globals';
import { createFigures } from '../../../../../src/embed/view/result/reckoning/figures.ts';

const english = createFigures('en');

describe('figures', () => {
  it('round scores to whole points, and to the same ones with and without the last decimals', () => {
    expect([english.points(64.4), english.points(65.5), english.points(65.499999999998)]).toEqual(['64', '66', '66']);
  });

  it('show a range once where both ends read the same', () => {
    expect([english.span([41.2, 69.7]), english.span([50.1, 49.9])]).toEqual(['41–70', '50']);
  });

  it('sign what adds and what takes', () => {
    expect([english.signed(2.04), english.signed(-0.66), english.signed(0)]).toEqual(['+2.0', '−0.7', '0.0']);
  });

  it('round what is estimated to five per cent, never to all or none unless it is', () => {
    expect([0, 0.004, 0.68, 0.999, 1].map(english.roughly)).toEqual(['0%', '5%', '70%', '95%', '100%']);
  });

  it('follow the language', () => {
    const german = createFigures('de');
    expect([german.signed(1.25), german.weight(2.5)]).toEqual(['+1,3', '2,5']);
  });
});
