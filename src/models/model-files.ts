import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Finding } from '../decision/model/finding.ts';
import type { ModelFormat } from './text/model-text.ts';

/** Far more than any model needs, and little enough to read and check within seconds. */
const MAX_BYTES = 5_000_000;

const FORMATS: ReadonlyMap<string, ModelFormat> = new Map([
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.json', 'json'],
]);

/** The text of a file that should hold a decision model, or why there is none. */
export type ModelFile =
  | { readonly file: string; readonly format: ModelFormat; readonly text: string }
  | { readonly file: string; readonly findings: readonly Finding[] };

/**
 * Every `*.yaml`, `*.yml` and `*.json` below a directory, by name. Links are followed and what `seen` holds (real
 * paths) is left out, so that circles end and the links of a mounted Kubernetes volume are harmless; so are names
 * that start with a dot.
 */
export function* modelFiles(directory: string, seen: Set<string>): Generator<ModelFile> {
  const look = attempt(() => ({ real: realpathSync(directory), names: readdirSync(directory).sort() }));
  if ('problem' in look) {
    yield unreadable(directory, look.problem);
  } else if (!seen.has(look.real)) {
    seen.add(look.real);
    for (const name of look.names) if (!name.startsWith('.')) yield* entryAt(join(directory, name), seen);
  }
}

/** The same for a place that is a directory or one file, whose name then may end in anything: else than `.json`, it is YAML. */
export function* modelFilesAt(place: string, seen: Set<string>): Generator<ModelFile> {
  yield* entryAt(place, seen, 'yaml');
}

function* entryAt(place: string, seen: Set<string>, otherwise?: ModelFormat): Generator<ModelFile> {
  const look = attempt(() => ({ real: realpathSync(place), stat: statSync(place) }));
  if ('problem' in look) {
    yield unreadable(place, look.problem);
  } else if (look.stat.isDirectory()) {
    yield* modelFiles(place, seen);
  } else {
    const format = FORMATS.get(extname(place).toLowerCase()) ?? otherwise;
    if (format === undefined || seen.has(look.real)) return;
    seen.add(look.real);
    yield fileAt(place, format, look.stat);
  }
}

function fileAt(file: string, format: ModelFormat, stat: Stats): ModelFile {
  if (!stat.isFile()) return refused(file, 'unreadable', 'This is not a regular file. Replace it with one, or move it away.');
  if (stat.size > MAX_BYTES) {
    return refused(file, 'too-large', `This has ${stat.size} bytes. A model may have ${MAX_BYTES}: shorten or split it.`);
  }
  const read = attempt(() => ({ bytes: readFileSync(file) }));
  if ('problem' in read) return unreadable(file, read.problem);
  const decoded = attempt(() => ({ text: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes) }));
  if ('problem' in decoded) return refused(file, 'not-text', 'This is not UTF-8 text. Save it as UTF-8, or move it away.');
  return { file, format, text: decoded.text };
}

function unreadable(place: string, problem: string): ModelFile {
  return refused(place, 'unreadable', `This cannot be read: ${problem}. Correct the path or its permissions.`);
}

function refused(file: string, code: string, message: string): ModelFile {
  return { file, findings: [{ severity: 'error', path: '', code, message }] };
}

function attempt<T extends object>(look: () => T): T | { readonly problem: string } {
  try {
    return look();
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}
