import type { Request } from 'express';

/** A request's credential and the origin of the page that sends it; a field that is no bearer token counts as an unknown one. */
export function bearerOf(request: Request, publicUrl: string): { readonly credential?: string; readonly origin?: string } {
  const { authorization } = request.headers;
  const [, token] = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization ?? '') ?? [];
  const origin = originOf(request, publicUrl);
  return {
    ...(authorization !== undefined && { credential: token ?? '' }),
    ...(origin !== undefined && { origin }),
  };
}

/** Browsers name the origin (RFC 6454), save where a page reads from its own: then it is that of the service. */
function originOf({ headers }: Request, publicUrl: string): string | undefined {
  const { origin, host } = headers;
  if (origin !== undefined || headers['sec-fetch-site'] !== 'same-origin') return origin;
  return publicUrl === '' ? `http://${host}` : new URL(publicUrl).origin;
}
