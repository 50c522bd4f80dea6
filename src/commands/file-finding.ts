import type { Place, PlacedFinding } from '../models/text/place.ts';
import { placesIn } from '../models/text/places.ts';
import { plainText } from '../report/text/plain-text.ts';

/** A finding about a file, with the place where it stands there; 1 and 1 where it is about the whole. */
export interface FileFinding extends Pick<PlacedFinding, 'severity' | 'code' | 'message'>, Place {
  readonly file: string;
  /** JSON Pointer (RFC 6901) into the file, '' for the whole. */
  readonly pointer: string;
}

/** A file that was read, or could not be. */
export interface ReadFile {
  readonly file: string;
  readonly text?: string;
}

const BEGINNING: Place = { line: 1, column: 1 };

/** Finds the places of findings in the text of their file, in its order. */
export function located({ file, text }: ReadFile, findings: readonly PlacedFinding[]): readonly FileFinding[] {
  const hasPaths = findings.some(({ path, place }) => path !== '' && place === undefined);
  // Only a text in which something was found by its path is known to be one that can be read again.
  const placeOf = text !== undefined && hasPaths ? placesIn(text) : () => BEGINNING;
  return findings
    .map(({ severity, path, place, code, message }) => {
      const { line, column } = place ?? (path === '' ? BEGINNING : placeOf(path));
      return { file, line, column, severity, code, pointer: path, message };
    })
    .toSorted((one, other) => one.line - other.line || one.column - other.column);
}

/** A finding on one line, as compilers say it, so that editors and pipelines find the place. */
export function findingLine({ file, line, column, severity, code, pointer, message }: FileFinding): string {
  const path = pointer === '' ? '' : ` (${pointer})`;
  // File names, keys and quoted texts may hold line breaks and terminal controls.
  return plainText(`${file}:${line}:${column}: ${severity} ${code} ${message}${path}`);
}
