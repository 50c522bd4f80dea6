import { pointerToken } from '../../decision/model/finding.ts';

/** A place where two JSON values differ. A side that has nothing there is absent. */
export interface Difference {
  /** JSON Pointer (RFC 6901), '' for the whole. */
  readonly path: string;
  readonly stored?: unknown;
  readonly recomputed?: unknown;
}

/** Every innermost place at which two JSON values differ, in the order of the stored one. */
export function differencesOf(stored: unknown, recomputed: unknown, path = ''): readonly Difference[] {
  if (Object.is(stored, recomputed)) return [];
  if (!isContainer(stored) || !isContainer(recomputed) || Array.isArray(stored) !== Array.isArray(recomputed)) {
    return [{ path, ...(stored !== undefined && { stored }), ...(recomputed !== undefined && { recomputed }) }];
  }
  const [ours, theirs] = [new Map(Object.entries(stored)), new Map(Object.entries(recomputed))];
  const keys = new Set([...ours.keys(), ...theirs.keys()]);
  return [...keys].flatMap((key) => differencesOf(ours.get(key), theirs.get(key), `${path}/${pointerToken(key)}`));
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
