import type { Request } from 'express';
import { type BodyShape, NDJSON } from '../../contract/operation.ts';
import { refuse } from '../../services/refusal.ts';

/** The media type to answer in, out of those that there are, best first; refuses with `not-acceptable`. */
export function acceptedType(request: Request, produced: readonly string[]): string {
  const [first = 'application/json'] = produced;
  if (request.headers.accept === undefined) return first;
  // Many clients name the charset as well; everything here is in UTF-8.
  const accepted = request.accepts([...produced, ...produced.map((type) => `${type};charset=utf-8`)]);
  if (accepted === false) return refuse('not-acceptable', { detail: `This is available as ${produced.join(', ')}.` });
  return accepted.replace(';charset=utf-8', '');
}

/** Whether the request announces a body (RFC 9112 §6). */
export function announcesBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Whether the body is meant to be a batch. */
export function announcesBatch({ headers }: Request): boolean {
  return contentType(headers['content-type'] ?? '').type === NDJSON;
}

/** Refuses with `unsupported-media-type` what is not plain UTF-8 JSON of a type that the operation reads. */
export function expectReadable({ headers }: Request, { mediaTypes }: Pick<BodyShape, 'mediaTypes'>): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity')
    refuse('unsupported-media-type', { detail: 'Send the body without a content encoding.' });
  const { type, charset } = contentType(headers['content-type'] ?? '');
  if (!mediaTypes.includes(type)) refuse('unsupported-media-type', { detail: `Send Content-Type: ${mediaTypes.join(' or ')}.` });
  if (charset !== 'utf-8') refuse('unsupported-media-type', { detail: 'Send the body in UTF-8; other charsets are not read.' });
}

/** Type and charset of a Content-Type field (RFC 9110 §8.3), both in lower case. */
function contentType(field: string): { readonly type: string; readonly charset: string } {
  const [type = '', ...parameters] = field.toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  return { type: type.trim(), charset: charset ?? 'utf-8' };
}
