import { describe, expect, it } from '@jest/globals';
import { retryAfterOf } from '../../src/delivery/retry-after.ts';

const DATE = 'Sun, 29 Nov 2026 12:00:00 GMT';

describe('Retry-After', () => {
  it.each([
    ['0', undefined, 0],
    ['120', undefined, 120_000],
    [' 7 ', DATE, 7_000],
    ['Sun, 29 Nov 2026 12:01:00 GMT', DATE, 60_000],
    ['Sun, 29 Nov 2026 11:00:00 GMT', DATE, 0],
    ['Sun, 29 Nov 2026 12:01:00 GMT', undefined, undefined],
    ['soon', DATE, undefined],
    ['-1', undefined, undefined],
    ['1e9', undefined, undefined],
    ['9999999999', undefined, undefined],
    ['', DATE, undefined],
    [undefined, DATE, undefined],
  ])('%j with Date %j is %j ms', (field, date, expected) => {
    expect(retryAfterOf(field, date)).toBe(expected);
  });
});
