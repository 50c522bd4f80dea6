import { describe, expect, it } from '@jest/globals';
import { decisionRecord } from '../../src/report/markdown/decision-record.ts';
import { sampleModel, sampleRecord } from './sample-record.ts';

const model = sampleModel();
const text = decisionRecord(sampleRecord(), model);

/** The part under a heading, up to the next heading of its level or above. */
function under(heading: string, record = text): string {
  const level = /^#+/.exec(heading)?.[0].length ?? 0;
  const [, part = ''] = record.split(`${heading}\n`);
  return part.split(new RegExp(`^#{1,${level}} `, 'm'))[0]?.trim() ?? '';
}

describe('the decision record', () => {
  it('has the parts of MADR in their order', () => {
    expect([...text.matchAll(/^#{1,2} .*$/gm)].map(([heading]) => heading)).toEqual([
      '# The park – The bench for The name',
      '## Context and Problem Statement',
      '## Decision Drivers',
      '## Considered Options',
      '## Decision Outcome',
      '## Pros and Cons of the Options',
      '## More Information',
    ]);
    expect(text).toMatch(/^---\nstatus: proposed\ndate: 2026-01-02\n---\n\n# /);
  });

  it('says what was decided for whom, and on what it rests', () => {
    expect(under('## Context and Problem Statement')).toBe(
      'The question to decide\n\nAsked for **The name** (The ref, tagged The tag, The other tag). ' +
        '3 answers of 4 questions, 1 not known; together they cover 80 % of what counts. The weights are those of the model.',
    );
  });

  it('gives the drivers their weights and what they did, also where the team has set them', () => {
    const own = decisionRecord(sampleRecord({ weights: { price: 4 } }), model);
    expect(under('## Decision Drivers')).toBe(
      '* The weather: weight 4, 80 % of all; +32.0 points for The park\n* The price: weight 1, 20 % of all; −6.0 points for The park',
    );
    expect(under('## Decision Drivers', own)).toContain('* The price: weight 4 (set by the team), 50 % of all; −15.0 points');
    expect(own).toContain("1 weight is the team's own.");
  });

  it('names the chosen option, its verdict and every score', () => {
    const outcome = under('## Decision Outcome');
    expect(outcome).toContain(
      'Chosen option: "The park – The bench", because The park – The bench leads The canteen by 26 points.',
    );
    expect(outcome).toContain('**Leaning**: ');
    expect(outcome).toContain('The summary of the bench The answers also open: The lawn.');
    expect(outcome).toContain('| The park | 80 | 80 |');
    expect(outcome).toContain('| ~~The roof~~ | 50 | 50 | 0 % |');
  });

  it('gives every reason with its points, grade and sources', () => {
    expect(under('### The park')).toBe(
      '* Good, because The reason of the sun (The weather, +24.0 points, evidence B) Source: [1](https://sky.example/a?b=1&amp;lt;=2).\n' +
        '* Good, because The reason of the grass (The weather, +8.0 points)\n' +
        '* Bad, because The reason of the crumbs (The price, −2.0 points) Source: 2, [1](https://sky.example/a?b=1&amp;lt;=2).',
    );
    expect(under('### The roof')).toBe('* Out, because The gate Source: 2.');
  });

  it('tells what comes next', () => {
    expect(under('### What to prepare first')).toContain(
      '* [ ] **The prerequisite** (before anything else): The what to prepare The why',
    );
    expect(under('### Plan')).toBe('1. **The step** The how to step Source: 2.');
    expect(under('### Risks')).toContain('* The risk What helps: The mitigation');
    expect(under('### Contradictions to talk about')).toBe('* The contradiction');
    expect(under('### What would change it')).toContain(
      'The canteen would be recommended if “The dry question” were answered “no” instead of “yes”.',
    );
  });

  it('repeats the answers as they were given, by section', () => {
    expect(under('### Answers as given')).toBe(
      [
        '#### The section\n\n| Question | Answer |\n| --- | --- |\n| The dry question | yes |\n| The food question | The soup choice; The cake choice |',
        '| Question | Answer |\n| --- | --- |\n| The hunger question | 1 (1: The least, 5: The most) |\n| The purse question | not known |',
      ].join('\n\n'),
    );
  });

  it('repeats the other forms of answers too', () => {
    const answers = { dry: { notApplicable: 'We eat | indoors' }, food: [], purse: { anyOf: ['full', 'empty'] } };
    const given = under('### Answers as given', decisionRecord(sampleRecord({ answers }), model));
    expect(given).toContain('| The dry question | does not apply: We eat \\| indoors |');
    expect(given).toContain('| The food question | none of these |');
    expect(given).toContain('| The purse question | one of: The full choice / The empty choice |');
  });

  it('numbers its sources and says how to verify it', () => {
    expect(under('### Sources')).toBe('1. [The sky](https://sky.example/a?b=1&amp;lt;=2)\n2. The books');
    expect(under('### Method')).toContain('content hash `sha256:0`');
    expect(under('### Method')).toContain('`POST /v1/recommendations/01900000-0000-7000-8000-000000000001/verify`');
  });

  it('chooses nothing where nothing is recommended', () => {
    const record = decisionRecord(sampleRecord({ answers: {} }), model);
    expect(record).toContain('# No recommendation for The name\n');
    expect(under('## Decision Outcome', record)).toMatch(/^No option is chosen\. No recommendation yet: /);
    expect(under('### Answers as given', record)).toBe('Nothing was answered.');
    expect(under('### The canteen', record)).toContain('* Neutral, because');
  });

  it('reads without its model, with ids where only the model had words', () => {
    const record = decisionRecord(sampleRecord(), undefined);
    expect(record).toContain('# The park – bench for The name\n');
    expect(under('### Answers as given', record)).toContain('| food | soup; cake |');
    expect(under('### The park', record)).toContain('* Good, because The reason of the sun');
    expect(record).toContain('3 answers, 1 not known; together');
  });

  it('is the same to the byte whenever it is written', () => {
    expect(decisionRecord(sampleRecord(), sampleModel())).toBe(text);
  });
});
