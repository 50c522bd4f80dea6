import type { Request, Response } from 'express';
import { type Access, expectAccess } from '../services/identity/access.ts';
import type { Authenticator } from '../services/identity/authenticator.ts';
import type { Caller } from '../services/identity/caller.ts';
import { Refusal } from '../services/refusal.ts';
import { bearerOf } from './input/bearer.ts';
import { leaveBody } from './input/body.ts';
import type { RateLimits } from './limits/rate-limits.ts';
import { REQUEST_ID } from './request-log.ts';

/**
 * Tells who asks for an operation, before anything else of the request is read; refuses those who may not. Without an
 * access it lets in whoever is known: what they may do depends on what they send.
 */
export type Admission = (request: Request, response: Response, access?: Exclude<Access, 'public'>) => Promise<Caller>;

/** What letting callers in depends on. */
export interface AdmissionNeeds {
  readonly authenticator: Authenticator;
  readonly limits: RateLimits;
  /** Where callers find the service; '' when that is not known. */
  readonly publicUrl: string;
}

/** Admission of those whom the authenticator knows, as often as the limits allow. */
export function createAdmission({ authenticator, limits, publicUrl }: AdmissionNeeds): Admission {
  return async (request, response, access) => {
    try {
      const caller = await authenticator.authenticate({
        ...bearerOf(request, publicUrl),
        requestId: String(response.getHeader(REQUEST_ID)),
      });
      response.locals['actor'] = caller.scope.actor;
      await limits.request(request, response, caller);
      if (access !== undefined) expectAccess(caller, access);
      return caller;
    } catch (refusal) {
      leaveBody(request, response);
      if (isOfStranger(refusal)) await limits.failure(request, response);
      throw refusal;
    }
  };
}

/** Whether a request was refused because its sender could not be told, or came with a credential of other pages. */
function isOfStranger(refusal: unknown): boolean {
  return refusal instanceof Refusal && ['unauthenticated', 'origin-refused'].includes(refusal.code);
}
