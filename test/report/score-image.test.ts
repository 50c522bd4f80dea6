import { describe, expect, it } from '@jest/globals';
import { IMAGE_STYLE, scoreImage } from '../../src/report/chart/score-image.ts';
import { elementsOf } from './markup-of.ts';
import { sampleModel, sampleRecord } from './sample-record.ts';

const image = scoreImage(sampleRecord(), sampleModel());
const elements = elementsOf(image, { xml: true });

describe('the image of the scores', () => {
  it('is an image with a title and a description for those who do not see it', () => {
    const [root] = elements;
    expect(root).toMatchObject({ name: 'svg', attributes: { role: 'img', 'aria-labelledby': 'title description' } });
    expect(elements.find(({ attributes }) => attributes['id'] === 'title')?.text).toBe('How the alternatives score for The name');
    const described = elements.find(({ attributes }) => attributes['id'] === 'description')?.text ?? '';
    expect(described).toContain('The park: 80, possible 80, recommended');
    expect(described).toContain('The roof: 50');
    expect(described).toContain('out: The gate');
  });

  it('has a bar as long as each score, and a whisker over what is still possible', () => {
    const record = sampleRecord();
    const widths = elements
      .filter(({ name }) => name === 'rect')
      .map(({ attributes }) => Number.parseFloat(attributes['width'] ?? ''));
    for (const { score } of record.evaluation.alternatives) expect(widths).toContain(Math.round(100 * score) / 100);
    const [low = 0, high = 0] = record.evaluation.alternatives[1]?.range ?? [];
    const across = [low, high].map((value) => `${Math.round(100 * value) / 100}%`);
    const whiskers = elements.filter(({ attributes }) => attributes['class'] === 'whisker');
    expect(whiskers.map(({ attributes }) => [attributes['x1'], attributes['x2']])).toContainEqual(across);
  });

  it('strikes through what is out and says why, in lines that fit', () => {
    const long = sampleModel((place) => (place === 'gate' ? 'A long reason that goes on and on. '.repeat(9) : `The ${place}`));
    const lines = elementsOf(scoreImage(sampleRecord({ model: long }), long), { xml: true }).filter(
      ({ name }) => name === 'text',
    );
    expect(lines.find(({ attributes }) => attributes['class'] === 'out')?.text).toBe('The roof');
    expect(lines.filter(({ text }) => text.includes('on and on')).length).toBeGreaterThan(3);
    expect(lines.filter(({ text }) => text.length > 95)).toEqual([]);
  });

  it('shortens titles that would run into the figures', () => {
    const long = sampleModel((place) => `The ${place} with a name that does not end`);
    expect(scoreImage(sampleRecord({ model: long }), long)).toContain('>The park with a name that d…<');
  });

  it('is drawn by its one style sheet, in light and in dark, and loads nothing', () => {
    expect(elements.filter(({ name }) => name === 'style').map(({ text }) => text)).toEqual([IMAGE_STYLE]);
    expect(IMAGE_STYLE).toContain('prefers-color-scheme: dark');
    expect(image).not.toMatch(/<script|<image|<foreignObject|href=|\son\w+=/);
  });

  it('is the same to the byte whenever it is drawn', () => {
    expect(scoreImage(sampleRecord(), sampleModel())).toBe(image);
  });
});
