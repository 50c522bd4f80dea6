import { describe, expect, it } from '@jest/globals';
import { readAnswers } from '../../../src/decision/answers/read-answers.ts';
import { compile } from '../../../src/decision/compile/compile.ts';
import { answersById } from '../answers-by-id.ts';
import { modelOf, multiple, number, single, yesNo } from '../model-notation.ts';

const model = compile(
  modelOf({
    questions: [
      yesNo('sure'),
      { ...yesNo('old'), retired: true },
      single('one', 'x', 'y'),
      multiple('many', 'x', 'y', 'z', 'nothing!'),
      number('count', 1, 9),
    ],
  }),
);

/** `pointer code` of each finding. */
function faults(raw: Record<string, unknown>): readonly string[] {
  return readAnswers(model, raw).findings.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('reading answers', () => {
  it.each<[what: string, raw: Record<string, unknown>, answer: unknown]>([
    ['a truth', { sure: false }, { kind: 'value', value: false }],
    ['a choice', { one: 'y' }, { kind: 'value', value: 'y' }],
    ['a set in the order of its question', { many: ['z', 'x'] }, { kind: 'value', value: ['x', 'z'] }],
    ['the empty set', { many: [] }, { kind: 'value', value: [] }],
    ['a number', { count: 9 }, { kind: 'value', value: 9 }],
    ['an unknown', { one: null }, { kind: 'unknown' }],
    ['what does not apply', { one: { notApplicable: 'no choice' } }, { kind: 'not-applicable', reason: 'no choice' }],
    ['a set of values', { one: { anyOf: ['y', 'x'] } }, { kind: 'any-of', values: ['y', 'x'] }],
    ['a set of sets', { many: { anyOf: [['y', 'x'], []] } }, { kind: 'any-of', values: [['x', 'y'], []] }],
    ['an answer to a retired question', { old: true }, { kind: 'value', value: true }],
  ])('understands %s', (_, raw, answer) => {
    const { answers, findings } = readAnswers(model, raw);
    expect(findings).toEqual([]);
    expect([...answersById(model, answers)]).toEqual([[Object.keys(raw)[0], answer]]);
  });

  it('knows no minus zero', () => {
    const around = compile(modelOf({ questions: [number('count', -1, 1)] }));
    const wide = compile(modelOf({ questions: [number('count', -1, 1_000)] }));
    for (const model of [around, wide]) {
      const { answers } = readAnswers(model, { count: -0 });
      expect([...answersById(model, answers)]).toEqual([['count', { kind: 'value', value: 0 }]]);
    }
  });

  it.each<[what: string, raw: Record<string, unknown>, faults: readonly string[]]>([
    ['an unknown question', { 'a/b~c': 1 }, ['/a~1b~0c unknown-question']],
    ['a truth in quotes', { sure: 'true' }, ['/sure wrong-type']],
    ['an unknown choice', { one: 'z' }, ['/one unknown-choice']],
    ['a number for a choice', { one: 1 }, ['/one wrong-type']],
    ['a choice for a set', { many: 'x' }, ['/many wrong-type']],
    ['unknown choices in a set, each', { many: ['x', 'u', 'v'] }, ['/many/1 unknown-choice', '/many/2 unknown-choice']],
    ['a choice twice in a set', { many: ['x', 'y', 'x'] }, ['/many/2 duplicate-choice']],
    ['an exclusive choice with others', { many: ['x', 'nothing'] }, ['/many exclusive-choice']],
    ['a number below the range', { count: 0 }, ['/count out-of-range']],
    ['a number above the range', { count: 10 }, ['/count out-of-range']],
    ['a fraction', { count: 1.5 }, ['/count wrong-type']],
    ['no reason', { one: { notApplicable: '  ' } }, ['/one/notApplicable wrong-type']],
    ['no values to choose from', { one: { anyOf: [] } }, ['/one/anyOf wrong-type']],
    [
      'wrong values to choose from, each',
      { count: { anyOf: [1, 10, '2'] } },
      ['/count/anyOf/1 out-of-range', '/count/anyOf/2 wrong-type'],
    ],
    ['a value twice', { count: { anyOf: [1, 2, 1] } }, ['/count/anyOf/2 duplicate-value']],
    [
      'one set in two orders',
      {
        many: {
          anyOf: [
            ['x', 'y'],
            ['y', 'x'],
          ],
        },
      },
      ['/many/anyOf/1 duplicate-value'],
    ],
    ['two forms at once', { one: { anyOf: ['x'], notApplicable: 'both' } }, ['/one wrong-type']],
    ['a form within a form', { one: { anyOf: [{ anyOf: ['x'] }] } }, ['/one/anyOf/0 wrong-type']],
  ])('finds fault with %s', (_, raw, expected) => {
    expect(faults(raw)).toEqual(expected);
  });

  it('tells everything that is wrong at once and keeps the rest', () => {
    const { answers, findings } = readAnswers(model, { sure: 1, one: 'x', two: 2, count: 99 });
    expect(findings.map(({ pointer }) => pointer)).toEqual(['/sure', '/two', '/count']);
    expect([...answersById(model, answers).keys()]).toEqual(['one']);
  });

  it('says what to send instead', () => {
    expect(readAnswers(model, { one: 'z' }).findings[0]?.message).toBe('There is no choice "z"; send one of x, y.');
    expect(readAnswers(model, { count: 0 }).findings[0]?.message).toBe('Send a whole number from 1 to 9.');
  });
});
