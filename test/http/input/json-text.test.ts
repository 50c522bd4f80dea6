import { describe, expect, it } from '@jest/globals';
import { readJson } from '../../../src/http/input/json-text.ts';
import { Refusal } from '../../../src/services/refusal.ts';

function refusalOf(body: string | Uint8Array): Refusal {
  try {
    readJson(typeof body === 'string' ? Buffer.from(body) : body);
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown;
    throw thrown;
  }
  throw new Error('the body was accepted');
}

function placesIn(body: string): readonly string[] {
  return (refusalOf(body).details.errors ?? []).map(({ pointer, code }) => `${code} ${pointer}`);
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('reading JSON', () => {
  it.each<[string, unknown]>([
    ['{}', {}],
    [' {"a":[1,2.5e3,-0.1],"b":null,"c":"x\\n\\u00e9 😀"} ', { a: [1, 2500, -0.1], b: null, c: 'x\né 😀' }],
    ['{"a":{"b":1},"c":{"b":1}}', { a: { b: 1 }, c: { b: 1 } }],
    ['{"a:b":"{\\"a\\":1,\\"a\\":2}","a":"\\\\"}', { 'a:b': '{"a":1,"a":2}', a: '\\' }],
    ['"😀"', '😀'],
    [nested(16), JSON.parse(nested(16))],
  ])('accepts %s', (text, value) => {
    expect(readJson(Buffer.from(text))).toEqual(value);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /empty/],
    ['blanks', '  ', /not JSON/],
    ['half an object', '{"a":', /line 1, column 6/],
    ['a comment', '{"a":1} // b', /line 1, column 9/],
    ['a comma too many', '{"a":1,\n}', /line 2, column 1/],
    ['single quotes', "{'a':1}", /line 1, column 2/],
    ['a leading zero', '[01]', /not JSON/],
    ['NaN', '[NaN]', /line 1, column 2/],
    ['a raw line break in a text', '["a\nb"]', /not JSON/],
    ['a raw NUL', '["\u0000"]', /not JSON/],
    ['an unknown escape', '["\\x41"]', /not JSON/],
    ['two values', '{} {}', /line 1, column 4/],
    ['a byte order mark', '\uFEFF{}', /byte order mark/],
    ['UTF-16', Buffer.from('{}', 'utf16le'), /not JSON/],
    ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), /not UTF-8/],
    ['a surrogate in UTF-8', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), /not UTF-8/],
    ['brackets without end', '['.repeat(200_000), /not JSON/],
  ])('refuses %s', (_name, body, detail) => {
    expect(refusalOf(body)).toMatchObject({ code: 'malformed-json', message: expect.stringMatching(detail) });
  });

  it.each<[string, string, string]>([
    ['17 levels', `{"a":${nested(16)}}`, `too-deep /a${'/0'.repeat(15)}`],
    ['100,000 levels', nested(100_000), `too-deep ${'/0'.repeat(16)}`],
    ['a key twice', '{"a":{"b":1,"b":2}}', 'duplicate-key /a/b'],
    ['a key twice in other spellings', '[{"a":1,"\\u0061":2}]', 'duplicate-key /0/a'],
    ['__proto__', '{"a":[{"__proto__":{}}]}', 'forbidden-key /a/0/__proto__'],
    ['an escaped __proto__', '{"\\u005f_proto__":1}', 'forbidden-key /__proto__'],
    ['constructor', '{"constructor":1}', 'forbidden-key /constructor'],
    ['prototype', '{"prototype":1}', 'forbidden-key /prototype'],
    ['an escaped NUL', '{"a":"\\u0000"}', 'nul-character /a'],
    ['a lone high surrogate', '["\\ud83d"]', 'lone-surrogate /0'],
    ['a lone low surrogate in a key', '{"\\ude00":1}', 'lone-surrogate /\uFFFD'],
    ['surrogates the wrong way round', '["\\ude00\\ud83d"]', 'lone-surrogate /0'],
    ['a number without end', '{"a/b":1e400}', 'number-too-large /a~1b'],
  ])('names the place of %s', (_name, body, place) => {
    expect(placesIn(body)).toEqual([place]);
  });

  it('names every place at once', () => {
    expect(placesIn('{"a":"\\u0000","b":-1e999,"c":{"constructor":1,"d":1,"d":2}}')).toEqual([
      'nul-character /a',
      'number-too-large /b',
      'forbidden-key /c/constructor',
      'duplicate-key /c/d',
    ]);
  });
});
