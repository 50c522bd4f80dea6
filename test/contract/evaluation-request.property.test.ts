import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EvaluationRequest, isPlainEvaluationRequest } from '../../src/contract/schemas/evaluation-request.ts';

const key = fc.oneof(fc.string(), fc.constantFrom('a'.repeat(100), 'a'.repeat(101), '__proto__', 'answers'));
const weight = fc.oneof(
  fc.constantFrom(0, -0, -1, 1e9, 1e9 + 1, Number.NaN, Number.POSITIVE_INFINITY),
  fc.double(),
  fc.jsonValue(),
);
const entries = <T>(value: fc.Arbitrary<T>) => fc.dictionary(key, value, { noNullPrototype: true, maxKeys: 4 });
const request = fc.record(
  {
    answers: fc.oneof(
      { weight: 9, arbitrary: entries(fc.constantFrom(1, null, 'a', [])) },
      { weight: 1, arbitrary: fc.constantFrom([], 1) },
    ),
    weights: fc.oneof({ weight: 9, arbitrary: entries(weight) }, { weight: 1, arbitrary: fc.constantFrom([], null, undefined) }),
    version: fc.constantFrom('1.0.0', 'x'),
    more: fc.constant(1),
  },
  { requiredKeys: [], noNullPrototype: true },
);

describe('a request that is plain at a glance', () => {
  it('is one that the schema accepts and leaves as it is', () => {
    fc.assert(
      fc.property(request, (raw) => {
        if (isPlainEvaluationRequest(raw)) expect(EvaluationRequest.parse(raw)).toEqual(raw);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [{ answers: {} }, true],
    [{ answers: { a: null }, weights: { b: 0 } }, true],
    [{ answers: {}, weights: { b: -1 } }, false],
    [{ answers: {}, weights: undefined }, false],
    [{ answers: {}, version: '1.0.0' }, false],
    [{ answers: { ['a'.repeat(101)]: 1 } }, false],
    [{ answers: [] }, false],
    [{}, false],
    [null, false],
  ])('is not every one: %j, %s', (raw, isPlain) => {
    expect(isPlainEvaluationRequest(raw)).toBe(isPlain);
  });
});
