import type { Request } from 'express';
import { acceptedType } from './media-types.ts';
import { readQuery } from './query-string.ts';

/** What each media type that can be sent is called by `?format=`; the first is sent unless another is asked for. */
export type Formats = ReadonlyMap<string, string>;

/** What a reply is to be sent as. */
export interface Format {
  readonly format: string;
  readonly mediaType: string;
}

/**
 * What the caller wants to read: by `?format=`, else by `Accept`; refuses with `not-acceptable`. A name that there is not
 * counts as none here; parsing the query refuses it.
 */
export function formatOf(request: Request, formats: Formats): Format {
  const named = formats.size > 1 ? readQuery(request.originalUrl).values['format'] : undefined;
  const [ofName] = [...formats].find(([, format]) => format === named) ?? [];
  const mediaType = ofName ?? acceptedType(request, [...formats.keys()]);
  return { format: formats.get(mediaType) ?? 'json', mediaType };
}
