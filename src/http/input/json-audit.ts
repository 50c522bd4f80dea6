import { pointerToken } from '../../decision/model/finding.ts';
import type { InvalidPlace } from '../../services/refusal.ts';

/** How deep arrays and objects may be nested in one another. */
export const DEEPEST = 16;

/** Names that reach from an object to what all objects share. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const LONE_SURROGATE = /\p{Surrogate}/u;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** What looking through a value showed. */
export interface Audit {
  readonly places: readonly InvalidPlace[];
  /** How many keys all its objects have together. */
  readonly keys: number;
}

/**
 * How many keys a value has where a glance shows that nothing but its texts can be suspicious; NaN where more than a glance
 * is needed.
 */
export function keysAtAGlance(part: unknown, depth = 0): number {
  if (typeof part === 'number') return Number.isFinite(part) ? 0 : Number.NaN;
  if (typeof part !== 'object' || part === null) return 0;
  if (depth === DEEPEST) return Number.NaN;
  let keys = 0;
  if (Array.isArray(part)) {
    for (const item of part) keys += keysAtAGlance(item, depth + 1);
    return keys;
  }
  for (const [key, item] of Object.entries(part)) {
    keys += PROTOTYPE_KEYS.has(key) ? Number.NaN : 1 + keysAtAGlance(item, depth + 1);
  }
  return keys;
}

/** Looks through parsed JSON for what no honest client sends and what no part of the service needs to expect. */
export function suspiciousPlaces(value: unknown): Audit {
  const places: InvalidPlace[] = [];
  let keys = 0;
  const report = (pointer: string, code: string, message: string) => places.push({ pointer, code, message });

  function look(part: unknown, pointer: string, depth: number): void {
    if (typeof part === 'string') lookAtText(part, pointer);
    else if (typeof part === 'number' && !Number.isFinite(part))
      report(pointer, 'number-too-large', 'Send a number that fits 64-bit floating point.');
    else if (typeof part === 'object' && part !== null) lookInside(part, pointer, depth + 1);
  }

  function lookInside(part: object, pointer: string, depth: number): void {
    if (depth > DEEPEST) {
      report(pointer, 'too-deep', `Nest arrays and objects at most ${DEEPEST} deep.`);
      return;
    }
    if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) look(item, `${pointer}/${index}`, depth);
      return;
    }
    for (const [key, item] of Object.entries(part)) {
      const place = `${pointer}/${pointerToken(key)}`;
      keys++;
      if (PROTOTYPE_KEYS.has(key)) report(place, 'forbidden-key', `Use another key than ${key}.`);
      lookAtText(key, place);
      look(item, place, depth);
    }
  }

  function lookAtText(text: string, pointer: string): void {
    if (text.includes('\u0000')) report(pointer, 'nul-character', 'Leave out U+0000.');
    if (LONE_SURROGATE.test(text)) report(pointer, 'lone-surrogate', 'Send surrogates in pairs, or leave them out.');
  }

  look(value, '', 0);
  return { places: places.map(wellFormed), keys };
}

/** A pointer may quote the very key that is wrong, which must not be sent back as it is. */
function wellFormed(place: InvalidPlace): InvalidPlace {
  return { ...place, pointer: place.pointer.replaceAll(LONE_SURROGATES, '\uFFFD') };
}
