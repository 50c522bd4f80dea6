import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { pointer } from '../../../src/decision/model/finding.ts';
import { placesIn } from '../../../src/models/text/places.ts';

const HERE = 'here-it-is';

/** How to get from the whole to a part: by a key, or by an index with so many other items before it. */
const steps = fc.array(
  fc.oneof(
    fc.string({ maxLength: 5 }).filter((key) => !['__proto__', HERE].includes(key)),
    fc.nat(3),
  ),
  {
    maxLength: 6,
  },
);

/** A document in which the steps lead to a map with one key, and other things lie beside the way. */
function documentAlong(path: readonly (string | number)[]): unknown {
  const innermost: unknown = { [HERE]: [1] };
  return path.reduceRight((inner, step) => {
    if (typeof step === 'string') return { [`${step}-before`]: { a: 'b' }, [step]: inner, [`${step}-after`]: null };
    return [...Array.from({ length: step }, (_, index) => `item ${index}`), inner, ['after']];
  }, innermost);
}

describe('places in a text', () => {
  it.each([
    ['a: 1\nb:\n  - x\n  - { c: y }\n', '/b/1/c', 4, 7],
    ['a: 1\nb:\n  - x\n', '/b', 2, 1],
    ['a: 1\nb:\n  - x\n', '/b/7', 2, 1],
    ['a: 1\nb:\n  - x\n', '/nowhere/at/all', 1, 1],
    ['{\n  "a/b": {\n    "c~d": 1\n  }\n}', '/a~1b/c~0d', 3, 5],
    ['a: &x\n  b: 1\nc: *x\n', '/c/b', 2, 3],
    ['', '/a', 1, 1],
    ['# only a remark\n', '', 1, 1],
    ['1: one\n', '/1', 1, 1],
  ])('in %j has %s at line %d, column %d', (text, path, line, column) => {
    expect(placesIn(text)(path)).toEqual({ line, column });
  });

  it('are where a reader finds the key, in YAML and in JSON', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('yaml', 'flow', 'json', 'compact'), (path, language) => {
        const text = {
          yaml: () => stringify(documentAlong(path)),
          flow: () => stringify(documentAlong(path), { collectionStyle: 'flow' }),
          json: () => JSON.stringify(documentAlong(path), null, 2),
          compact: () => JSON.stringify(documentAlong(path)),
        }[language]();
        const { line, column } = placesIn(text)(pointer(...path, HERE));
        const rest = (text.split('\n')[line - 1] ?? '').slice(column - 1);
        expect(rest.replace(/^"/, '').startsWith(HERE)).toBe(true);
      }),
    );
  });
});
