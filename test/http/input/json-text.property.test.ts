import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suspiciousPlaces } from '../../../src/http/input/json-audit.ts';
import { readJson } from '../../../src/http/input/json-text.ts';
import { Refusal } from '../../../src/services/refusal.ts';

const plainKey = fc
  .string({ unit: 'grapheme' })
  .filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key) && !key.includes('\u0000'));
const plainText = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\u0000'));
const { value: plainValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    plainText,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(plainKey, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('reading JSON', () => {
  it('gives what JSON.parse gives for whatever is harmless, however it is spaced', () => {
    fc.assert(
      fc.property(plainValue, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(readJson(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses a key that is there twice, wherever that is', () => {
    fc.assert(
      fc.property(plainValue, plainKey, plainValue, (before, key, value) => {
        const entry = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
        const text = `[${JSON.stringify(before)},{${entry},${entry}}]`;
        expect(() => readJson(Buffer.from(text))).toThrow(Refusal);
      }),
    );
  });

  it('sees at a glance no more than on closer inspection', () => {
    const suspicious = fc.constantFrom('__proto__', 'constructor', 'a', 'a"', '\u0000', '\\', '\ud800', ':');
    const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 20, depthSize: 'max' },
        suspicious,
        fc.constantFrom(1, null, 1e308),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(suspicious, tie('value'), { maxKeys: 2, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(anything, fc.constantFrom('', ',"a":1'), (value, more) => {
        const text = `{"a":${JSON.stringify(value)}${more}}`;
        const isRefused = suspiciousPlaces(JSON.parse(text)).places.length > 0 || more !== '';
        const read = () => readJson(Buffer.from(text));
        if (isRefused) expect(read).toThrow(Refusal);
        else expect(read()).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses or reads any bytes, and throws nothing else', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.string({ unit: 'binary' }).map((text) => Uint8Array.from(Buffer.from(text))),
      fc.json().map((text) => Uint8Array.from(Buffer.from(text))),
    );
    fc.assert(
      fc.property(bytes, (body) => {
        try {
          readJson(body);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Refusal);
        }
      }),
    );
  });
});
