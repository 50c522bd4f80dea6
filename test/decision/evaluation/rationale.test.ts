import { describe, expect, it } from '@jest/globals';
import { evaluated } from '../evaluated.ts';
import { modelOf, rule, yes, yesNo } from '../model-notation.ts';

const model = modelOf({
  criteria: [{ id: 'only', title: 'Only', weight: 1, scale: 60 }],
  questions: ['p', 'q', 'r'].map(yesNo),
  facts: { both: { all: [yes('q'), yes('p')] } },
  rules: [
    rule('weak', yes('p'), { a: 1 }),
    rule('strong', { all: [yes('r'), { fact: 'both' }] }, { a: 2, b: -2 }, { grade: 'B', sources: ['book'] }),
    rule('as-weak', yes('p'), { b: 1 }),
  ],
  sources: { book: { title: 'The book', url: 'https://example.org/book', caveat: 'Old.' } },
});

/** A model with more rules than a summary keeps: seven for `a`, six for `b`, and one that lifts all alike. */
const chatty = {
  ...model,
  rules: [
    ...Array.from({ length: 7 }, (_, index) => rule(`for-a-${index + 1}`, yes('p'), { a: (index + 1) / 4 + 1 })),
    ...Array.from({ length: 6 }, (_, index) => rule(`for-b-${index + 1}`, yes('p'), { b: (index + 1) / 4 })),
    rule('for-all', yes('p'), { a: 3, b: 3, c: -3 }),
  ],
};

describe('a rationale', () => {
  it('lists the rules that fired, largest swing first, equal ones by id', () => {
    const { rationale } = evaluated(model, { p: true, q: true, r: true });
    expect(rationale?.map(({ rule: id }) => id)).toEqual(['strong', 'as-weak', 'weak']);
  });

  it('says for each what it rests on', () => {
    expect(evaluated(model, { p: true, q: true, r: true }).rationale?.[0]).toEqual({
      rule: 'strong',
      criterion: 'only',
      questions: ['r', 'q', 'p'],
      contributions: { a: expect.closeTo(50 / 30, 9), b: expect.closeTo(-50 / 30, 9), c: 0 },
      because: 'strong speaks.',
      grade: 'B',
      sources: [{ title: 'The book', url: 'https://example.org/book' }],
    });
  });

  it('is cut in a summary to the five strongest reasons each way', () => {
    const rationale = evaluated(chatty, { p: true }, { explain: 'summary' }).rationale?.map(({ rule: id }) => id);
    expect(rationale).toEqual(
      [7, 6, 5, 4, 3].map((index) => `for-a-${index}`).concat([6, 5, 4, 3, 2].map((index) => `for-b-${index}`)),
    );
  });
});

describe('how much is explained', () => {
  it('is next to nothing with none', () => {
    const { method, outcome, alternatives, ...rest } = evaluated(model, { p: true }, { explain: 'none' });
    expect(rest).toEqual({});
    expect(method).toMatchObject({ model: 'test', version: '1.0.0', contentHash: 'sha256:0' });
    expect(Object.keys(outcome).sort()).toEqual(['coverage', 'margin', 'recommended']);
    expect(alternatives.map((one) => Object.keys(one).sort())).toContainEqual(['excludedBy', 'id', 'rank', 'score', 'title']);
  });

  it('never changes what is recommended', () => {
    const [none, summary, full] = (['none', 'summary', 'full'] as const).map((explain) =>
      evaluated(model, { p: true }, { explain }),
    );
    expect(summary?.outcome).toMatchObject({ ...none?.outcome });
    expect(full?.outcome).toMatchObject({ ...summary?.outcome });
    expect(full?.alternatives).toMatchObject([...(summary?.alternatives ?? [])]);
  });
});
