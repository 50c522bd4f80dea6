// What no honest client sends, and what a careless one does.

import fc from 'fast-check';

const repeated = (/** @type {string} */ text, /** @type {number} */ times) => text.repeat(times);

/** Values of JSON to put where another one belongs. */
export const hostileValue = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udc00x',
    '\u202e',
    '\ufeff',
    '__proto__',
    'constructor',
    repeated('x', 10_000),
    0,
    -0,
    -1,
    0.1,
    1e308,
    -1e308,
    5e-324,
    2 ** 31,
    2 ** 53,
    2 ** 53 + 2,
    1e21,
    [],
    {},
    [[]],
    { toString: 1 },
    { length: -1 },
    { anyOf: [] },
    { anyOf: [null] },
    { anyOf: [{ anyOf: [1] }] },
    { notApplicable: '' },
    { notApplicable: 'x', anyOf: [1] },
    { remove: true },
    { remove: false },
  ),
  fc.array(fc.constant('x'), { minLength: 100, maxLength: 600 }),
  fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { minKeys: 1, maxKeys: 5 }),
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
);

/** Texts to put in addresses and header fields; no line breaks, which end a field. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '%',
    '%00',
    '%ff',
    '%zz',
    '%c3%28',
    '%ed%a0%80',
    '%2e%2e',
    '..',
    '%2f',
    '*',
    '0',
    '-1',
    '1e2',
    '9'.repeat(400),
    'NaN',
    'null',
    'undefined',
    '__proto__',
    'constructor',
    '%5B%5D',
    "'%20OR%201=1--",
    '{{7*7}}',
    '%F0%9F%91%A9',
    '+',
    '&',
    '=',
    '\t',
    '"',
    '\\',
    '\x80\xff',
    '\x7f',
    'a'.repeat(3_000),
    '00000000-0000-0000-0000-000000000000',
    '01900000-0000-7000-8000-00000000000',
    '99999.99999.99999',
  ),
  fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
  fc.string({ unit: 'binary', maxLength: 20 }).map(encodeLoosely),
);

/** @param {string} text */
function encodeLoosely(text) {
  return Buffer.from(text, 'utf8').reduce((all, byte) => `${all}%${byte.toString(16).padStart(2, '0')}`, '');
}

const open = (/** @type {string} */ bracket, /** @type {number} */ times) => repeated(bracket, times);
const nested = (/** @type {number} */ depth) => `{"answers":${open('[', depth)}${open(']', depth)}}`;

/** Bodies that are no JSON, or JSON that nobody should read. */
export const hostileBody = fc.oneof(
  fc
    .constantFrom(
      '',
      ' ',
      '{',
      '{}}',
      'null',
      '1',
      '"x"',
      '[]',
      '{"a":1,}',
      "{'a':1}",
      '{a:1}',
      '// x\n{}',
      '{"a":NaN}',
      '{"a":1e999}',
      '{"a":-1e999}',
      '{"a":01}',
      '{"a":"\t"}',
      '{"a":"\\u0000"}',
      '{"a":"\\ud800"}',
      '{"\\udc00":1}',
      '{"a":1,"a":2}',
      '{"answers":{},"answers":{}}',
      '{"answers":{"drift-pain":1,"drift-pain":2}}',
      '{"__proto__":{"isAdmin":true}}',
      '{"answers":{"__proto__":{"x":1}}}',
      '{"subject":{"ref":"a","constructor":{"prototype":{}}}}',
      '\ufeff{}',
      nested(15),
      nested(16),
      nested(17),
      nested(1_000),
      nested(100_000),
      open('[', 200_000),
      `{"answers":{${open('"a":{', 50_000)}`,
      `{"answers":"${repeated('x', 262_000)}"}`,
      `{"answers":"${repeated('x', 262_144)}"}`,
      `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join()}}`,
      `{"answers":{${Array.from({ length: 501 }, (_, index) => `"k${index}":1`).join()}}}`,
      `[${repeated('1,', 100_000)}1]`,
      `${repeated(' ', 200_000)}{}`,
    )
    .map((text) => Buffer.from(text, 'utf8')),
  fc
    .constantFrom([0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d], [0, 0x7b, 0, 0x7d])
    .map(Buffer.from),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);
