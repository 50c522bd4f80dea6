import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newKeyText, readKeyText } from '../../../src/services/identity/key-text.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const kind = fc.constantFrom('secret' as const, 'embed' as const);
const key = kind.map((one) => newKeyText(one));

/** The number that base 62 writes so. */
function numberOf(digits: string): bigint {
  return [...digits].reduce((sum, digit) => sum * 62n + BigInt(DIGITS.indexOf(digit)), 0n);
}

describe('the text of a key', () => {
  it('is read back as what it was made as', () => {
    fc.assert(
      fc.property(key, (made) => {
        expect(readKeyText(made.text)).toEqual(made);
      }),
    );
  });

  it('has the form that scanners look for, and ends with the CRC-32 of the rest', () => {
    fc.assert(
      fc.property(key, ({ kind: made, id, text }) => {
        expect(text).toMatch(made === 'secret' ? /^dadv_sk_\w{10}_\w{38}$/ : /^dadv_pub_\w{10}_\w{38}$/);
        expect(text.split('_')[2]).toBe(id);
        expect(numberOf(text.slice(-6))).toBe(BigInt(crc32(text.slice(0, -6))));
      }),
    );
  });

  it('is no key any more with one character changed, left out or put in', () => {
    const character = fc.constantFrom(...DIGITS, '_', '-', ' ', 'é');
    fc.assert(
      fc.property(key, fc.nat(), character, ({ text }, anywhere, other) => {
        const place = anywhere % text.length;
        const [before, after] = [text.slice(0, place), text.slice(place + 1)];
        if (text[place] !== other) expect(readKeyText(before + other + after)).toBeUndefined();
        expect(readKeyText(before + after)).toBeUndefined();
        expect(readKeyText(before + other + text.slice(place))).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  it('is nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^dadv_(sk|pub)_\w{10}_\w{30,40}$/)), (text) => {
        expect(readKeyText(text)).toBeUndefined();
      }),
    );
  });

  it('never comes twice, and uses every digit', () => {
    const texts = Array.from({ length: 1_000 }, () => newKeyText('secret'));
    expect(new Set(texts.map(({ id }) => id)).size).toBe(1_000);
    expect(new Set(texts.map(({ text }) => text.slice(19, 51))).size).toBe(1_000);
    expect(new Set(texts.flatMap(({ text }) => [...text.slice(19, 51)])).size).toBe(62);
  });
});
