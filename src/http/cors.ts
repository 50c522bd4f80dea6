import type { RequestHandler } from 'express';

/** What browsers let a page send and read beyond the little that needs no permission. */
const REQUEST_HEADERS = [
  'Content-Type',
  'Accept-Language',
  'Accept',
  'Authorization',
  'If-Match',
  'If-None-Match',
  'Idempotency-Key',
  'X-Request-Id',
];
const RESPONSE_HEADERS = [
  'ETag',
  'Link',
  'Location',
  'Retry-After',
  'X-Request-Id',
  'Idempotent-Replayed',
  'Content-Language',
  'Content-Disposition',
  'RateLimit',
  'RateLimit-Policy',
];

/** Seconds for which a browser need not ask again. */
const REMEMBERED = 600;

const ALLOWED_ORIGIN = 'Access-Control-Allow-Origin';

/**
 * Lets pages of the given origins, and no others, call the API from a browser (Fetch standard, CORS protocol). Cookies and
 * the like are never sent along: who calls, a token says.
 */
export function cors(origins: readonly string[]): RequestHandler {
  const listed = new Set(origins);
  return ({ headers: { origin } }, response, next) => {
    if (listed.size > 0) response.setHeader('Vary', 'Origin');
    if (origin !== undefined && listed.has(origin)) {
      response.setHeader(ALLOWED_ORIGIN, origin);
      response.setHeader('Access-Control-Expose-Headers', RESPONSE_HEADERS.join(', '));
    }
    next();
  };
}

/** What a browser that asks beforehand is told about a path with these methods; nothing where the origin is not listed. */
export function preflightHeaders(
  response: { hasHeader(name: string): boolean },
  allow: readonly string[],
): Readonly<Record<string, string>> {
  if (!response.hasHeader(ALLOWED_ORIGIN)) return {};
  return {
    'Access-Control-Allow-Methods': allow.join(', '),
    'Access-Control-Allow-Headers': REQUEST_HEADERS.join(', '),
    'Access-Control-Max-Age': String(REMEMBERED),
  };
}
