import type { Request, Response } from 'express';
import { CACHE_CONTROL } from '../send.ts';
import type { FormFile } from './form-file.ts';

/** Sends a file, packed where that is understood; a caller that has it already is only told so. */
export function sendFile(request: Request, response: Response, file: FormFile): void {
  const isPacked = request.acceptsEncodings('gzip') === 'gzip';
  for (const [name, value] of Object.entries(file.headers)) {
    if (value === undefined) response.removeHeader(name);
    else response.setHeader(name, value);
  }
  response.setHeader('Cache-Control', CACHE_CONTROL[file.caching]);
  response.setHeader('ETag', isPacked ? `"${file.hash}-gzip"` : `"${file.hash}"`);
  response.vary('Accept-Encoding');
  if (request.fresh) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const bytes = isPacked ? file.packed : file.bytes;
  if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Type', file.contentType);
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}
