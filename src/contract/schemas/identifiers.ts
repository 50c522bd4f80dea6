import { z } from 'zod';

/** How a person or another system names things: visible characters and spaces, no control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: to keep them out is its purpose
const NO_CONTROLS = /^[^\u0000-\u001f\u007f]*$/;

/** Anything but separators, control and formatting characters. */
const VISIBLE = /[^\p{C}\p{Z}]/u;

/** One line of text with something to see, 1 … `max` UTF-16 code units, without control characters. */
export function line(max: number, description: string) {
  return z
    .string()
    .min(1)
    .max(max)
    .regex(NO_CONTROLS, { error: 'Leave out control characters such as line breaks.' })
    .refine((text) => text === '' || VISIBLE.test(text), {
      error: 'Send at least one visible character.',
      params: { code: 'invisible' },
    })
    .describe(description);
}

/** As {@link line}, or nothing at all. */
export function lineOrNothing(max: number, description: string) {
  return z
    .string()
    .max(max)
    .regex(NO_CONTROLS, { error: 'Leave out control characters such as line breaks.' })
    .describe(description);
}

/** A kebab-case id as decision models use them. */
export function slug(description: string) {
  return z
    .string()
    .max(100)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'Use lower-case letters, digits and single hyphens.' })
    .describe(description);
}

/** A semantic version (semver.org 2.0.0). */
export const SemanticVersion = z
  .string()
  .max(100)
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/, { error: 'Send a semantic version such as 1.0.0.' })
  .describe('A semantic version of the decision model.');

/** A UUID of version 7 (RFC 9562), in lower case after parsing. */
export function uuid(description: string) {
  return z.uuidv7({ error: 'Send a UUID of version 7.' }).max(36).toLowerCase().describe(description);
}

/** A point in time, RFC 3339 in UTC. */
export function time(description: string) {
  return z.iso.datetime().max(40).describe(description);
}

/** The number of an assessment's state: 1 at first, one more with every change. */
export const Revision = z.int().min(1).max(2_147_483_647).describe('Grows by one with every change; starts at 1.');
