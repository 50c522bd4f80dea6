import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildService } from '../service-process.ts';
import { PROJECT } from '../source-tree.ts';

/** All that the offline commands may need: no database, no server. */
const PACKAGES = ['canonicalize', 'commander', 'semver', 'yaml', 'zod'];

const run = promisify(execFile);
const place = realpathSync(mkdtempSync(join(tmpdir(), 'delivery-advisor-package-')));
let contents: readonly string[];

beforeAll(async () => {
  await buildService();
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', place], { cwd: PROJECT });
  const [{ filename, files }] = JSON.parse(stdout);
  contents = files.map(({ path }: { path: string }) => path);
  await run('tar', ['xzf', filename], { cwd: place });
  mkdirSync(join(place, 'node_modules'));
  for (const name of PACKAGES) symlinkSync(join(PROJECT, 'node_modules', name), join(place, 'node_modules', name));
  writeFileSync(join(place, 'answers.yaml'), 'targets: [kubernetes]\ndrift-pain: 4\n');
}, 240_000);
afterAll(() => rmSync(place, { recursive: true }));

describe('the package', () => {
  it('holds what runs, and no sources, tests or data', () => {
    const folders = new Set(contents.map((path) => path.split('/')[0]));
    expect([...folders].toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'openapi-3.0.json',
      'openapi.yaml',
      'package.json',
      'prisma',
    ]);
    expect(contents).toEqual(
      expect.arrayContaining(['dist/main.js', 'dist/commands/delivery-advisor.js', 'dist/models/delivery-approach/1.1.0.yaml']),
    );
    expect(contents.filter((path) => /\/\.|\.db/.test(path))).toEqual([]);
  });

  it.each([
    [['--version'], /^\d+\.\d+\.\d+\n$/],
    [['evaluate', 'answers.yaml', '--expect', 'gitops'], /^GitOps\n/],
    [['check', 'package/dist/models'], /2 models in order in 2 files; 0 errors/],
  ])('runs %j with the packages that need no database and no server', async (line, printed) => {
    const { stdout } = await run(join(place, 'package/dist/commands/delivery-advisor.js'), line, { cwd: place });
    expect(stdout).toMatch(printed);
  });
});
