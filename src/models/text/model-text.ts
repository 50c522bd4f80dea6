import { Composer, type Document, LineCounter, Parser } from 'yaml';
import { nestsDeeperThan } from './nesting.ts';
import type { PlacedFinding } from './place.ts';
import { MAX_DEPTH, plainDataFindings, tooDeep } from './plain-data.ts';

/** The languages a model can be written in. */
export type ModelFormat = 'yaml' | 'json';

/** Plain JSON data, or why the text is none. */
export type DataReading = { readonly data: unknown } | { readonly findings: readonly PlacedFinding[] };

/** YAML 1.2 whatever a document says of itself, keys being texts and tags meaning nothing. */
export const YAML_OPTIONS = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  stringKeys: true,
  logLevel: 'error',
} as const;

/** How often one anchored part may be repeated by aliases, multiplied along nested ones. */
const MAX_ALIASES = 1_000;

/**
 * Reads YAML 1.2 (core schema, one document, no duplicate keys, no tags, few aliases) or JSON as plain data. JSON is
 * read as the YAML it also is, which tells lines, columns and duplicate keys, and must then be JSON besides.
 */
export function readModelText(text: string, format: ModelFormat): DataReading {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  if (tokens.some((token) => nestsDeeperThan(MAX_DEPTH, token))) return { findings: [tooDeep('')] };
  const documents = [...new Composer(YAML_OPTIONS).compose(tokens, true, text.length)];
  const findings = [...syntaxFindings(documents, lines), ...(format === 'json' ? jsonFindings(text) : [])];
  const [document] = documents;
  return findings.length > 0 || document === undefined ? { findings } : plainData(document);
}

function syntaxFindings(documents: readonly Document.Parsed[], lines: LineCounter): readonly PlacedFinding[] {
  const found = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  const more = documents
    .slice(1)
    .map(({ range }) => ({ pos: range, message: 'A second document starts here. Write one a file.' }));
  return [...found, ...more].map(({ pos, message }) => {
    const { line, col: column } = lines.linePos(pos[0]);
    return { ...syntaxError(message), place: { line, column } };
  });
}

function jsonFindings(text: string): readonly PlacedFinding[] {
  try {
    JSON.parse(text);
    return [];
  } catch (cause) {
    return [syntaxError(`This is not JSON: ${reasonOf(cause)}`)];
  }
}

/** Only aliases can fail here: they may lead nowhere, or repeat too much. */
function plainData(document: Document): DataReading {
  try {
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    const findings = plainDataFindings(data);
    return findings.length > 0 ? { findings } : { data };
  } catch (cause) {
    return { findings: [syntaxError(`This cannot be read: ${reasonOf(cause)}`)] };
  }
}

function syntaxError(message: string): PlacedFinding {
  return { severity: 'error', path: '', code: 'syntax', message };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
