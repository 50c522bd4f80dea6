import { describe, expect, it } from '@jest/globals';
import { linesIn } from '../../../src/http/batch/lines.ts';

const LONGEST = 65_536;

/** What the lines of a text in parts are read as, each time that some are. */
async function read(...parts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const groups: string[][] = [];
  for await (const lines of linesIn(arriving(parts))) {
    groups.push(lines.map(({ number, bytes }) => `${number} ${bytes === undefined ? 'too long' : textOf(bytes)}`));
  }
  return groups;
}

async function* arriving(parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part, 'latin1');
}

function textOf(bytes: Uint8Array): string {
  return bytes.length > 100 ? `${bytes.length} bytes` : Buffer.from(bytes).toString('latin1');
}

describe('lines', () => {
  it.each<[string, readonly string[], readonly (readonly string[])[]]>([
    ['nothing', [], []],
    ['an empty part', [''], []],
    ['one line without an end', ['a'], [['1 a']]],
    ['one line with an end', ['a\n'], [['1 a']]],
    ['several in one part', ['a\nb\nc'], [['1 a', '2 b'], ['3 c']]],
    ['one in several parts', ['a', 'b', 'c\n'], [['1 abc']]],
    ['an end that comes by itself', ['a', '\n', 'b', '\n'], [['1 a'], ['2 b']]],
    ['ends as on Windows', ['a\r\nb\r\n'], [['1 a', '2 b']]],
    ['such an end in two parts', ['a\r', '\nb'], [['1 a'], ['2 b']]],
    ['a return within a line', ['a\rb\n'], [['1 a\rb']]],
    ['a return at the very end', ['a\r'], [['1 a']]],
  ])('are found in %s', async (_name, parts, lines) => {
    expect(await read(...parts)).toEqual(lines);
  });

  it.each<[string, readonly string[], readonly (readonly string[])[]]>([
    ['blank lines', ['\n \n\t\r\n'], [[]]],
    ['a blank line at the end', ['a\n  '], [['1 a']]],
    ['blank lines between others', ['a\n\n\nb\n'], [['1 a', '4 b']]],
    ['a blank line in two parts', [' ', ' \nb'], [[], ['2 b']]],
  ])('are counted and left out where they are blank: %s', async (_name, parts, lines) => {
    expect(await read(...parts)).toEqual(lines);
  });

  it('may be 64 KiB long, without what ends them, and lose their bytes when they are longer', async () => {
    const x = 'x'.repeat(LONGEST);
    expect(await read(`${x}\r\n${x}x\na`)).toEqual([[`1 ${LONGEST} bytes`, '2 too long'], ['3 a']]);
    expect(await read(x, '\r', '\n', x, 'x', '\na')).toEqual([[`1 ${LONGEST} bytes`], ['2 too long'], ['3 a']]);
    expect(await read(`${x}xx`, x, x)).toEqual([['1 too long']]);
  });

  it('are read no further than they are asked for', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        asked++;
        yield Buffer.from('a\n');
      }
    }
    for await (const _ of linesIn(endless())) if (asked === 3) break;
    expect(asked).toBe(3);
  });
});
