import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareInterval } from '../../.config/mutation/estimate.js';

describe('the interval of a share, from a sample', () => {
  it.each([
    [
      { having: 81, drawn: 263, all: 1e9 },
      { low: 0.2553, high: 0.3662 },
    ],
    [
      { having: 15, drawn: 148, all: 1e9 },
      { low: 0.0624, high: 0.1605 },
    ],
    [
      { having: 0, drawn: 20, all: 1e9 },
      { low: 0, high: 0.1611 },
    ],
    [
      { having: 1, drawn: 29, all: 1e9 },
      { low: 0.0061, high: 0.1718 },
    ],
  ])('is that of Newcombe (1998), table I, for %j', (counts, { low, high }) => {
    const found = shareInterval(counts);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('holds the share of all in 95 of 100 samples without putting back, or nearly', () => {
    for (const { all, having, size } of [
      { all: 558, having: 492, size: 100 },
      { all: 200, having: 190, size: 60 },
      { all: 4000, having: 3500, size: 300 },
    ]) {
      const holding = Array.from({ length: 1000 }, (_, trial) => hits({ all, having, size }, 31 * trial + 1)).filter((found) => {
        const { low, high } = shareInterval({ having: found, drawn: size, all });
        return low <= having / all && having / all <= high;
      });
      expect(holding.length).toBeGreaterThan(925);
      expect(holding.length).toBeLessThan(990);
    }
  });

  it('is the share itself when all are drawn, and narrower the more are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const width = (drawn: number) => {
          const { low, high } = shareInterval({ having: Math.round(share * drawn), drawn, all });
          return high - low;
        };
        expect(width(all)).toBe(0);
        expect(width(Math.ceil(all / 2))).toBeGreaterThan(0);
      }),
    );
  });
});

/** How many of a sample of a given size have what so many of all have, by a linear congruential generator (Lehmer, 1951). */
function hits({ all, having, size }: { readonly all: number; readonly having: number; readonly size: number }, seed: number) {
  let state = seed;
  let left = all;
  let leftHaving = having;
  let found = 0;
  for (let draw = 0; draw < size; draw++) {
    state = (state * 48_271) % 2_147_483_647;
    if ((state / 2_147_483_647) * left < leftHaving) {
      found++;
      leftHaving--;
    }
    left--;
  }
  return found;
}
