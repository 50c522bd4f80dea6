import type { Request, Response } from 'express';
import { type Access, expectAccess } from '../services/identity/access.ts';
import type { Authenticator } from '../services/identity/authenticator.ts';
import type { Caller } from '../services/identity/caller.ts';
import { bearerOf } from './input/bearer.ts';
import { announcesBody } from './input/media-types.ts';
import { REQUEST_ID } from './request-log.ts';

/** Tells who asks for an operation, before anything else of the request is read; refuses those who may not. */
export type Admission = (request: Request, response: Response, access: Exclude<Access, 'public'>) => Promise<Caller>;

/** Admission of those whom the authenticator knows. */
export function createAdmission(authenticator: Authenticator): Admission {
  return async (request, response, access) => {
    try {
      const caller = await authenticator.authenticate({
        ...bearerOf(request),
        requestId: String(response.getHeader(REQUEST_ID)),
      });
      response.locals['actor'] = caller.scope.actor;
      expectAccess(caller, access);
      return caller;
    } catch (refusal) {
      // What a stranger sends is not even waited for.
      if (announcesBody(request)) response.set('Connection', 'close');
      throw refusal;
    }
  };
}
