import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { GENERATORS } from './clients/generators.js';
import { PROJECT } from './source-tree.ts';

const guide = readFileSync(join(PROJECT, 'docs/clients.md'), 'utf8');

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync(join(PROJECT, 'test/clients/package.json'), 'utf8'));

describe('docs/clients.md', () => {
  it.each(GENERATORS.map((one) => [one.name, one] as const))('has the command that is tried with %s', (_, { needs, command }) => {
    const [program = '', ...args] = command;
    const line = [...(needs === 'node' ? ['npx', program] : [program]), ...args].join(' ');
    const shown = line
      .replace(/node_modules\/\S+\//, '')
      .replaceAll('../../', '')
      .replaceAll('generated/', '');
    expect(guide.split('\n')).toContain(shown);
  });

  it('names a version of every generator that is installed', () => {
    for (const name of ['openapi-typescript', 'openapi-fetch', '@hey-api/openapi-ts', 'orval', 'swagger-typescript-api']) {
      const [major, minor] = manifest.devDependencies[name]?.split('.') ?? [];
      expect(guide).toContain(`${name} ${major}.${minor}`);
    }
  });

  it('leads to files that there are', () => {
    const links = [...guide.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(6);
    expect(links.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });

  it('is about a package whose tools have exact versions', () => {
    expect(Object.values(manifest.devDependencies).filter((version) => !/^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/.test(version))).toEqual(
      [],
    );
  });
});
