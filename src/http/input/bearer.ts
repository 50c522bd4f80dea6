import type { Request } from 'express';

/** What a request shows of its sender. A field that is no bearer token counts as one that nobody issued. */
export function bearerOf(request: Request): { readonly credential?: string; readonly origin?: string } {
  const { authorization, origin } = request.headers;
  const [, token] = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization ?? '') ?? [];
  return {
    ...(authorization !== undefined && { credential: token ?? '' }),
    ...(origin !== undefined && { origin }),
  };
}
