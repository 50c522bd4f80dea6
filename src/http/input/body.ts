import type { Request, Response } from 'express';
import type { BodyShape } from '../../contract/operation.ts';
import { refuse } from '../../services/refusal.ts';
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
async function bytesOf(request: Request): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) refuse('body-too-large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of arriving(request)) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > LARGEST_BODY) refuse('body-too-large');
  }
  return Buffer.concat(chunks, length);
}

/** The parts of a body. The connection survives when no more of them are wanted, so that the refusal can be sent. */
async function* arriving(request: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* request.iterator({ destroyOnReturn: false });
  } catch {
    refuse('malformed-request');
  }
}
