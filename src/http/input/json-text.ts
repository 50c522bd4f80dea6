import { isUtf8 } from 'node:buffer';
import jsonc from 'jsonc-parser';
import { pointer } from '../../decision/model/finding.ts';
import { type InvalidPlace, refuse } from '../../services/refusal.ts';
import { keysAtAGlance, suspiciousPlaces } from './json-audit.ts';

/**
 * Reads a JSON body (RFC 8259) that is safe to work with. Refuses with `malformed-json`, all at once: bytes that are
 * not UTF-8 or start with a byte order mark, text that is not JSON, nesting deeper than 16, keys that are there twice
 * or reach into prototypes, NUL and lone surrogates, and numbers too large to be held.
 */
export function readJson(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  const value = parsed(text);
  if (isHarmless(text, value)) return value;
  const { places, keys } = suspiciousPlaces(value);
  const doubled = keys < keysIn(text) && !places.some(({ code }) => code === 'too-deep') ? doubledKeys(text) : [];
  const errors = [...places, ...doubled];
  return errors.length === 0
    ? value
    : refuse('malformed-json', { detail: 'The body is JSON that this service does not accept; see errors.', errors });
}

/**
 * Whether a glance shows that there is nothing to report, as in almost all bodies. Without an escape no text can hold what
 * cannot be sent as such: JSON has no bare NUL, and UTF-8 no surrogates.
 */
function isHarmless(text: string, value: unknown): boolean {
  return !text.includes('\\') && keysAtAGlance(value) === keysIn(text);
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length === 0) return refuse('malformed-json', { detail: 'The body is empty. Send a JSON object, {} at least.' });
  if (!isUtf8(bytes)) return refuse('malformed-json', { detail: 'The body is not UTF-8. Send it in UTF-8.' });
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (text.startsWith('\uFEFF'))
    return refuse('malformed-json', { detail: 'The body starts with a byte order mark. Leave it out.' });
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('malformed-json', { detail: `The body is not JSON: something is wrong ${placeOfError(text)}.` });
  }
}

const STRICT = { disallowComments: true, allowTrailingComma: false } as const;

/** Only asked once `JSON.parse` has refused the text, so that good requests never pay for a second parser. */
function placeOfError(text: string): string {
  const errors: { readonly line: number; readonly column: number }[] = [];
  const enough = new Error('the first error is known');
  try {
    jsonc.visit(
      text,
      {
        onError: (_error, _offset, _length, line, column) => {
          errors.push({ line, column });
          throw enough;
        },
      },
      STRICT,
    );
  } catch (thrown) {
    if (thrown !== enough && !(thrown instanceof RangeError)) throw thrown;
  }
  const [first] = errors;
  return first === undefined ? 'in it' : `at line ${first.line + 1}, column ${first.column + 1}`;
}

/** How many keys the text has: the colons outside its strings. More than the value has means that some are doubled. */
function keysIn(text: string): number {
  let keys = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) inString = !inString;
    else if (inString && code === 0x5c) at++;
    else if (!inString && code === 0x3a) keys++;
  }
  return keys;
}

function doubledKeys(text: string): readonly InvalidPlace[] {
  const places: InvalidPlace[] = [];
  const open: Set<string>[] = [];
  jsonc.visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty(key, _offset, _length, _line, _column, path) {
      const seen = open.at(-1);
      if (seen?.has(key))
        places.push({ pointer: pointer(...path(), key), code: 'duplicate-key', message: 'Name every key once only.' });
      seen?.add(key);
    },
  });
  return places;
}
