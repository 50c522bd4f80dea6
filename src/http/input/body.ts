import express, { type Request, type Response } from 'express';
import type { BodyShape } from '../../contract/operation.ts';
import { readJson } from './json-text.ts';
import { announcesBody, expectReadable } from './media-types.ts';

/** Bytes of a body at most: 256 KiB. */
export const LARGEST_BODY = 256 * 1024;

const readBytes = express.raw({ type: () => true, limit: LARGEST_BODY, inflate: false });

/** The JSON body of a request; `{}` where a body is optional and there is none. Undefined when none is read. */
export async function bodyOf(request: Request, response: Response, shape: BodyShape | undefined): Promise<unknown> {
  if (shape === undefined) {
    // A body that nobody reads would be waited for on this connection long after the reply.
    if (announcesBody(request)) response.set('Connection', 'close');
    return undefined;
  }
  if (shape.optional && !announcesBody(request)) return {};
  expectReadable(request, shape);
  await new Promise<void>((resolve, reject) => {
    readBytes(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
  return readJson(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
}
