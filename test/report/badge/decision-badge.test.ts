import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../../../src/decision/model/document.ts';
import { decisionBadge } from '../../../src/report/badge/decision-badge.ts';
import type { RecordedRecommendation } from '../../../src/report/recorded-recommendation.ts';
import { hostileText } from '../hostile-text.ts';
import { elementsOf, structureOf } from '../markup-of.ts';
import { sampleModel, sampleRecord } from '../sample-record.ts';

/** The sample record, as if its verdict were another. */
function recordWith(verdict: Verdict): RecordedRecommendation {
  const record = sampleRecord();
  const { evaluation } = record;
  return { ...record, evaluation: { ...evaluation, outcome: { ...evaluation.outcome, verdict } } };
}

const saying = (badge: string) => elementsOf(badge, { xml: true })[0]?.attributes['aria-label'];

describe('the badge', () => {
  it('says what was decided, to those who do not see it as well', () => {
    const badge = decisionBadge(recordWith('clear'), 'lunch');
    expect(elementsOf(badge, { xml: true })[0]).toMatchObject({
      name: 'svg',
      attributes: { role: 'img', height: '20', 'aria-label': 'lunch: The park' },
    });
    expect(
      elementsOf(badge, { xml: true })
        .filter(({ name }) => name === 'text')
        .map(({ text }) => text),
    ).toEqual(['lunch', 'The park']);
  });

  it('does not sound surer than the result is', () => {
    expect(saying(decisionBadge(recordWith('leaning'), 'lunch'))).toBe('lunch: The park, leaning');
    expect(saying(decisionBadge(recordWith('too-close'), 'lunch'))).toBe('lunch: The park, too close to call');
  });

  it('says that nothing is recommended, or that nothing is decided yet', () => {
    const model = sampleModel();
    const nothing = sampleRecord({ model, answers: {} });
    expect(nothing.evaluation.outcome.recommended).toBeUndefined();
    expect(saying(decisionBadge(nothing, 'lunch'))).toBe('lunch: no recommendation');
    expect(saying(decisionBadge(undefined, 'lunch'))).toBe('lunch: not decided yet');
  });

  it('cuts a title that is too long', () => {
    const model = sampleModel((place) => (place === 'park' ? 'A park '.repeat(20) : `The ${place}`));
    expect(saying(decisionBadge(sampleRecord({ model }), 'lunch'))).toMatch(/^lunch: A park A park .{20,30}…/);
  });

  it('has white letters that can be read on the colour of every alternative (WCAG 2.2, 1.4.3)', () => {
    const { evaluation } = sampleRecord();
    const [first] = evaluation.alternatives;
    if (first === undefined) throw new RangeError('the sample has alternatives');
    const backgrounds = Array.from({ length: 5 }, (_, index) => {
      const alternatives = Array.from({ length: 5 }, (_, other) => ({ ...first, id: `a${other}` }));
      const outcome = { ...evaluation.outcome, recommended: `a${index}` };
      return fills(decisionBadge({ ...sampleRecord(), evaluation: { ...evaluation, alternatives, outcome } }, 'x'));
    });
    const colours = new Set([...backgrounds, fills(decisionBadge(undefined, 'x'))].flat());
    expect(colours.size).toBe(7);
    for (const colour of colours) expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  it('is the same image whatever the texts are', () => {
    const harmless = structureOf(decisionBadge(sampleRecord(), 'lunch'), { xml: true });
    fc.assert(
      fc.property(hostileText, hostileText, (title, label) => {
        const model = sampleModel((place) => (place === 'park' ? title : `The ${place}`));
        const badge = decisionBadge(sampleRecord({ model }), label);
        expect(structureOf(badge, { xml: true })).toEqual(harmless);
        expect(badge).not.toMatch(/[\p{Control}\p{Surrogate}\p{Bidi_Control}\u2028\u2029]/u);
      }),
      { numRuns: 100 },
    );
  });
});

/** What the rectangles of a badge are filled with. */
function fills(badge: string): readonly string[] {
  return elementsOf(badge, { xml: true }).flatMap(({ name, attributes: { fill } }) =>
    name === 'rect' && fill?.startsWith('#') === true ? [fill] : [],
  );
}

/** Relative luminance of `#rrggbb`, 0 … 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
