import { expect } from '@jest/globals';

/**
 * Matches every value that a shortened document stands for: objects may have more members, and lists of objects more
 * items, than are shown.
 */
export function excerptOf(shown: unknown): unknown {
  if (Array.isArray(shown)) {
    const items = shown.map(excerptOf);
    return shown.some(isObject) ? expect.arrayContaining(items) : items;
  }
  if (!isObject(shown)) return shown;
  return expect.objectContaining(Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, excerptOf(value)])));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
