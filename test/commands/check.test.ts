import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { BUILT_IN_MODELS } from '../../src/models/load-catalogue.ts';
import { modelDirectory } from '../models/model-directory.ts';
import { LUNCH } from './lunch.ts';
import { typed } from './typed.ts';

const NEVER = `  - id: never
    criterion: comfort
    when: { all: [{ question: hungry, is: true }, { question: hungry, is: false }] }
    points: { canteen: 1 }
    because: Nobody is both.
examples:`;

const files = modelDirectory({
  'good/lunch.yaml': LUNCH,
  'good/more/lunch.json': {
    id: 'snack',
    version: '1.0.0',
    title: 'x',
    alternatives: [{ id: 'a', title: 'A' }],
    criteria: [{ id: 'c', title: 'C', weight: 1, scale: 1 }],
    questions: [],
    rules: [],
  },
  'warned.yaml': LUNCH.replace('examples:', NEVER),
  'wrong/one.yaml': LUNCH.replace('criterion: comfort', 'criterion: comfrt').replace('scale: 3', 'scal: 3'),
  'wrong/two.yaml': LUNCH.replace('criterion: comfort', 'criterion: comfrt'),
  'failing.model': LUNCH.replace('recommended: restaurant', 'recommended: canteen'),
  'broken.json': '{\n  "id": "x",\n  "id": "y"\n}',
  'doubles/one.yaml': LUNCH,
  'doubles/two.yaml': LUNCH.replace('Where to eat', 'Where to have lunch'),
  'named\u001b[31m.yaml': 'id: [\n',
  'deep.yaml': `a: ${'['.repeat(3_000)}`,
  'empty/.hidden.yaml': LUNCH,
  'taken.yaml': LUNCH.replace('id: lunch', 'id: delivery-approach'),
});
const ESCAPE = '\u001b';
const at = (name: string) => join(files, name);
const shortened = (text: string) => text.replaceAll(`${files}/`, '').split('\n');
afterAll(() => rmSync(files, { recursive: true }));

describe('check', () => {
  it('finds nothing in good models, wherever they are below a directory', async () => {
    const said = await typed(['check', at('good')]);
    expect(said).toMatchObject({
      code: 0,
      remarks: '',
      printed: expect.stringMatching(/2 models in order in 2 files; 0 errors, \d warnings?\.$/),
    });
  });

  it('tells what is wrong, with its place and rule, as compilers do', async () => {
    const { code, printed } = await typed(['check', at('wrong'), at('broken.json')]);
    expect(code).toBe(1);
    expect(shortened(printed)).toEqual([
      expect.stringMatching(/^wrong\/one\.yaml:8:5: error missing .*\(\/criteria\/0\/scale\)$/),
      expect.stringMatching(/^wrong\/one\.yaml:8:47: error unknown-key .*\(\/criteria\/0\/scal\)$/),
      expect.stringMatching(
        /^wrong\/two\.yaml:13:5: error unknown-criterion There is no criterion comfrt.*\(\/rules\/0\/criterion\)$/,
      ),
      expect.stringMatching(/^broken\.json:3:3: error syntax Map keys must be unique/),
      '0 models in order in 3 files; 4 errors, 0 warnings.',
    ]);
  });

  it("runs a model's own examples, whatever the name of its file ends in", async () => {
    const { code, printed } = await typed(['check', at('failing.model')]);
    expect(code).toBe(1);
    expect(printed).toMatch(/failing\.model:23:\d+: error example-fails Example "hungry": expected canteen, got restaurant /);
  });

  it('tells warnings and lets them pass', async () => {
    const { code, printed } = await typed(['check', at('warned.yaml')]);
    expect(code).toBe(0);
    expect(printed).toMatch(/warned\.yaml:\d+:\d+: warning [a-z-]+ .* \(\/rules\/2/);
    expect(printed).toMatch(/1 model in order in 1 file; 0 errors, 1 warning\.$/);
  });

  it('refuses a version that is there twice, in files or in the service', async () => {
    const { code, printed } = await typed(['check', at('doubles'), at('taken.yaml')]);
    expect(code).toBe(1);
    expect(shortened(printed)).toMatchObject([
      expect.stringMatching(/^doubles\/two\.yaml:2:1: error duplicate-version lunch 1\.0\.0 is already in /),
      expect.stringMatching(
        /^taken\.yaml:2:1: error duplicate-version delivery-approach 1\.0\.0 is already in the service itself\./,
      ),
      '1 model in order in 3 files; 2 errors, 0 warnings.',
    ]);
  });

  it('lets a copy of what the service has pass, with a warning', async () => {
    const copy = at('copy.yaml');
    symlinkSync(join(BUILT_IN_MODELS, 'delivery-approach/1.1.0.yaml'), copy);
    const { code, printed } = await typed(['check', copy]);
    expect(code).toBe(0);
    expect(printed).toContain('copy.yaml:14:1: warning duplicate-version This is a copy');
  });

  it('survives hostile files, and writes no control characters', async () => {
    const { code, printed } = await typed(['check', at('deep.yaml'), at('named\u001b[31m.yaml')]);
    expect(code).toBe(1);
    expect(printed).toContain('deep.yaml:1:1: error too-deep');
    expect(printed).not.toContain('\u001b');
  });

  it('tells programs the same in JSON', async () => {
    const { code, printed } = await typed(['check', at('wrong/two.yaml'), at('good/lunch.yaml'), '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(printed)).toEqual({
      files: 2,
      models: [{ file: at('good/lunch.yaml'), id: 'lunch', version: '1.0.0', contentHash: expect.stringMatching(/^sha256:/) }],
      errors: 1,
      warnings: 0,
      findings: [
        {
          file: at('wrong/two.yaml'),
          line: 13,
          column: 5,
          severity: 'error',
          code: 'unknown-criterion',
          pointer: '/rules/0/criterion',
          message: expect.any(String),
        },
      ],
    });
  });

  it('marks errors and warnings on a terminal', async () => {
    const { printed } = await typed(['check', at('wrong/two.yaml'), at('warned.yaml')], { colours: true });
    const [error = '', warning = ''] = printed.split('\n');
    expect(error).toMatch(/error unknown-criterion/);
    expect(error.startsWith(`${ESCAPE}[31m`)).toBe(true);
    expect(warning.startsWith(`${ESCAPE}[33m`)).toBe(true);
  });

  it.each([
    [['nowhere.yaml'], 66, 'nowhere.yaml: there is no such file.'],
    [['empty'], 66, 'There is no decision model in '],
    [[], 64, "missing required argument 'place'"],
    [['good', '--fromat', 'json'], 64, 'Did you mean --format?'],
  ])('ends %j with %d, as a gate that checks nothing must not open', async (line, code, remarks) => {
    const said = await typed(['check', ...line.map((word) => (word.startsWith('--') || word === 'json' ? word : at(word)))]);
    expect(said).toMatchObject({ code, printed: '', remarks: expect.stringContaining(remarks) });
  });
});
