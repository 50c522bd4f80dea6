import { z } from 'zod';
import type { InvalidPlace, RefusalCode } from '../../services/refusal.ts';
import { PROBLEM_KINDS } from '../problem-kinds.ts';

const codes = Object.keys(PROBLEM_KINDS).join(', ');

export const InvalidPlaceSchema = z
  .object({
    pointer: z.string().describe('JSON Pointer (RFC 6901) into the body, or starting with /query, /path or /headers.'),
    code: z.string().describe('What is wrong, in a stable word.'),
    message: z.string().describe('What is wrong and what to send instead.'),
  })
  .meta({ id: 'InvalidPlace', description: 'One invalid place in a request.' }) satisfies z.ZodType<InvalidPlace>;

/** What every error looks like (RFC 9457). */
export const Problem = z
  .object({
    type: z.string().describe('`/problems/` and the code.'),
    title: z.string().describe('The same for every problem of this code.'),
    status: z.int().min(400).max(599).describe('The status of the response.'),
    detail: z.string().describe('What happened this time, and what to do about it.'),
    code: z.string().describe(`Stable; branch on it. One of ${codes}.`),
    requestId: z.string().describe('Names this request in the log of the service.'),
    errors: z.array(InvalidPlaceSchema).describe('Every invalid place of the request at once.').exactOptional(),
    retryAfter: z
      .int()
      .min(0)
      .describe('Seconds after which trying again makes sense; the twin of `Retry-After`.')
      .exactOptional(),
    currentRevision: z.int().describe('The revision to start again from, when the one given was stale.').exactOptional(),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457).' });

/** A problem document as it is sent. */
export type ProblemDocument = Readonly<z.infer<typeof Problem>> & { readonly code: RefusalCode };
