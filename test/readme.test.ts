import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readAnswers } from '../src/decision/answers/read-answers.ts';
import { evaluate } from '../src/decision/evaluation/evaluate.ts';
import { readWeights } from '../src/decision/evaluation/read-weights.ts';
import { BUILT_IN_MODELS, loadCatalogue } from '../src/models/load-catalogue.ts';
import { PROJECT } from './source-tree.ts';

const readme = textOf('README.md');
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...adr().map((name) => `docs/adr/${name}`), ...guides()];

function textOf(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}

function adr(): readonly string[] {
  return readdirSync(join(PROJECT, 'docs/adr'));
}

function guides(): readonly string[] {
  return readdirSync(join(PROJECT, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []));
}

/** The fenced blocks of a page in one language. */
function blocks(page: string, language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text.trim());
}

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
}

/** npm scripts that a page mentions and package.json does not have. */
function unknownScripts(page: string): readonly string[] {
  const { scripts }: Manifest = JSON.parse(textOf('package.json'));
  const mentioned = [...page.matchAll(/npm (?:run ([a-z:]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own ?? '');
  return mentioned.filter((script) => scripts[script] === undefined);
}

describe('the front door', () => {
  it('has exactly two commands to set up', () => {
    const commands = blocks(readme, 'sh').filter((command) => command.includes('npm ci'));
    expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });

  it('shows a whole reply as the service gives it', () => {
    const [, body = ''] = /-d '(.*)'$/m.exec(readme) ?? [];
    const model = loadCatalogue({ directories: [BUILT_IN_MODELS], log: { warn: () => {} } }).find('delivery-approach', '1.1.0');
    if (model === undefined) throw new Error('The built-in model is missing.');
    const { answers, findings } = readAnswers(model.compiled, JSON.parse(body).answers);
    const { weights } = readWeights(model.compiled, {});
    expect(findings).toEqual([]);
    const evaluation = evaluate(model.compiled, { answers, weights, explain: 'none', contentHash: model.contentHash });
    expect(JSON.parse(blocks(readme, 'json')[0] ?? '')).toEqual(evaluation);
  });

  it('lists every operation of the specification, and no other', () => {
    const specification: { readonly paths: Readonly<Record<string, object>> } = parse(textOf('openapi.yaml'));
    const specified = Object.entries(specification.paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => /^(get|post|patch|put|delete)$/.test(key))
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    const table = readme.slice(readme.indexOf('## The API'), readme.indexOf('## Write a model'));
    const listed = [...table.matchAll(/`((?:GET|POST|PATCH|PUT|DELETE) [^`]*)`/g)].map(([, operation]) => operation);
    expect(listed.toSorted()).toEqual(specified.toSorted());
  });

  it('names every variable of the configuration', () => {
    const read = [...textOf('src/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name = '']) => name);
    const named = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = '']) => name);
    expect(named.toSorted()).toEqual(read.toSorted());
  });
});

describe.each(pages)('%s', (page) => {
  it('links to files that are there', () => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(PROJECT, dirname(page), link)))).toEqual([]);
  });

  it('names paths that are there', () => {
    const paths = [
      ...textOf(page).matchAll(/`((?:src|test|docs|prisma|\.ci|\.config)\/[\w./-]*\w|openapi\.yaml|Dockerfile)`/g),
    ].map(([, path = '']) => path);
    expect(paths.filter((path) => !path.includes('generated') && !existsSync(join(PROJECT, path)))).toEqual([]);
  });

  it('names npm scripts that are there', () => {
    expect(unknownScripts(textOf(page))).toEqual([]);
  });
});

describe('decision records', () => {
  it('have numbers without gaps, titles like their names, and three parts', () => {
    for (const [index, name] of adr().toSorted().entries()) {
      const text = textOf(`docs/adr/${name}`);
      const [, number = '', title = ''] = /^# (\d+)\. (.*)$/m.exec(text) ?? [];
      expect(Number(number)).toBe(index + 1);
      expect(name).toBe(`${number.padStart(4, '0')}-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.md`);
      expect([...text.matchAll(/^## (.*)$/gm)].map(([, part]) => part)).toEqual(['Context', 'Decision', 'Consequences']);
    }
  });
});
