import { describe, expect, it } from '@jest/globals';
import { type ModelFormat, readModelText } from '../../../src/models/text/model-text.ts';
import { placeInWords } from '../../../src/models/text/place.ts';

function codes(text: string, format: ModelFormat = 'yaml'): readonly string[] {
  const reading = readModelText(text, format);
  return 'findings' in reading ? reading.findings.map(({ path, code }) => `${path} ${code}`) : [];
}

function messages(text: string, format: ModelFormat = 'yaml'): string {
  const reading = readModelText(text, format);
  return 'findings' in reading
    ? reading.findings.map(({ place, message }) => (place ? `${placeInWords(place)}: ${message}` : message)).join('\n')
    : '';
}

describe('model text', () => {
  it('reads YAML 1.2, in which yes and no are words and dates are texts', () => {
    const text = 'answer: yes\nday: 2024-02-01\nversion: 1.0.0\ncount: 010\nflag: true\nnothing: ~\nlist: [1, 2.5]\n1: one\n';
    expect(readModelText(text, 'yaml')).toEqual({
      data: {
        answer: 'yes',
        day: '2024-02-01',
        version: '1.0.0',
        count: 10,
        flag: true,
        nothing: null,
        list: [1, 2.5],
        '1': 'one',
      },
    });
  });

  it('reads JSON with every escape it has', () => {
    const value = { text: 'a/b \u20ac 😀 \n\t "quoted" \u0000', list: [null, true, -1.5e-3], nested: { deep: [] } };
    expect(readModelText(JSON.stringify(value, null, '\t'), 'json')).toEqual({ data: value });
    expect(readModelText('{"a":"\\ud83d\\ude00\\/"}', 'json')).toEqual({ data: { a: '😀/' } });
  });

  it('follows a few aliases', () => {
    expect(readModelText('a: &x [1]\nb: *x\n', 'yaml')).toEqual({ data: { a: [1], b: [1] } });
  });

  it.each<[what: string, text: string, codes: readonly string[]]>([
    ['an unclosed list', 'a: [1, 2\n', [' syntax']],
    ['two documents', 'a: 1\n---\nb: 2\n', [' syntax']],
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', [' syntax']],
    ['an unknown tag', 'a: !secret b\n', [' syntax']],
    ['a tag of YAML 1.1', 'a: !!binary aGVsbG8=\n', [' syntax']],
    ['a key __proto__', 'a:\n  __proto__: { b: 1 }\n', ['/a/__proto__ forbidden-key']],
    ['an infinite number', 'a: .inf\nb: [.nan]\n', ['/a not-plain', '/b/0 not-plain']],
    ['a number beyond all bounds', 'a: 1e999\n', ['/a not-plain']],
    ['half a surrogate pair', 'a: "\\ud800"\n', ['/a not-plain']],
    ['an alias to nowhere', 'a: *nowhere\n', [' syntax']],
  ])('refuses %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('refuses a circle of aliases', () => {
    expect(codes('a: &x [*x, *x]\n').length).toBe(1);
    expect(codes('a: &x { b: *x }\n').length).toBe(1);
  });

  it('refuses aliases that grow without bound', () => {
    const lines = Array.from(
      { length: 12 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(', ')}]`,
    );
    expect(codes(`l0: &l0 [x]\n${lines.join('\n')}\n`)).toEqual([' syntax']);
  });

  it.each([65, 2_000, 50_000])('refuses nesting %d deep', (depth) => {
    expect(codes(`a: ${'['.repeat(depth)}${']'.repeat(depth)}`)).toEqual([' too-deep']);
    expect(codes('- '.repeat(depth))).toEqual([' too-deep']);
    expect(codes(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`, 'json')).toEqual([' too-deep']);
  });

  it('tells line and column of a syntax error', () => {
    expect(messages('id: one\nversion: [1, 2\ntitle: x\n')).toMatch(/^Line 3, column 1: /);
    expect(messages('{\n  "a": 1,\n  "a": 2\n}', 'json')).toMatch(/^Line 3, column 3: Map keys must be unique/);
  });

  it('refuses YAML that calls itself JSON', () => {
    expect(messages('a: 1\n', 'json')).toMatch(/^This is not JSON: /);
  });
});
