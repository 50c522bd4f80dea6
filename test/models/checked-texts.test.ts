import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CheckedTexts, checkedDocument, checkedName } from '../../src/models/checked-texts.ts';
import { readModel } from '../../src/models/read-model.ts';
import { buildService } from '../service-process.ts';
import { PROJECT } from '../source-tree.ts';

const texts = ['1.0.0', '1.1.0'].map((version) =>
  readFileSync(join(PROJECT, `src/models/delivery-approach/${version}.yaml`), 'utf8'),
);

describe('what the build notes of the models of the service', () => {
  let notes: CheckedTexts;

  beforeAll(async () => {
    await buildService();
    notes = JSON.parse(readFileSync(join(PROJECT, 'dist/checked-models.json'), 'utf8'));
  });

  it('is what reading and checking them gives, in the same order', () => {
    const read = texts.map((text) => {
      const reading = readModel(text, 'yaml');
      return [checkedName(text, 'yaml'), 'model' in reading ? reading.model.compiled.document : reading];
    });
    expect(JSON.stringify(notes)).toBe(JSON.stringify(Object.fromEntries(read)));
  });

  it('says nothing of texts that differ in one character, or are to be read as something else', () => {
    const strangers = texts.flatMap((text) => [checkedName(`${text} `, 'yaml'), checkedName(text, 'json')]);
    expect(strangers.filter((name) => Object.hasOwn(notes, name))).toEqual([]);
  });

  it('is nothing to sources, which read and check all of it', () => {
    expect(texts.map((text) => checkedDocument(text, 'yaml'))).toEqual([undefined, undefined]);
  });
});
