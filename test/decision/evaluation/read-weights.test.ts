import { describe, expect, it } from '@jest/globals';
import { compile } from '../../../src/decision/compile/compile.ts';
import { readWeights } from '../../../src/decision/evaluation/read-weights.ts';
import { evaluated } from '../evaluated.ts';
import { modelOf } from '../model-notation.ts';

const document = modelOf({
  criteria: [
    { id: 'first', title: 'First', weight: 3, scale: 6 },
    { id: 'second', title: 'Second', weight: 1, scale: 6 },
  ],
});
const model = compile(document);

describe('reading weights', () => {
  it('keeps the model’s own where none is sent', () => {
    expect([...readWeights(model).weights]).toEqual([
      ['first', 3],
      ['second', 1],
    ]);
    expect([...readWeights(model, { second: 0.5 }).weights]).toEqual([
      ['first', 3],
      ['second', 0.5],
    ]);
  });

  it.each<[what: string, own: Record<string, unknown>, faults: readonly string[]]>([
    ['an unknown criterion', { 'third/one': 1 }, ['/third~1one unknown-criterion']],
    [
      'a name that every object has',
      JSON.parse('{"__proto__": 1, "constructor": 1}'),
      ['/__proto__ unknown-criterion', '/constructor unknown-criterion'],
    ],
    ['a negative weight', { first: -1 }, ['/first wrong-weight']],
    ['a weight in quotes', { first: '1' }, ['/first wrong-weight']],
    ['no number', { first: Number.NaN, second: null }, ['/first wrong-weight', '/second wrong-weight']],
    ['no end', { first: Number.POSITIVE_INFINITY }, ['/first wrong-weight']],
    ['nothing that counts', { first: 0, second: 0 }, [' all-weights-zero']],
  ])('finds fault with %s', (_, own, faults) => {
    expect(readWeights(model, own).findings.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
  });

  it('makes shares of even the largest and the smallest numbers', () => {
    const shares = (weights: Record<string, number>) => evaluated(document, {}, { weights }).criteria?.map(({ share }) => share);
    expect(shares({ first: Number.MAX_VALUE, second: Number.MAX_VALUE })).toEqual([0.5, 0.5]);
    expect(shares({ first: Number.MIN_VALUE, second: 0 })).toEqual([1, 0]);
  });
});
