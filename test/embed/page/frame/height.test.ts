import { describe, expect, it } from '@jest/globals';
import { frameHeight } from '../../../../src/embed/page/frame/height.ts';

describe('the height of a frame', () => {
  it.each([
    [480, 480],
    [480.2, 488],
    [481, 488],
    [487.9, 488],
    [0, 100],
    [-1, 100],
    [99, 104],
    [19_999, 20_000],
    [1e9, 20_000],
    [Number.POSITIVE_INFINITY, 20_000],
  ])('for content of %d px is %d px', (content, height) => {
    expect(frameHeight(content)).toBe(height);
  });
});
