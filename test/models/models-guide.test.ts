import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readAnswers } from '../../src/decision/answers/read-answers.ts';
import { evaluate } from '../../src/decision/evaluation/evaluate.ts';
import { readWeights } from '../../src/decision/evaluation/read-weights.ts';
import { readModel } from '../../src/models/read-model.ts';
import { documentShape } from '../../src/models/shape/document-shape.ts';
import { PROJECT, sourceFiles } from '../source-tree.ts';

const guide = readFileSync(join(PROJECT, 'docs/models.md'), 'utf8');

/** The only fenced block of a language in the guide. */
function block(language: string): string {
  const blocks = [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))];
  expect(blocks).toHaveLength(1);
  return blocks[0]?.[1] ?? '';
}

describe('the guide to decision models', () => {
  it('shows a model that is right in every respect', () => {
    expect(readModel(block('yaml'), 'yaml')).toMatchObject({ warnings: [] });
  });

  it('shows the result that the model gives', () => {
    const reading = readModel(block('yaml'), 'yaml');
    if ('findings' in reading) throw new Error('The model of the guide is wrong.');
    const { compiled, contentHash } = reading.model;
    const { answers } = readAnswers(compiled, { distance: 6, luggage: true, station: true, 'on-board': ['read'] });
    const { weights } = readWeights(compiled, {});
    expect(JSON.parse(block('json'))).toEqual(evaluate(compiled, { answers, weights, explain: 'none', contentHash }));
  });

  it('names every part of a document', () => {
    const parts = Object.keys(documentShape.shape).filter((key) => !new RegExp(`^\\|[^|]*\\|.*\`${key}\``, 'm').test(guide));
    expect(parts).toEqual([]);
  });

  it('explains every code that findings have, and no other', () => {
    const places = sourceFiles('src').filter(({ path }) => /^(models\/|decision\/check\/)/.test(path));
    const source = places.map(({ text }) => text).join('\n');
    const rows = guide.slice(guide.indexOf('## What is found')).matchAll(/^\| (`[^|]*`) \|/gm);
    const explained = [...rows].flatMap(([, cell = '']) => [...cell.matchAll(/[a-z-]+/g)].map(String));
    const used = [...source.matchAll(/code: '([a-z-]+)'(?: }|,)|(?:,|\() ?'([a-z]+-[a-z-]+)', (?:`|'[A-Z])/g)].map(
      ([, one, other]) => one ?? other ?? '',
    );
    expect([...new Set(used)].filter((code) => !explained.includes(code))).toEqual([]);
    expect(explained.filter((code) => !source.includes(`'${code}'`) && !code.startsWith('unknown-'))).toEqual([]);
    expect(used.length).toBeGreaterThan(20);
  });
});
