import { type Finding, pointer } from '../../decision/model/finding.ts';

/** How deep lists and objects may be nested in a document: more than the format of models ever needs. */
export const MAX_DEPTH = 64;

/** Keys that reach behind an object instead of into it. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__']);

const LONE_SURROGATE = /\p{Surrogate}/u;

/** The finding about a place that is nested deeper than {@link MAX_DEPTH}, or has no end. */
export function tooDeep(path: string): Finding {
  const message = `Nest lists and objects at most ${MAX_DEPTH} deep, and never in a circle.`;
  return { severity: 'error', path, code: 'too-deep', message };
}

/**
 * Everything for which parsed data is not plain JSON data: nested too deep or in a circle, forbidden keys, numbers
 * that are not finite, broken Unicode, and types that JSON does not have. Stops at the first place that is too deep,
 * because a circle has no end.
 */
export function plainDataFindings(data: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  inspect(data, [], findings);
  return findings;
}

/** Adds what is wrong with `value`; returns false when the walk must stop. */
function inspect(value: unknown, path: readonly string[], findings: Finding[]): boolean {
  if (typeof value === 'object' && value !== null) return inspectEntries(value, path, findings);
  const complaint = complaintAbout(value);
  if (complaint !== undefined) findings.push(error(path, 'not-plain', complaint));
  return true;
}

function inspectEntries(value: object, path: readonly string[], findings: Finding[]): boolean {
  if (path.length >= MAX_DEPTH) {
    findings.push(tooDeep(pointer(...path)));
    return false;
  }
  if (!isPlain(value)) {
    findings.push(error(path, 'not-plain', 'Write texts, numbers, true, false, lists and objects only, without tags.'));
    return true;
  }
  return Object.entries(value).every(([key, entry]) => {
    const complaint = FORBIDDEN_KEYS.has(key) ? `Rename the key ${key}.` : complaintAbout(key);
    if (complaint !== undefined) findings.push(error([...path, key], 'forbidden-key', complaint));
    return inspect(entry, [...path, key], findings);
  });
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function complaintAbout(scalar: unknown): string | undefined {
  switch (typeof scalar) {
    case 'number':
      return Number.isFinite(scalar) ? undefined : 'Write an ordinary number, not an infinite one or NaN.';
    case 'string':
      return LONE_SURROGATE.test(scalar) ? 'Write whole characters: this holds half of a surrogate pair.' : undefined;
    case 'boolean':
    case 'object':
      return undefined;
    default:
      return 'Write texts, numbers, true, false, lists and objects only.';
  }
}

function error(path: readonly string[], code: string, message: string): Finding {
  return { severity: 'error', path: pointer(...path), code, message };
}
