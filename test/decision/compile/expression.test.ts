import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../../../src/decision/model/condition.ts';
import { evaluated } from '../evaluated.ts';
import { gate, modelOf, yes, yesNo } from '../model-notation.ts';

const ANSWER = { T: true, F: false, P: null };
const STATE: Readonly<Record<string, string>> = { T: 'fired', F: 'clear', P: 'possible' };

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

/** The state of a condition over `p` and `q`, and over the fact `either`. */
function state(when: Condition, p: Letter, q: Letter): string | undefined {
  const model = modelOf({
    questions: [yesNo('p'), yesNo('q')],
    facts: { either: { any: [yes('p'), yes('q')] }, neither: { not: { fact: 'either' } } },
    gates: [gate('seen', 'a', when)],
  });
  return evaluated(model, { p: ANSWER[p], q: ANSWER[q] }).gates?.[0]?.state;
}

describe('a condition of three values', () => {
  const both = [yes('p'), yes('q')];
  const notBoth = both.map((part) => ({ not: part }));

  it.each(TABLE)('makes of %s and %s: all %s, any %s', (p, q, all, any) => {
    expect(state({ all: both }, p, q)).toBe(STATE[all]);
    expect(state({ any: both }, p, q)).toBe(STATE[any]);
  });

  it.each(TABLE)('keeps De Morgan’s laws for %s and %s', (p, q) => {
    expect(state({ not: { all: both } }, p, q)).toBe(state({ any: notBoth }, p, q));
    expect(state({ not: { any: both } }, p, q)).toBe(state({ all: notBoth }, p, q));
    expect(state({ not: { not: { all: both } } }, p, q)).toBe(state({ all: both }, p, q));
  });

  it.each<[Letter, Letter]>([
    ['T', 'F'],
    ['F', 'T'],
    ['P', 'P'],
  ])('turns %s into %s by "not"', (p, turned) => {
    expect(state({ not: yes('p') }, p, 'T')).toBe(STATE[turned]);
  });

  it.each(TABLE)('reads facts as if they were written out, for %s and %s', (p, q, _, any) => {
    expect(state({ fact: 'either' }, p, q)).toBe(STATE[any]);
    expect(state({ fact: 'neither' }, p, q)).toBe(state({ not: { any: both } }, p, q));
    expect(state({ not: { fact: 'neither' } }, p, q)).toBe(STATE[any]);
  });

  it('does not know that one of p and not p must hold: nothing fires on what is unknown', () => {
    expect(state({ any: [yes('p'), { not: yes('p') }] }, 'P', 'T')).toBe('possible');
  });
});
