import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AskedQuestion, Questionnaire } from '../../../src/decision/answers/questionnaire.ts';
import { pagesOf, sheetsOf } from '../../../src/embed/session/interview/pages.ts';

const SECTIONS = ['one', 'two', 'three'].map((id) => ({ id, title: id }));

/** Any questionnaire of up to forty questions in three sections or in none, in any order. */
const questionnaires: fc.Arbitrary<Questionnaire> = fc
  .array(fc.record({ section: fc.constantFrom('one', 'two', 'three', undefined), core: fc.boolean() }), { maxLength: 40 })
  .map((list) => ({
    model: 'm',
    version: '1.0.0',
    title: 'M',
    alternatives: [],
    criteria: [],
    sections: SECTIONS,
    questions: list.map(({ section, core }, index): AskedQuestion => {
      const common = { id: `q${index}`, criteria: [], type: 'boolean' as const, core, text: '?' };
      return section === undefined ? common : { ...common, section };
    }),
  }));

const depths = fc.constantFrom('core' as const, 'full' as const);

describe('sheets', () => {
  it('hold every question of the depth once, at most five together, and those of one section only', () => {
    fc.assert(
      fc.property(questionnaires, depths, (questionnaire, depth) => {
        const sheets = sheetsOf(questionnaire, depth);
        const asked = questionnaire.questions.filter(({ core }) => core || depth === 'full' || isWithoutCore(questionnaire));
        expect(sheets.flatMap(({ questions }) => questions.map(({ id }) => id)).sort()).toEqual(asked.map(({ id }) => id).sort());
        for (const { section, questions } of sheets) {
          expect(questions.length).toBeGreaterThan(0);
          expect(questions.length).toBeLessThanOrEqual(5);
          expect(new Set(questions.map((question) => question.section))).toEqual(new Set([section?.id]));
        }
      }),
    );
  });

  it('keep the order of the author and differ by one question at most within a section', () => {
    fc.assert(
      fc.property(questionnaires, (questionnaire) => {
        const sheets = sheetsOf(questionnaire, 'full');
        for (const section of [...SECTIONS.map(({ id }) => id), undefined]) {
          const own = sheets.filter((sheet) => sheet.section?.id === section).map(({ questions }) => questions);
          const sizes = own.map(({ length }) => length);
          expect(Math.max(0, ...sizes) - Math.min(5, ...sizes)).toBeLessThanOrEqual(1);
          const order = own.flat().map((question) => questionnaire.questions.indexOf(question));
          expect(order).toEqual(order.toSorted((one, other) => one - other));
        }
      }),
    );
  });
});

describe('pages', () => {
  it('show what is asked and only that, count the sections that have any, and never move a question', () => {
    fc.assert(
      fc.property(questionnaires, fc.infiniteStream(fc.boolean()), (questionnaire, coins) => {
        const asked = new Set(questionnaire.questions.filter(() => coins.next().value).map(({ id }) => id));
        const sheets = sheetsOf(questionnaire, 'full');
        const pages = pagesOf(sheets, (id) => asked.has(id));
        expect(new Set(pages.flatMap(({ page }) => page.questions.map(({ id }) => id)))).toEqual(asked);
        for (const { sheet, page } of pages) {
          expect(page.questions.length).toBeGreaterThan(0);
          expect(sheets[sheet]?.questions).toEqual(expect.arrayContaining([...page.questions]));
        }
        const places = [...new Set(pages.map(({ page }) => page.place))];
        expect(places).toEqual(places.map((_, index) => index + 1));
        expect(new Set(pages.map(({ page }) => page.of))).toEqual(new Set(pages.length > 0 ? [places.length] : []));
      }),
    );
  });
});

function isWithoutCore({ questions }: Questionnaire): boolean {
  return questions.every(({ core }) => !core);
}
