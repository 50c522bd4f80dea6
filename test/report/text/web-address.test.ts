import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { webAddress } from '../../../src/report/text/web-address.ts';
import { hostileText } from '../hostile-text.ts';

describe('the address of a link', () => {
  it.each([
    ['https://example.org/a_b?c=1&d=2#e', 'https://example.org/a_b?c=1&d=2#e'],
    ['http://Example.org', 'http://example.org/'],
    ['https://example.org/(x)?q="y"|z', 'https://example.org/%28x%29?q=%22y%22%7Cz'],
    ['https://example.org/*a*[b]`c`', 'https://example.org/%2Aa%2A%5Bb%5D%60c%60'],
    ['https://bücher.example/ü\u202e', 'https://xn--bcher-kva.example/%C3%BC%E2%80%AE'],
  ])('%s leads to %s', (text, address) => {
    expect(webAddress(text)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '/here',
    'x',
    '',
  ])('%j leads nowhere', (text) => {
    expect(webAddress(text)).toBeUndefined();
  });

  it('holds nothing that ends it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(webAddress(`https://example.org/${text}`) ?? '').toMatch(/^[\w\-.~:/?#@!$&+,;=%]*$/);
      }),
    );
  });
});
