import type { z } from 'zod';
import type { Access } from '../services/identity/access.ts';
import type { RefusalCode } from '../services/refusal.ts';
import type { HeaderName } from './response-headers.ts';

/** Another way of sending the same reply: text that is finished when the service hands it over. */
export interface Representation {
  readonly mediaType: string;
  readonly description: string;
}

/** What one status of an operation looks like. */
export interface ReplyShape {
  readonly description: string;
  readonly body?: z.ZodType;
  /** What the body may be sent as, the first by default; `application/json` when left out. */
  readonly mediaTypes?: readonly string[];
  /** The service hands over the finished text, which is sent as it is. */
  readonly verbatim?: true;
  /** What else it can be sent as, by the names that `?format=` has for it beside `json`. */
  readonly also?: Readonly<Record<string, Representation>>;
  readonly headers?: readonly HeaderName[];
}

/** A body that an operation reads. */
export interface BodyShape {
  readonly schema: z.ZodType;
  /** Whether a glance tells that the schema accepts a body and leaves it as it is; whatever it doubts the schema decides. */
  readonly isPlain?: (raw: unknown) => boolean;
  readonly mediaTypes: readonly string[];
  /** Without a body the operation reads `{}`. */
  readonly optional?: true;
  readonly examples: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
}

/**
 * Many bodies in one request, one a line (NDJSON), each answered with a line: what the single body is answered with, or a
 * problem. Reading and answering go on side by side, without end if need be.
 */
export interface BatchShape {
  /** The same parameters, with what they are by default in a batch. */
  readonly query: z.ZodObject;
  readonly examples: Readonly<Record<string, { readonly summary: string; readonly lines: readonly unknown[] }>>;
}

/** How long others may keep a reply (RFC 9111). */
export type Caching =
  /** What stands at this address never changes. */
  | 'immutable'
  /** Anyone may keep it but must ask whether it still holds. */
  | 'revalidate'
  /** Only the caller may keep it, and must ask whether it still holds. */
  | 'private'
  | 'never';

/** One operation of the API, as data: it is parsed, documented and mounted from this and nothing else. */
export interface Operation {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** As in OpenAPI, with parameters in braces. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly access: Access;
  readonly caching: Caching;
  readonly params?: z.ZodObject;
  readonly query: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: BodyShape;
  /** Where many bodies may come at once. */
  readonly batch?: BatchShape;
  readonly replies: Readonly<Record<number, ReplyShape>>;
  /** What can be refused beside what follows from the parts above. */
  readonly refusals: readonly RefusalCode[];
}

/** For GETs whose reply carries an ETag: the caller has that state already. */
export const NOT_MODIFIED = {
  description: 'The state named in `If-None-Match` is still the current one.',
  headers: ['ETag'],
} as const satisfies ReplyShape;

/** The one media type that most bodies have. */
export const JSON_BODY = ['application/json'] as const;

/** The media type of batches: one JSON text a line, each ended by a line feed. */
export const NDJSON = 'application/x-ndjson';

/** Bytes of a line of a batch at most, without what ends it: 64 KiB. */
export const LONGEST_LINE = 64 * 1024;
