import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../decision/model/finding.ts';
import { plainDataFindings } from './plain-data.ts';

/** The languages a model can be written in. */
export type ModelFormat = 'yaml' | 'json';

/** Plain JSON data, or why the text is none. */
export type DataReading = { readonly data: unknown } | { readonly findings: readonly Finding[] };

/**
 * Reads YAML 1.2 (core schema, one document, no duplicate keys, no tags, few aliases) or JSON as plain data. JSON is
 * read as the YAML it also is, which tells lines, columns and duplicate keys, and must then be JSON besides.
 */
export function readModelText(text: string, format: ModelFormat): DataReading {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      resolveKnownTags: false,
      stringKeys: true,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    });
    const findings = [...syntaxFindings(document, lines), ...(format === 'json' ? jsonFindings(text) : [])];
    return findings.length > 0 ? { findings } : plainData(document.toJS({ maxAliasCount: 100 }));
  } catch (cause) {
    return { findings: [unreadable(cause)] };
  }
}

function syntaxFindings({ errors, warnings }: Document, lines: LineCounter): readonly Finding[] {
  return [...errors, ...warnings].map(({ pos, message }) => {
    const { line, col } = lines.linePos(pos[0]);
    return syntaxError(`Line ${line}, column ${col}: ${message}`);
  });
}

function jsonFindings(text: string): readonly Finding[] {
  try {
    JSON.parse(text);
    return [];
  } catch (cause) {
    return [syntaxError(`This is not JSON: ${reasonOf(cause)}`)];
  }
}

function plainData(data: unknown): DataReading {
  const findings = plainDataFindings(data);
  return findings.length > 0 ? { findings } : { data };
}

/** The parser recurses and resolves aliases, so it can run out of stack or refuse to go on. */
function unreadable(cause: unknown): Finding {
  if (cause instanceof RangeError) {
    return { severity: 'error', path: '', code: 'too-deep', message: 'This is nested too deep to be read.' };
  }
  return syntaxError(`This cannot be read: ${reasonOf(cause)}`);
}

function syntaxError(message: string): Finding {
  return { severity: 'error', path: '', code: 'syntax', message };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
