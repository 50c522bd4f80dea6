import type { Request, Response } from 'express';
import type { BodyShape } from '../../contract/operation.ts';
import { Refusal, refuse } from '../../services/refusal.ts';
import { readJson } from './json-text.ts';
import { announcesBody, expectReadable } from './media-types.ts';

/** Bytes of a body at most: 256 KiB. */
export const LARGEST_BODY = 256 * 1024;

/** The JSON body of a request; `{}` where a body is optional and there is none. Undefined when none is read. */
export async function bodyOf(
  request: Request,
  response: Response,
  shape: Pick<BodyShape, 'mediaTypes' | 'optional'> | undefined,
): Promise<unknown> {
  if (shape === undefined) {
    leaveBody(request, response);
    return undefined;
  }
  if (shape.optional && !announcesBody(request)) return {};
  expectReadable(request, shape);
  return readJson(await bytesOf(request));
}

/**
 * Lets a body be that nobody reads. A short one is taken in and dropped, as a client that still sends it when the
 * connection closes may never see the reply; a long one would be waited for on this connection long after the reply.
 */
export function leaveBody(request: Request, response: Response): void {
  const { 'content-length': length, 'transfer-encoding': chunks } = request.headers;
  const isShort = chunks === undefined && Number(length) <= LARGEST_BODY;
  if (announcesBody(request) && !isShort) response.set('Connection', 'close');
}

/** The body as it came. One that is too large is refused as soon as that is known, not when all of it has arrived. */
function bytesOf(request: Request): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) refuse('body-too-large');
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    let length = 0;
    const add = (part: Uint8Array) => {
      parts.push(part);
      length += part.length;
      if (length <= LARGEST_BODY) return;
      // The rest is let go by, so that the refusal can be sent.
      request.off('data', add).resume();
      reject(new Refusal('body-too-large'));
    };
    request
      .on('data', add)
      .once('end', () => resolve(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, length)))
      .once('error', () => reject(new Refusal('malformed-request')));
  });
}
