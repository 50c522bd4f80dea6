import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top directory of the project. */
export const PROJECT: string = join(dirname(fileURLToPath(import.meta.url)), '..');

/** An import as it is written, and the file of the same tree that it means, if it means one. */
export interface Import {
  readonly specifier: string;
  readonly target: string | undefined;
  /** Whether nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

/** One TypeScript file. `path` starts at the tree's top, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** All TypeScript files of a folder of the project, generated ones left out. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  const top = join(PROJECT, folder);
  return readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !/(^|\/)(generated|node_modules)\//.test(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(top, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

const IMPORT = /^(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<from>[^']+)'|\bimport\(\s*'(?<lazy>[^']+)'/gm;

/** The imports and re-exports of a file's text, in their order. */
export function importsOf(path: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map(({ groups }) => {
    const specifier = groups?.['from'] ?? groups?.['lazy'] ?? '';
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
    return { specifier, target, typeOnly: groups?.['type'] !== undefined };
  });
}
