import type { RawInput } from '../models/model-input.ts';

/** What a recommendation's text says today, as far as it can still be read. */
export interface StoredDocument extends RawInput {
  readonly value: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly weights: Readonly<Record<string, unknown>>;
}

/** Nothing that was recorded nests deeper; what does was not written by this service. */
const DEEPEST = 32;

/**
 * Reads the text of a recommendation. Undefined when it cannot be one that was recorded: not JSON, not an object,
 * nested without end, or written otherwise than `JSON.stringify` does (a key twice, for one).
 */
export function storedDocument(text: string): StoredDocument | undefined {
  const value = parsed(text);
  if (!isRecord(value) || deeperThan(value, DEEPEST) || JSON.stringify(value) !== text) return undefined;
  return { value, answers: partOf(value, 'answers'), weights: partOf(value, 'weights') };
}

/** The object under a key; an empty one when it is lost. */
export function partOf(value: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  const part = Object.hasOwn(value, key) ? value[key] : undefined;
  return isRecord(part) ? part : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => deeperThan(part, levels - 1));
}
