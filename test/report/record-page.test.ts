import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PAGE_STYLE } from '../../src/report/page/page-style.ts';
import { recordPage } from '../../src/report/page/record-page.ts';
import { elementsOf } from './markup-of.ts';
import { sampleModel, sampleRecord } from './sample-record.ts';

const page = recordPage(sampleRecord(), sampleModel());
const elements = elementsOf(page);

function texts(name: string): readonly string[] {
  return elements.filter((element) => element.name === name).map(({ text }) => text);
}

describe('the page of a record', () => {
  it('says first what is recommended to whom, how firmly, and on what it rests', () => {
    expect(texts('h1')).toEqual(['The park – The bench']);
    const [header = ''] = texts('header');
    expect(header).toContain('The name · decision record · 2026-01-02');
    expect(header).toContain('leads The canteen by 26 points.');
    expect(header).toContain('Leaning: ');
    expect(header).toContain('3 answers of 4 questions');
  });

  it('tells the rest in the order in which it is asked for', () => {
    expect(texts('h2')).toEqual([
      'How close it is',
      'What decided it',
      'What would change it',
      'Before you start',
      'Then',
      'Watch out for',
      'Talk about',
      'Answers as given',
      'Sources',
      'Method',
    ]);
  });

  it('shows what each criterion did in a table with headings', () => {
    const rows = elements.filter(({ name }) => name === 'tr').map(({ text }) => text);
    expect(rows).toEqual(['CriterionWeightThe canteenThe parkPoints', 'The weather80\u00a0%+32.0', 'The price20\u00a0%−6.0']);
    expect(elements.filter(({ name }) => name === 'th').every(({ attributes }) => attributes['scope'] !== undefined)).toBe(true);
  });

  it('strikes out what is out, with the reason', () => {
    expect(texts('s')).toEqual(['The roof']);
    expect(page).toContain('is out: The gate');
  });

  it('needs nothing else: no script, no handler, nothing to load', () => {
    expect(elements.map(({ name }) => name)).not.toContain('script');
    const attributes = elements.flatMap((element) => Object.entries(element.attributes));
    const suspicious = attributes.filter(([name]) => /^on|^(src|srcset|style|action|formaction|data|xlink:href)$/.test(name));
    expect(suspicious).toEqual([]);
    const links = attributes.filter(([name]) => name === 'href').map(([, value]) => value);
    expect(links.filter((link) => !/^(#source-\d+|https:\/\/sky\.example\/.*)$/.test(link))).toEqual([]);
    expect(PAGE_STYLE).not.toMatch(/url\(|@import|<\//);
  });

  it('has one style sheet, the one it says', () => {
    expect(texts('style')).toEqual([PAGE_STYLE]);
    const digest = createHash('sha256').update(PAGE_STYLE).digest('base64');
    expect(
      createHash('sha256')
        .update(texts('style')[0] ?? '')
        .digest('base64'),
    ).toBe(digest);
  });

  it('names every place once, and leads only to places that there are', () => {
    const ids = elements.map(({ attributes }) => attributes['id']).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    const named = elements.flatMap(({ attributes }) => [
      ...(attributes['aria-labelledby']?.split(' ') ?? []),
      ...(/^#(.*)$/.exec(attributes['href'] ?? '')?.slice(1) ?? []),
      ...(/^url\(#(.*)\)$/.exec(attributes['fill'] ?? '')?.slice(1) ?? []),
    ]);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('folds what is smaller than the five strongest reasons each way', () => {
    const base = sampleModel();
    const more = Array.from({ length: 7 }, (_, index) => ({
      id: `more-${index}`,
      criterion: 'weather',
      when: { question: 'dry', is: true },
      points: { canteen: -1 },
      because: `Reason ${index}`,
    }));
    const model = { ...base, criteria: base.criteria.map((one) => ({ ...one, scale: 60 })), rules: [...base.rules, ...more] };
    const folded = elementsOf(recordPage(sampleRecord({ model }), model)).find(({ name }) => name === 'details');
    expect(folded?.text).toContain('4 smaller reasons');
  });

  it('says so where nothing was answered', () => {
    const empty = recordPage(sampleRecord({ answers: {} }), sampleModel());
    expect(empty).toContain('<h1><bdi>No recommendation</bdi></h1>');
    expect(empty).toContain('No rule has fired');
    expect(empty).toContain('Nothing was answered.');
  });

  it('reads without its model, with ids where only the model had words', () => {
    const lost = elementsOf(recordPage(sampleRecord(), undefined));
    expect(lost.find(({ name }) => name === 'h1')?.text).toBe('The park – bench');
    expect(lost.filter(({ name }) => name === 'dt').map(({ text }) => text)).toEqual(['dry', 'food', 'hunger', 'purse']);
  });

  it('is the same to the byte whenever it is written', () => {
    expect(recordPage(sampleRecord(), sampleModel())).toBe(page);
  });
});
