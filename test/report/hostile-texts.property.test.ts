import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import type { DecisionModel } from '../../src/decision/model/document.ts';
import { scoreImage } from '../../src/report/chart/score-image.ts';
import { decisionRecord } from '../../src/report/markdown/decision-record.ts';
import { recordPage } from '../../src/report/page/record-page.ts';
import type { RecordedRecommendation } from '../../src/report/recorded-recommendation.ts';
import { hostileText } from './hostile-text.ts';
import { structureOf } from './markup-of.ts';
import { plainly, sampleModel, sampleRecord, type Writing } from './sample-record.ts';

type Writer = (record: RecordedRecommendation, model: DecisionModel) => string;

/** A text of its own for every place, so that two places never read the same. */
const writing: fc.Arbitrary<Writing> = fc
  .array(hostileText, { minLength: 5, maxLength: 5 })
  .map((texts) => (place: string) => `${texts[place.length % texts.length]} ${place}`);

function written(writer: Writer, text: Writing = plainly): string {
  const model = sampleModel(text);
  const answers = { dry: true, food: ['soup'], hunger: 1, purse: { notApplicable: text('reason') } };
  return writer(sampleRecord({ text, model, answers }), model);
}

/** Whatever was written, everything that is no text must be as with harmless texts. */
function changesOnlyText(writer: Writer, structure: (text: string) => readonly string[]): void {
  const harmless = structure(written(writer));
  fc.assert(
    fc.property(writing, (text) => {
      const hostile = written(writer, text);
      expect(structure(hostile)).toEqual(harmless);
      expect(hostile.replaceAll('\n', '')).not.toMatch(/[\p{Control}\p{Surrogate}\p{Bidi_Control}\u2028\u2029]/u);
    }),
    { numRuns: 40 },
  );
}

describe('hostile texts in subjects, answers and models', () => {
  it('change no element and no attribute of the page', () => {
    changesOnlyText(recordPage, (text) => structureOf(text));
  });

  it('change no element and no attribute of the image, save for lines that are broken elsewhere', () => {
    const apart = (text: string) => structureOf(text, { xml: true }).filter((element) => element !== 'text class x y');
    changesOnlyText((record, model) => scoreImage(record, model).replaceAll(/height="\d+"|viewBox="[^"]*"/g, 'height=""'), apart);
  });

  it('change nothing that Markdown makes of the decision record', () => {
    changesOnlyText(decisionRecord, (text) =>
      structureOf(marked.parse(text.replace(/^---[\s\S]*?\n---\n/, ''), { async: false })),
    );
  });
});
