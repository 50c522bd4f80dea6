import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { widthOf } from '../../src/commands/terminal/wrap.ts';
import { startService } from '../api/service-under-test.ts';
import { modelDirectory } from '../models/model-directory.ts';
import { LUNCH } from './lunch.ts';
import { typed } from './typed.ts';

const ANSWERS = `targets: [kubernetes]
runtime-count: 8
drift-pain: 4
config-style: declarative-files
after-merge: several-gates
release-steps: [database-changes, long-tests]
pipeline-health: trusted
`;

const files = modelDirectory({
  'answers.yaml': ANSWERS,
  'request.json': {
    answers: { 'drift-pain': 4, 'undo-target': null },
    weights: { rollback: 5 },
    version: '1.0.0',
    locked: ['drift-pain'],
  },
  'weights.yaml': 'rollback: 5\ncompliance: 1\n',
  'wrong.yaml': 'targets:\n  - kubernetes\n  - kubernets\ndrift-pain: 9\nno-such: true\n',
  'wrong.json': { answers: { 'drift-pain': 9 }, wieghts: {}, model: 4 },
  'not-yaml.yaml': 'targets: [kubernetes\n',
  'list.yaml': '- kubernetes\n',
  'binary.yaml': Buffer.from([0xff, 0xfe, 0x00]),
  'lunch-answers.yaml': 'model: lunch\nanswers: { hungry: true }\n',
  'lunch.yaml': LUNCH,
  'models/lunch.yaml': LUNCH,
  'models/lunch-2.yaml': LUNCH.replace('version: 1.0.0', 'version: 2.0.0'),
  'broken/lunch.yaml': LUNCH.replace('criterion: comfort', 'criterion: comfrt'),
});
const at = (name: string) => join(files, name);
afterAll(() => rmSync(files, { recursive: true }));

describe('evaluate, as programs read it', () => {
  let service: Awaited<ReturnType<typeof startService>>;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.discard());

  it.each(['none', 'summary', 'full'])('prints byte for byte what the API replies with explain=%s', async (explain) => {
    const { text } = await service.call('evaluateAnswers', {
      params: { model: 'delivery-approach' },
      query: `explain=${explain}`,
      body: {
        answers: { 'drift-pain': 4, 'undo-target': null },
        weights: { rollback: 5 },
        version: '1.0.0',
        locked: ['drift-pain'],
      },
    });
    const said = await typed(['evaluate', at('request.json'), '--format', 'json', '--explain', explain]);
    expect(said).toEqual({ code: 0, printed: text, remarks: '' });
  });

  it('reads what is piped in, as YAML or as JSON', async () => {
    const options = ['evaluate', '-', '--format', 'json', '--explain', 'none'];
    const yaml = await typed(options, { input: ANSWERS });
    const json = await typed(options, { input: JSON.stringify({ answers: { targets: ['kubernetes'] } }) });
    expect(JSON.parse(yaml.printed).outcome.recommended).toBe('hybrid');
    expect(json.code).toBe(0);
  });

  it('takes the weights of another file instead', async () => {
    const { printed } = await typed(['evaluate', at('request.json'), '--weights', at('weights.yaml'), '--format', 'json']);
    const weights = new Map(JSON.parse(printed).criteria.map(({ id, weight }: { id: string; weight: number }) => [id, weight]));
    expect([weights.get('rollback'), weights.get('compliance')]).toEqual([5, 1]);
  });
});

describe('evaluate, as people read it', () => {
  it('says what is recommended, why, and what would change it', async () => {
    const { code, printed } = await typed(['evaluate', at('answers.yaml')]);
    expect(code).toBe(0);
    expect(printed).toMatch(/^Hybrid – Hand-off/);
    const { alternatives } = JSON.parse((await typed(['evaluate', at('answers.yaml'), '--format', 'json'])).printed);
    const [low, high] = alternatives[0].range.map(Math.round);
    expect(printed).toMatch(new RegExp(` {2}1 Hybrid +56 +${low}–${high} {2}█`));
    expect(printed).toMatch(/\nWhy\n {3}\+3\.1 {2}You have a reason/);
    expect(printed).toMatch(/\nWhat would change it\n {2}• CI\/CD/);
    expect(printed).toContain('7 answers of 46 questions');
  });

  it.each([30, 80, 200])('keeps within %d columns', async (columns) => {
    const { printed } = await typed(['evaluate', at('answers.yaml')], { columns });
    const widest = Math.max(...printed.split('\n').map(widthOf));
    expect(widest).toBeLessThanOrEqual(columns);
  });

  it('is coloured on a terminal, unless that is not wanted', async () => {
    expect((await typed(['evaluate', at('answers.yaml')], { colours: true })).printed).toContain('\u001b[');
    expect((await typed(['evaluate', at('answers.yaml'), '--no-color'], { colours: true })).printed).not.toContain('\u001b[');
    expect((await typed(['evaluate', at('answers.yaml')])).printed).not.toContain('\u001b[');
  });

  it('says so where nothing can be recommended', async () => {
    const { printed } = await typed(['evaluate', '-'], { input: '{}' });
    expect(printed).toMatch(/^No recommendation\n/);
    expect(printed).toContain('0 answers of 46 questions');
  });

  it('writes a decision record that does not claim to be recorded', async () => {
    const line = ['evaluate', at('answers.yaml'), '--format', 'markdown', '--subject', 'Check*out'];
    const [{ printed }, again] = [await typed(line), await typed(line)];
    expect(printed).toMatch(/^---\nstatus: proposed\n---\n\n# Hybrid – Hand-off .* for Check\\\*out\n/);
    expect(printed).toContain('Nothing keeps this result but this document.');
    expect(printed).not.toMatch(/undefined|\/v1\/|date:/);
    expect(again.printed).toBe(printed);
  });
});

describe('evaluate, as a gate', () => {
  it.each([
    [['--expect', 'hybrid'], 0],
    [['--expect', 'gitops, hybrid', '--expect-verdict', 'clear,leaning', '--min-margin', '3'], 0],
    [['--expect', 'gitops'], 1],
    [['--expect', 'none'], 1],
    [['--expect-verdict', 'clear'], 1],
    [['--min-margin', '3.8'], 1],
    [['--expect', 'cicd', '--explain', 'none'], 1],
  ])('with %j ends with %d', async (options, code) => {
    expect(await typed(['evaluate', at('answers.yaml'), '--format', 'json', ...options])).toMatchObject({ code });
  });

  it('says what came out instead, and what would bring about what was expected', async () => {
    const { remarks } = await typed(['evaluate', at('answers.yaml'), '--expect', 'cicd']);
    expect(remarks.split('\n')[0]).toBe('Expected cicd, got hybrid.');
    expect(remarks).toMatch(/\nCI\/CD \(pipeline push\) would be recommended if “How often .* were answered “3 /);
    expect(remarks).not.toContain('GitOps would be recommended');
  });

  it('names the questions that could make the result firmer', async () => {
    const { remarks } = await typed(['evaluate', at('answers.yaml'), '--expect-verdict', 'clear', '--min-margin', '20']);
    expect(remarks).toContain('Expected the verdict clear, got leaning.\nExpected a lead of at least 20 points, got 3.73.');
    expect(remarks).toMatch(/\nStill open, and good for up to \d+ points: “.*” \([a-z-]+\)\./);
  });

  it('opens for no recommendation where that is expected', async () => {
    expect(await typed(['evaluate', '-', '--expect', 'none', '--expect-verdict', 'none'], { input: '{}' })).toMatchObject({
      code: 0,
    });
    expect(await typed(['evaluate', '-', '--min-margin', '0.1'], { input: '{}' })).toMatchObject({ code: 1 });
  });
});

describe('evaluate with a model of your own', () => {
  it.each([
    ['by its file', ['--model', at('lunch.yaml')], '1.0.0'],
    ['by its id in a directory', ['--models-dir', at('models')], '2.0.0'],
    ['by its version', ['--models-dir', at('models'), '--version', '1.0.0'], '1.0.0'],
  ])('finds it %s', async (_, options, version) => {
    const { printed } = await typed(['evaluate', at('lunch-answers.yaml'), '--format', 'json', ...options]);
    expect(JSON.parse(printed)).toMatchObject({ method: { model: 'lunch', version }, outcome: { recommended: 'restaurant' } });
  });

  it('refuses one that the service would refuse', async () => {
    const { code, remarks } = await typed(['evaluate', at('lunch-answers.yaml'), '--models-dir', at('broken')]);
    expect(code).toBe(65);
    expect(remarks).toMatch(/broken\/lunch\.yaml:\d+:\d+: error unknown-criterion .* \(\/rules\/0\/criterion\)$/);
  });
});

describe('evaluate, of what is wrong,', () => {
  it('tells every place in the answers, where it stands', async () => {
    const { code, printed, remarks } = await typed(['evaluate', at('wrong.yaml')]);
    expect({ code, printed }).toEqual({ code: 65, printed: '' });
    expect(remarks.split('\n').map((line) => line.replace(`${files}/`, '').replace(/ [A-Z].*(?= \()/, ' …'))).toEqual([
      'wrong.yaml:3:5: error unknown-choice … (/targets/1)',
      'wrong.yaml:4:1: error out-of-range … (/drift-pain)',
      expect.stringMatching(/^wrong\.yaml:5:1: error unknown-question .* \(\/no-such\)$/),
    ]);
  });

  it('tells what is wrong with a request, and with weights in a file of their own', async () => {
    const request = await typed(['evaluate', at('wrong.json')]);
    expect(request.code).toBe(65);
    expect(request.remarks).toMatch(/error unknown-field .*\(\/wieghts\)\n.*error invalid-type Name a model.*\(\/model\)$/);
    const weights = await typed(['evaluate', at('request.json'), '--weights', '-'], { input: 'rollback: 1\ncompliance: [2]\n' });
    expect(weights).toMatchObject({ code: 65, remarks: expect.stringMatching(/^<stdin>:2:1: error .* \(\/compliance\)$/) });
    const named = await typed(['evaluate', at('answers.yaml'), '--weights', '-'], { input: '{"weights": {"nothing": 2}}' });
    expect(named.remarks).toMatch(/^<stdin>:1:14: error unknown-criterion .* \(\/weights\/nothing\)$/);
  });

  it.each([
    [['not-yaml.yaml'], 65, /not-yaml\.yaml:2:1: error syntax /],
    [['list.yaml'], 65, /list\.yaml:1:1: error invalid-type Write a map/],
    [['binary.yaml'], 65, /binary\.yaml:1:1: error not-text /],
    [['nowhere.yaml'], 66, /nowhere\.yaml: this cannot be read/],
    [['answers.yaml', '--weights', 'nowhere.yaml'], 66, /nowhere\.yaml: this cannot be read/],
    [['answers.yaml', '--model', './nowhere.yaml'], 66, /nowhere\.yaml: there is no such file/],
    [['answers.yaml', '--models-dir', './nowhere'], 66, /nowhere: there is no such file/],
    [['answers.yaml', '--model', 'nothing'], 64, /There is no model nothing; there are delivery-approach\./],
    [['answers.yaml', '--version', '9.0.0'], 64, /no version 9\.0\.0 of delivery-approach; there are 1\.1\.0, 1\.0\.0/],
    [['answers.yaml', '--version', '../1.0.0'], 64, /no version \.\.\/1\.0\.0/],
    [['answers.yaml', '--expect', 'gitopps'], 64, /has no gitopps; it has cicd, gitops, hybrid, none/],
    [['answers.yaml', '--expect', 'gitops,'], 64, /Write ids with commas/],
    [['answers.yaml', '--expect-verdict', 'sure'], 64, /Use clear, leaning, too-close, none/],
    [['answers.yaml', '--expect-verdict', 'clear', '--explain', 'none'], 64, /there is no verdict with --explain none/],
    [['answers.yaml', '--format', 'markdown', '--explain', 'summary'], 64, /leave --explain out/],
    [['answers.yaml', '--min-margin', 'much'], 64, /Use a number from 0 to 100/],
    [['answers.yaml', '--exlain', 'full'], 64, /Did you mean --explain\?/],
    [['answers.yaml', '--format', 'xml'], 64, /Allowed choices are table, json, markdown/],
    [['answers.yaml', 'more.yaml'], 64, /too many arguments/],
    [[], 64, /missing required argument 'file'/],
  ])('ends %j with %d', async (line, code, remarks) => {
    const words = line.map((word) => (/^[\w-]+\.yaml$/.test(word) ? at(word) : word));
    const said = await typed(['evaluate', ...words]);
    expect(said).toEqual({ code, printed: '', remarks: expect.stringMatching(remarks) });
  });
});
