import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROJECT } from './source-tree.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  /** Packages with scripts that run when they are installed, and whether they may. */
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: true; readonly resolved?: string }>>;
}

const manifest: Manifest = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
const lock: Lock = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8'));
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

describe('dependencies', () => {
  it('have exact versions', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/.test(version))).toEqual([]);
  });

  it('run scripts at installation only when they are on the list, which says for each that has any whether it may', () => {
    const scripted = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
      path !== '' && hasInstallScript ? [nameOf(path)] : [],
    );
    expect([...new Set(scripted)].filter((name) => manifest.allowScripts[name] === undefined)).toEqual([]);
  });

  it('come from a registry, never from a repository, a file or an address', () => {
    const sources = Object.values(lock.packages).flatMap(({ resolved }) => resolved ?? []);
    expect(sources.filter((source) => !source.startsWith('https://registry.npmjs.org/'))).toEqual([]);
  });
});
