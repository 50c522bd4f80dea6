import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { BUILT_IN_MODELS, loadCatalogue } from '../../src/models/load-catalogue.ts';
import { ModelsRefused } from '../../src/models/models-refused.ts';
import { canonicalJson, sha256 } from '../../src/services/canonical-json.ts';
import type { ModelCatalogue } from '../../src/services/model-catalogue.ts';
import { type Files, modelDirectory } from './model-directory.ts';
import { sampleDocument } from './sample-document.ts';

const sample = (version = '1.0.0', more: object = {}) => ({ ...sampleDocument(), version, ...more });

interface Loading {
  readonly catalogue: ModelCatalogue;
  readonly warnings: readonly { readonly details: object; readonly message: string }[];
}

function load(...directories: readonly string[]): Loading {
  const warnings: { details: object; message: string }[] = [];
  const log = { warn: (details: object, message: string) => void warnings.push({ details, message }) };
  return { catalogue: loadCatalogue({ directories, log }), warnings };
}

function refusal(...directories: readonly string[]): ModelsRefused {
  try {
    load(...directories);
  } catch (error) {
    if (error instanceof ModelsRefused) return error;
    throw error;
  }
  throw new Error('These models were not refused.');
}

/** `file path code` of every finding, without the directory. */
function findings(directory: string): readonly string[] {
  return refusal(directory).files.flatMap(({ file, findings: found }) =>
    found.map(({ path, code }) => [file.slice(directory.length + 1), path, code].filter((part) => part !== '').join(' ')),
  );
}

describe('a catalogue of models', () => {
  it('finds YAML and JSON files in any depth', () => {
    const { catalogue } = load(
      modelDirectory({
        'a.json': sample('1.0.0'),
        'deep/er/b.yaml': stringify(sample('1.1.0')),
        'c.YML': stringify(sample('1.2.0')),
        'notes.txt': 'not a model',
        '.hidden/d.json': '{',
      }),
    );
    expect(catalogue.list()).toEqual([
      { id: 'commute', title: 'How to get to work?', latest: '1.2.0', versions: ['1.0.0', '1.1.0', '1.2.0'] },
    ]);
  });

  it('orders versions as semantic versions, prereleases below their release', () => {
    const versions = ['1.10.0', '1.9.0', '2.0.0-draft.2', '2.0.0-draft.10', '1.0.0-alpha'];
    const { catalogue } = load(
      modelDirectory(Object.fromEntries(versions.map((version) => [`${version}.json`, sample(version)]))),
    );
    expect(catalogue.list()[0]).toMatchObject({
      latest: '2.0.0-draft.10',
      versions: ['1.0.0-alpha', '1.9.0', '1.10.0', '2.0.0-draft.2', '2.0.0-draft.10'],
    });
    expect(catalogue.find('commute')?.compiled.document.version).toBe('2.0.0-draft.10');
    expect(catalogue.find('commute', '1.9.0')?.compiled.document.version).toBe('1.9.0');
  });

  it('knows only what is there', () => {
    const { catalogue } = load(modelDirectory({ 'a.json': sample() }));
    for (const [id, version] of [
      ['commute', '1.0.1'],
      ['Commute'],
      ['constructor'],
      ['__proto__'],
      ['commute 1.0.0', ''],
    ] as const) {
      expect(catalogue.find(id, version)).toBeUndefined();
    }
  });

  it('identifies a model by its content, whatever its notation', () => {
    const reversed = Object.fromEntries(Object.entries(sample()).reverse());
    const [json, yaml] = [modelDirectory({ 'a.json': sample() }), modelDirectory({ 'a.yaml': stringify(reversed) })].map(
      (directory) => load(directory).catalogue.find('commute'),
    );
    expect(yaml?.contentHash).toBe(json?.contentHash);
    expect(json?.canonical).toBe(canonicalJson(sample()));
    expect(json?.contentHash).toBe(sha256(canonicalJson(sample())));
  });

  it('freezes its models', () => {
    const document = load(modelDirectory({ 'a.json': sample() })).catalogue.find('commute')?.compiled.document;
    expect(Object.isFrozen(document?.rules[0]?.points)).toBe(true);
    expect(Object.isFrozen(document?.examples?.[0]?.answers)).toBe(true);
    expect(() => Object.assign(document?.alternatives[0] ?? {}, { title: 'Tandem' })).toThrow(TypeError);
  });

  it('joins directories and lets one add a version to a model of another', () => {
    const { catalogue } = load(modelDirectory({ 'a.json': sample('1.0.0') }), modelDirectory({ 'a.json': sample('1.1.0') }));
    expect(catalogue.list()[0]?.versions).toEqual(['1.0.0', '1.1.0']);
  });

  it('reads a directory that is named twice once', () => {
    const directory = modelDirectory({ 'a.json': sample() });
    expect(load(directory, directory).catalogue.list()).toHaveLength(1);
  });

  it('follows the links of a mounted Kubernetes volume', () => {
    const directory = modelDirectory({ '..2024_05_01/a.yaml': stringify(sample()) });
    symlinkSync('..2024_05_01', join(directory, '..data'));
    symlinkSync('..data/a.yaml', join(directory, 'a.yaml'));
    expect(load(directory).catalogue.list()).toHaveLength(1);
  });

  it('ends where links of directories go in a circle', () => {
    const directory = modelDirectory({ 'inner/a.json': sample() });
    symlinkSync('..', join(directory, 'inner', 'up'));
    expect(load(directory).catalogue.list()).toHaveLength(1);
  });

  it('warns of a directory without models', () => {
    const directory = modelDirectory();
    const { catalogue, warnings } = load(directory);
    expect(catalogue.list()).toEqual([]);
    expect(warnings).toEqual([{ details: { directory }, message: 'There is no decision model in this directory.' }]);
  });

  it('logs what is doubtful about a model, with file and path', () => {
    const directory = modelDirectory({
      'a.json': sample('1.0.0', { facts: { ...facts(), idle: { question: 'rain', is: true } } }),
    });
    const { catalogue, warnings } = load(directory);
    expect(catalogue.list()).toHaveLength(1);
    expect(warnings).toContainEqual({
      details: { file: join(directory, 'a.json'), path: '/facts/idle', code: 'unused-fact' },
      message: 'Nothing refers to the fact idle.',
    });
  });

  it('holds the built-in model', () => {
    const { catalogue, warnings } = load(BUILT_IN_MODELS);
    expect(catalogue.find('delivery-approach', '1.0.0')?.compiled.alternatives.map(({ id }) => id)).toEqual([
      'cicd',
      'gitops',
      'hybrid',
    ]);
    expect(warnings).toEqual([]);
  });

  it('serves a model that has nothing to do with delivery beside the built-in one', () => {
    const { catalogue } = load(BUILT_IN_MODELS, fileURLToPath(new URL('../fixtures/models', import.meta.url)));
    expect(catalogue.list().map(({ id }) => id)).toEqual(['database-engine', 'delivery-approach']);
    expect(catalogue.find('database-engine')?.compiled.alternatives).toHaveLength(4);
  });
});

describe('a wrong model', () => {
  it.each<[what: string, files: Files, findings: readonly string[]]>([
    ['an empty file', { 'a.yaml': '' }, ['a.yaml empty']],
    ['a file of comments', { 'a.yaml': '# soon\n' }, ['a.yaml empty']],
    ['an empty JSON file', { 'a.json': '' }, ['a.json syntax']],
    ['a list', { 'a.yaml': '- id: commute\n' }, ['a.yaml wrong-type']],
    ['a text', { 'a.yaml': 'commute\n' }, ['a.yaml wrong-type']],
    ['binary garbage', { 'a.yaml': Buffer.from([0x89, 0x50, 0xff, 0xfe, 0x00]) }, ['a.yaml not-text']],
    ['a file of more than 5 MB', { 'a.yaml': `title: "${'x'.repeat(5_000_001)}"` }, ['a.yaml too-large']],
    ['a key twice', { 'a.json': `{"id": "one", ${JSON.stringify(sample()).slice(1)}` }, ['a.json syntax']],
    ['a wrong shape', { 'a.json': sample('1.0') }, ['a.json /version wrong-version']],
    [
      'a wrong meaning',
      { 'a.json': sample('1.0.0', { facts: {} }) },
      [
        'a.json /rules/0/when/not/fact unknown-fact',
        'a.json /rules/1/when/all/0/fact unknown-fact',
        'a.json /plans/0/when/fact unknown-fact',
      ],
    ],
    [
      'a failing example',
      { 'a.json': sample('1.0.0', { examples: [{ name: 'x', answers: { distance: 3 }, expect: { recommended: 'train' } }] }) },
      ['a.json /examples/0/expect/recommended example-fails'],
    ],
    [
      'a version that is there twice',
      { 'a.json': sample(), 'b.json': sample('1.0.0', { title: 'Other' }) },
      ['b.json /version duplicate-version'],
    ],
  ])('is %s', (_, files, expected) => {
    expect(findings(modelDirectory(files))).toEqual(expected);
  });

  it('is reported together with every other, one finding a line', () => {
    const directory = modelDirectory({ 'a.json': sample('1'), 'b/c.json': sample('1.0.0', { title: 3 }), 'd.json': sample() });
    const nowhere = join(directory, 'nowhere');
    expect(refusal(directory, nowhere).message.split('\n')).toEqual([
      `${directory}/a.json /version Use a semantic version such as 1.0.0 or 2.1.0-draft.1.`,
      `${directory}/b/c.json /title This is a number, not a text. Put it in quotes.`,
      expect.stringMatching(/nowhere This cannot be read: .*ENOENT: no such file or directory/),
    ]);
  });

  it('names both files of a version that is there twice', () => {
    const directory = modelDirectory({ 'a.json': sample(), 'b.json': sample() });
    expect(refusal(directory).message).toBe(
      `${directory}/b.json /version commute 1.0.0 is already in ${directory}/a.json. Give one of the two another version, or move it away.`,
    );
  });

  it('stays on its line whatever it is called', () => {
    const directory = modelDirectory({ 'a\nb\u001b[31m.json': sample('1.0.0', { 'new\nline': 1 }) });
    expect(refusal(directory).message).not.toMatch(/\p{Cc}/u);
  });

  it('may be a link to itself, to nowhere, or no file at all', () => {
    const directory = modelDirectory();
    symlinkSync('loop.yaml', join(directory, 'loop.yaml'));
    symlinkSync('gone', join(directory, 'nowhere'));
    execFileSync('mkfifo', [join(directory, 'pipe.yaml')]);
    expect(findings(directory)).toEqual(['loop.yaml unreadable', 'nowhere unreadable', 'pipe.yaml unreadable']);
  });

  it('may be a directory that is a file', () => {
    const directory = modelDirectory({ 'a.json': sample() });
    expect(refusal(join(directory, 'a.json')).files[0]?.findings[0]?.code).toBe('unreadable');
  });
});

function facts(): object {
  return { far: { question: 'distance', atLeast: 20 } };
}
