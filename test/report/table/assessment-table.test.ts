import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { assessmentTable, type TabledAssessment } from '../../../src/report/table/assessment-table.ts';
import { plainText } from '../../../src/report/text/plain-text.ts';
import { hostileText } from '../hostile-text.ts';

const sample: TabledAssessment = {
  id: '01900000-0000-7000-8000-000000000001',
  subject: { ref: 'payments', name: 'Payments, "new"', tags: ['a', 'b'] },
  model: 'lunch',
  version: '1.0.0',
  revision: 2,
  createdAt: new Date('2026-01-02T03:04:05.000Z'),
  updatedAt: new Date('2026-01-02T03:04:06.000Z'),
  answers: { dry: true, depth: -1 },
  weights: { weather: 2.5 },
};

const latestRecommendation = { id: 'r', recommended: 'park', verdict: 'clear', createdAt: new Date('2026-01-03T00:00:00.000Z') };

function named(name: string): TabledAssessment {
  return { ...sample, subject: { ...sample.subject, name } };
}

function rowsOf(csv: string): readonly Record<string, string>[] {
  return parse(csv, { columns: true, record_delimiter: '\r\n' });
}

describe('the table of assessments', () => {
  it('has a line of names and a line for each, with what has parts as JSON', () => {
    expect(assessmentTable([sample])).toBe(
      'id,subject.ref,subject.name,subject.tags,model,version,revision,createdAt,updatedAt,latestRecommendation.id,' +
        'latestRecommendation.recommended,latestRecommendation.verdict,latestRecommendation.createdAt,answers,weights\r\n' +
        '01900000-0000-7000-8000-000000000001,payments,"Payments, ""new""","[""a"",""b""]",lunch,1.0.0,2,' +
        '2026-01-02T03:04:05.000Z,2026-01-02T03:04:06.000Z,,,,,"{""dry"":true,""depth"":-1}","{""weather"":2.5}"\r\n',
    );
  });

  it('shows the latest recommendation', () => {
    const [row] = rowsOf(assessmentTable([{ ...sample, latestRecommendation }]));
    expect(row).toMatchObject({ 'latestRecommendation.recommended': 'park', 'latestRecommendation.verdict': 'clear' });
  });

  it('has its line of names also when it is empty', () => {
    expect(assessmentTable([])).toMatch(/^id,[^\n]*weights\r\n$/);
  });

  it.each([
    ['=cmd|" /C calc"!A0', `'=cmd|" /C calc"!A0`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'=1"],
    ['\r\n=1', "'=1"],
    ['＝1', "'＝1"],
    ['a;=1', "a;'=1"],
    ['a; @x', "a; '@x"],
    ['a-b @c', 'a-b @c'],
  ])('takes %j as text, not as a formula', (name, cell) => {
    expect(rowsOf(assessmentTable([named(name)]))[0]?.['subject.name']).toBe(cell);
  });

  it('holds a cell for every column whatever is in it, none of them a formula', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, reason) => {
        const assessment = { ...named(name), answers: { dry: { notApplicable: reason } } };
        const rows = rowsOf(assessmentTable([assessment, sample]));
        expect(rows).toHaveLength(2);
        expect(rows[0]?.['subject.name']?.replaceAll("'", '')).toBe(plainText(name).replaceAll("'", ''));
        expect(Object.values(rows[0] ?? {}).filter((cell) => /(^|;)\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
        expect(() => JSON.parse(rows[0]?.['answers'] ?? '')).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
