import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AskedQuestion } from '../../../src/decision/answers/questionnaire.ts';
import { type Field, isReadable, reading } from '../../../src/embed/view/asking/reading.ts';

const QUESTION = { id: 'where', criteria: [], core: true, text: 'Where?' } as const;
const SEVERAL: AskedQuestion = {
  ...QUESTION,
  type: 'multiple',
  choices: [
    { id: 'here', text: 'Here', exclusive: false },
    { id: 'there', text: 'There', exclusive: false },
    { id: 'nowhere', text: 'Nowhere', exclusive: true },
  ],
};
const SINGLE: AskedQuestion = { ...SEVERAL, type: 'single' };
const NUMBER: AskedQuestion = { ...QUESTION, type: 'integer', min: 1, max: 10 };

/** A native field, as far as reading goes. */
function field(type: string, value: string, checked = false): Field & { invalid?: string } {
  const one: Field & { invalid?: string } = {
    type,
    value,
    checked,
    get valueAsNumber() {
      return Number(one.value);
    },
    setAttribute: (_, invalid) => {
      one.invalid = invalid;
    },
  };
  return one;
}

/** The fields of a question as they stand on the page, by what they are called here. */
function rowsOf({ type, choices = [] }: AskedQuestion) {
  const kind = type === 'multiple' ? 'checkbox' : 'radio';
  const value = type === 'integer' ? [['number', field('number', '')] as const] : [];
  const rows = new Map<string, Field>([
    ...choices.map(({ id }) => [id, field(kind, JSON.stringify(id))] as const),
    ...value,
    ['none', field(kind, '[]')],
    ['unknown', field(kind, 'null')],
    ['not applicable', field(kind, '')],
    ['reason', field('text', '')],
  ]);
  const at = (name: string): Field => {
    const found = rows.get(name);
    if (found === undefined) throw new RangeError(`no field is called ${name}`);
    return found;
  };
  return {
    at,
    ticked: () => [...rows].filter(([, { checked }]) => checked).map(([name]) => name),
    /** Clicks a row as a browser does: a radio button takes the place of the others. */
    pick(name: string) {
      const picked = at(name);
      if (kind === 'radio') for (const other of rows.values()) other.checked = false;
      picked.checked = kind === 'radio' || !picked.checked;
      return reading({ ...QUESTION, type, choices }, [...rows.values()], picked);
    },
    type(name: string, text: string) {
      at(name).value = text;
      return reading({ ...QUESTION, type, choices }, [...rows.values()], at(name));
    },
  };
}

describe('what is read from the rows of a question', () => {
  it('is the choice that was picked last, of a single one', () => {
    const rows = rowsOf(SINGLE);
    expect([rows.pick('here'), rows.pick('there'), rows.pick('unknown')]).toEqual(['here', 'there', null]);
  });

  it('is every choice that is ticked, of several', () => {
    const rows = rowsOf(SEVERAL);
    expect([rows.pick('there'), rows.pick('here')]).toEqual([['there'], ['here', 'there']]);
  });

  it('unticks what stands alone when something else is ticked, and the others when it is', () => {
    const rows = rowsOf(SEVERAL);
    rows.pick('here');
    expect([rows.pick('nowhere'), rows.ticked()]).toEqual([['nowhere'], ['nowhere']]);
    expect([rows.pick('there'), rows.ticked()]).toEqual([['there'], ['there']]);
    expect([rows.pick('unknown'), rows.ticked()]).toEqual([null, ['unknown']]);
  });

  it('is nothing once the last tick is gone, and the empty set only when that is said', () => {
    const rows = rowsOf(SEVERAL);
    rows.pick('here');
    expect([rows.pick('here'), rows.pick('none')]).toEqual([undefined, []]);
  });

  it('does not count as not applicable before there is a reason, which stays for another time', () => {
    const rows = rowsOf(SEVERAL);
    rows.pick('here');
    expect([rows.pick('not applicable'), rows.ticked()]).toEqual([undefined, ['not applicable']]);
    expect(rows.type('reason', '  We rent it. ')).toEqual({ notApplicable: 'We rent it.' });
    expect(rows.pick('here')).toEqual(['here']);
    expect(rows.pick('not applicable')).toEqual({ notApplicable: 'We rent it.' });
    expect(rows.type('reason', ' ')).toBeUndefined();
  });

  it('is a number until something else is said, which empties the field', () => {
    const rows = rowsOf(NUMBER);
    expect([rows.type('number', '7'), rows.ticked()]).toEqual([7, []]);
    expect([rows.pick('unknown'), rows.at('number').value]).toEqual([null, '']);
    expect([rows.type('number', '8'), rows.ticked()]).toEqual([8, []]);
    expect(rows.type('number', '')).toBeUndefined();
  });

  it('never has what stands alone beside anything else, whatever is clicked in which order', () => {
    const names = ['here', 'there', 'nowhere', 'none', 'unknown', 'not applicable'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names)), (clicks) => {
        const rows = rowsOf(SEVERAL);
        for (const name of clicks) rows.pick(name);
        const ticked = rows.ticked();
        expect(ticked.length <= 1 || ticked.every((name) => name === 'here' || name === 'there')).toBe(true);
      }),
    );
  });
});

describe('a field', () => {
  it('with a number that cannot be is marked until it can', () => {
    const one = field('number', '0');
    expect([isReadable(Object.assign(one, { checkValidity: () => false })), one.invalid]).toEqual([false, 'true']);
    expect([isReadable(Object.assign(one, { checkValidity: () => true })), one.invalid]).toEqual([true, 'false']);
  });
});
