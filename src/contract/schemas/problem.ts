import { z } from 'zod';
import type { InvalidPlace, RefusalCode } from '../../services/refusal.ts';
import { PROBLEM_KINDS } from '../problem-kinds.ts';
import { count, extensibleEnum, list, sentText } from './bounded.ts';
import { Revision } from './identifiers.ts';

const CODES = Object.keys(PROBLEM_KINDS);

const PLACE_CODES = [
  'required',
  'unknown-field',
  'unknown-parameter',
  'invalid-type',
  'invalid-format',
  'too-big',
  'too-small',
  'unknown-question',
  'unknown-value',
  'unknown-criterion',
  'out-of-range',
  'duplicate-value',
] as const;

export const InvalidPlaceSchema = z
  .object({
    pointer: sentText('JSON Pointer (RFC 6901) into the body, or starting with /query, /path or /headers.'),
    code: extensibleEnum(PLACE_CODES, 'What is wrong, in a stable word.'),
    message: sentText('What is wrong and what to send instead.'),
  })
  .meta({ id: 'InvalidPlace', description: 'One invalid place in a request.' }) satisfies z.ZodType<InvalidPlace>;

/** What every error looks like (RFC 9457). */
export const Problem = z
  .object({
    type: z.string().max(100).describe('`/problems/` and the code.'),
    title: z.string().max(100).describe('The same for every problem of this code.'),
    status: z.int().min(400).max(599).describe('The status of the response.'),
    detail: sentText('What happened this time, and what to do about it.'),
    code: extensibleEnum(CODES, 'Stable; branch on it.'),
    requestId: z.string().max(128).describe('Names this request in the log of the service.'),
    errors: list(InvalidPlaceSchema, 300_000, 'Every invalid place of the request at once.').exactOptional(),
    retryAfter: count('Seconds after which trying again makes sense; the twin of `Retry-After`.').exactOptional(),
    currentRevision: Revision.describe('The revision to start again from, when the one given was stale.').exactOptional(),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457).' });

/** A problem document as it is sent. */
export type ProblemDocument = Readonly<z.infer<typeof Problem>> & { readonly code: RefusalCode };
