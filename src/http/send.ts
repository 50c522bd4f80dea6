import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Reply } from '../contract/exchange.ts';
import type { Caching } from '../contract/operation.ts';

/** How a reply is to be sent. */
export interface Delivery {
  readonly mediaType: string;
  readonly caching: Caching;
  /** Request headers beside the path that the reply depends on. */
  readonly vary: readonly string[];
}

/** What each kind of caching is called in HTTP. */
export const CACHE_CONTROL = {
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'no-cache',
  private: 'private, no-cache',
  never: 'no-store',
} as const satisfies Record<Caching, string>;

/** Sends a reply: its text as it is, else its body as JSON. A read whose ETag the caller already has becomes a 304. */
export function send(request: Request, response: Response, reply: Reply, delivery: Delivery): void {
  const known = isKnown(request, reply);
  response.statusCode = known ? 304 : reply.status;
  response.setHeader('Cache-Control', CACHE_CONTROL[delivery.caching]);
  if (delivery.vary.length > 0) response.vary(delivery.vary.join(', '));
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    if (value !== undefined) response.setHeader(name, value);
  }
  const text = known ? undefined : textOf(reply);
  if (text !== undefined) {
    response.setHeader('Content-Type', contentType(delivery.mediaType));
    response.setHeader('Content-Length', Buffer.byteLength(text));
  }
  response.end(text);
}

/**
 * Sends the lines of a reply as they come, no faster than they are taken. Ends without a word where the caller has gone: the
 * reply has no end then, so that nobody takes it for a whole one.
 */
export async function sendLines(response: Response, parts: AsyncIterable<Uint8Array>, delivery: Delivery): Promise<void> {
  response.statusCode = 200;
  response.setHeader('Cache-Control', CACHE_CONTROL[delivery.caching]);
  response.setHeader('Content-Type', contentType(delivery.mediaType));
  try {
    await pipeline(parts, response);
  } catch (thrown) {
    if (!response.destroyed) throw thrown;
  }
}

/** Text says its charset; JSON, YAML and XML are in UTF-8 by themselves. */
function contentType(mediaType: string): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}

function textOf({ text, body }: Reply): string | undefined {
  return text ?? (body === undefined ? undefined : JSON.stringify(body));
}

/** Whether the caller has the very state of a successful read (RFC 9110 §13.1.2, weak comparison). */
function isKnown({ method, headers }: Request, reply: Reply): boolean {
  const etag = reply.headers?.ETag;
  const known = headers['if-none-match'];
  if (etag === undefined || known === undefined || reply.status !== 200) return false;
  if (method !== 'GET' && method !== 'HEAD') return false;
  return known.trim() === '*' || [...known.matchAll(/"[^"]*"/g)].some(([tag]) => tag === etag);
}
