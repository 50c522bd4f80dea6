import { describe, expect, it } from '@jest/globals';
import { readQuery } from '../../../src/http/input/query-string.ts';

describe('reading a query string', () => {
  it.each([
    ['/a', {}],
    ['/a?', {}],
    ['/a?b=1&c=', { b: '1', c: '' }],
    ['/a?b', { b: '' }],
    ['/a?&&b=1&', { b: '1' }],
    ['/a?b=x+y%20z%26&%63=%C3%A9', { b: 'x y z&', c: 'é' }],
    ['/a?b=1=2', { b: '1=2' }],
  ])('understands %s', (url, values) => {
    expect(readQuery(url)).toEqual({ values, places: [] });
  });

  it('names parameters that are there twice, in whatever spelling', () => {
    expect(readQuery('/a?b=1&%62=2').places).toEqual([
      expect.objectContaining({ pointer: '/query/b', code: 'repeated-parameter' }),
    ]);
  });

  it('names parameters that hold NUL', () => {
    expect(readQuery('/a?b=%00').places).toEqual([expect.objectContaining({ pointer: '/query/b', code: 'nul-character' })]);
  });

  it('keeps names that reach into prototypes apart from the prototype', () => {
    const { values } = readQuery('/a?__proto__=1&constructor=2');
    expect(Object.keys(values)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });

  it.each(['/a?b=%', '/a?b=%zz', '/a?%E0%A4%A=1', '/a?b=%ED%A0%80'])('refuses %s', (url) => {
    expect(() => readQuery(url)).toThrow(expect.objectContaining({ code: 'malformed-request' }));
  });
});
