import type { RequestHandler } from 'express';
import { refuse } from '../services/refusal.ts';
import { preflightHeaders } from './cors.ts';

/**
 * For methods that an address does not support: OPTIONS tells those it does, to browsers that ask for a page of another
 * origin too; everything else is refused with them.
 */
export function otherMethods(allow: readonly string[]): RequestHandler {
  return ({ method }, response) => {
    if (method !== 'OPTIONS') refuse('method-not-allowed', { detail: `Use one of ${allow.join(', ')}.`, allow });
    response.writeHead(204, { Allow: allow.join(', '), ...preflightHeaders(response, allow) }).end();
  };
}
