import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linesIn } from '../../../src/http/batch/lines.ts';

const text = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '☃', '👩‍💻', '\t', '\r', '\n', '\r\n'), maxLength: 40 });

describe('lines', () => {
  it('are the same wherever their text is cut, inside of characters and of what ends a line', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat({ max: 60 })), async (whole, cuts) => {
        const expected = whole
          .split('\n')
          .map((line, index) => ({ number: index + 1, text: line.replace(/\r$/, '') }))
          .filter((line) => line.text.replaceAll(/[ \t\r]/g, '') !== '');
        expect(await read(cut(Buffer.from(whole), cuts))).toEqual(expected);
      }),
    );
  });
});

async function read(parts: readonly Uint8Array[]) {
  const found = [];
  for await (const lines of linesIn(arriving(parts))) {
    for (const { number, bytes } of lines) found.push({ number, text: Buffer.from(bytes ?? []).toString('utf8') });
  }
  return found;
}

async function* arriving(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

/** The bytes, cut at these places. */
function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...places.toSorted((one, other) => one - other), bytes.length];
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}
