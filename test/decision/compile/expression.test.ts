import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../../../src/decision/model/condition.ts';
import { yes, yesNo } from '../model-notation.ts';
import { truthOf } from '../truth-of.ts';

const ANSWER = { T: true, F: false, P: null };
const NAME: Readonly<Record<string, string>> = { T: 'true', F: 'false', P: 'possible' };

type Letter = keyof typeof ANSWER;

/** Conjunction and disjunction of two truths as Kleene's strong logic of three values has them. */
const TABLE: readonly (readonly [p: Letter, q: Letter, all: Letter, any: Letter])[] = [
  ['T', 'T', 'T', 'T'],
  ['T', 'P', 'P', 'T'],
  ['T', 'F', 'F', 'T'],
  ['P', 'T', 'P', 'T'],
  ['P', 'P', 'P', 'P'],
  ['P', 'F', 'F', 'P'],
  ['F', 'T', 'F', 'T'],
  ['F', 'P', 'F', 'P'],
  ['F', 'F', 'F', 'F'],
];

/** What the truths of `p` and `q` make of a condition over them and over the facts `either` and `neither`. */
function truth(when: Condition, p: Letter, q: Letter): string {
  const facts = { either: { any: [yes('p'), yes('q')] }, neither: { not: { fact: 'either' } } };
  return truthOf(when, { p: ANSWER[p], q: ANSWER[q] }, { questions: [yesNo('p'), yesNo('q')], facts });
}

describe('a condition of three values', () => {
  const both = [yes('p'), yes('q')];
  const notBoth = both.map((part) => ({ not: part }));

  it.each(TABLE)('makes of %s and %s: all %s, any %s', (p, q, all, any) => {
    expect(truth({ all: both }, p, q)).toBe(NAME[all]);
    expect(truth({ any: both }, p, q)).toBe(NAME[any]);
  });

  it.each(TABLE)('keeps De Morgan’s laws for %s and %s', (p, q) => {
    expect(truth({ not: { all: both } }, p, q)).toBe(truth({ any: notBoth }, p, q));
    expect(truth({ not: { any: both } }, p, q)).toBe(truth({ all: notBoth }, p, q));
    expect(truth({ not: { not: { all: both } } }, p, q)).toBe(truth({ all: both }, p, q));
  });

  it.each<[Letter, Letter]>([
    ['T', 'F'],
    ['F', 'T'],
    ['P', 'P'],
  ])('turns %s into %s by "not"', (p, turned) => {
    expect(truth({ not: yes('p') }, p, 'T')).toBe(NAME[turned]);
  });

  it.each(TABLE)('reads facts as if they were written out, for %s and %s', (p, q, _, any) => {
    expect(truth({ fact: 'either' }, p, q)).toBe(NAME[any]);
    expect(truth({ fact: 'neither' }, p, q)).toBe(truth({ not: { any: both } }, p, q));
    expect(truth({ not: { fact: 'neither' } }, p, q)).toBe(NAME[any]);
  });

  it('does not know that one of p and not p must hold: nothing fires on what is unknown', () => {
    expect(truth({ any: [yes('p'), { not: yes('p') }] }, 'P', 'T')).toBe('possible');
  });
});
