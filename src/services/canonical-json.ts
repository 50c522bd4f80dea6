import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * Canonical JSON (RFC 8785, JSON Canonicalization Scheme): equal values give equal characters, whatever the order of
 * their keys. Throws a `RangeError` for what JSON cannot say: `undefined`, functions, NaN, infinities, circles and
 * strings with lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  const text = serialised(value);
  if (text === undefined) throw new RangeError(`JSON cannot say a value of type ${typeof value}`);
  return text;
}

function serialised(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RangeError(`JSON cannot say this value: ${reason}`, { cause });
  }
}

/** `sha256:` and the hexadecimal SHA-256 (FIPS 180-4) of the text's UTF-8 bytes. */
export function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}
