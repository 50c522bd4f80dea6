import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differencesOf } from '../../../src/services/recommendations/json-difference.ts';

describe('the differences of two JSON values', () => {
  it.each([
    [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, []],
    [1, 2, [{ path: '', stored: 1, recomputed: 2 }]],
    [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, [{ path: '/a/b/1', stored: 2, recomputed: 3 }]],
    [{ a: [1] }, { a: [1, 2] }, [{ path: '/a/1', recomputed: 2 }]],
    [{ a: 1, 'b/~c': 2 }, { a: 1 }, [{ path: '/b~1~0c', stored: 2 }]],
    [{ a: null }, { a: {} }, [{ path: '/a', stored: null, recomputed: {} }]],
    [{ a: [] }, { a: {} }, [{ path: '/a', stored: [], recomputed: {} }]],
    [{ constructor: 1 }, {}, [{ path: '/constructor', stored: 1 }]],
  ])('%j against %j', (stored, recomputed, differences) => {
    expect(differencesOf(stored, recomputed)).toEqual(differences);
  });

  it('are none exactly when the values are equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const copy: unknown = JSON.parse(JSON.stringify(one));
        expect(differencesOf(copy, JSON.parse(JSON.stringify(copy)))).toEqual([]);
        const equal = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(differencesOf(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))).length === 0).toBe(equal);
      }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { entries: entries.map(([key, part]) => [key, sorted(part)]) };
}
