import { describe, expect, it } from '@jest/globals';
import { createTokens } from '../../../../src/embed/page/frame/tokens.ts';

describe('tokens that the host gives', () => {
  it('go to those who asked, whatever their order', async () => {
    const asked: number[] = [];
    const tokens = createTokens((request) => asked.push(request));
    const [first, second] = [tokens.get(), tokens.get()];
    expect(asked).toEqual([1, 2]);
    tokens.settle(2, 'b');
    tokens.settle(1, undefined);
    expect(await Promise.all([first, second])).toEqual([undefined, 'b']);
  });

  it('are given once, and only to questions', async () => {
    const tokens = createTokens(() => {});
    tokens.settle(1, 'too early');
    const token = tokens.get();
    tokens.settle(1, 'a');
    tokens.settle(1, 'b');
    expect(await token).toBe('a');
  });
});
