import { parse } from 'semver';
import { z } from 'zod';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An id that the document gives to one of its parts: kebab-case, at most 64 characters. */
export const newId = z
  .string()
  .max(64)
  .refine((id) => KEBAB_CASE.test(id) && id !== 'constructor', {
    message: 'Use kebab-case: a–z, 0–9 and single hyphens between them; the word constructor is reserved.',
    params: { code: 'wrong-id' },
  });

/** The id of a part that is described elsewhere in the document; whether it exists is a matter of meaning. */
export const reference = z.string().min(1).max(64);

/** Words for people: any characters, at least one. */
export const words = z.string().min(1).max(20_000);

/** A semantic version (semver.org 2.0.0) without a leading `v`. */
export const semanticVersion = z
  .string()
  .max(64)
  .refine(isSemantic, {
    message: 'Use a semantic version such as 1.0.0 or 2.1.0-draft.1.',
    params: { code: 'wrong-version' },
  });

/** An absolute web address, so that it is safe to follow from a page. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'Use an absolute address that starts with https:// or http://.' })
  .max(2_000);

/** How well a statement is supported. */
export const grade = z.enum(['A', 'B', 'C', 'D']);

/** Ids of sources. */
export const citations = z.array(reference).max(100);

function isSemantic(version: string): boolean {
  const parsed = parse(version);
  if (parsed === null) return false;
  const build = parsed.build.length > 0 ? `+${parsed.build.join('.')}` : '';
  return version === parsed.version + build;
}
