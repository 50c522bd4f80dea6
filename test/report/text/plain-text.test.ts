import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from '../../../src/report/text/plain-text.ts';
import { hostileText } from '../hostile-text.ts';

describe('plain text', () => {
  it.each([
    ['several\r\n\tlines\u2028of text ', 'several lines of text'],
    ['turned \u202egnp.exe', 'turned gnp.exe'],
    ['isolated \u2067txet\u2069\u200f\u061c', 'isolated txet'],
    ['bell\u0007, escape\u001b, next\u0085, delete\u007f', 'bell\ufffd, escape\ufffd, next\ufffd, delete\ufffd'],
    ['half \ud83d a pair', 'half \ufffd a pair'],
    ['no character \ufffe', 'no character \ufffd'],
    ['👩‍🚀 Zürich שלום', '👩‍🚀 Zürich שלום'],
  ])('%j reads %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('is one line without controls, and stays as it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const plain = plainText(text);
        expect(plain).not.toMatch(/[\p{Control}\p{Surrogate}\p{Bidi_Control}\u2028\u2029]/u);
        expect(plainText(plain)).toBe(plain);
      }),
    );
  });
});
