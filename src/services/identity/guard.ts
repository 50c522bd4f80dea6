import { refuse } from '../refusal.ts';
import type { Authenticator } from './authenticator.ts';
import type { Caller } from './caller.ts';
import type { Identity, Witness } from './witness.ts';

/** Lets in whom a witness knows, and nobody else. */
export function createGuard(witnesses: readonly Witness[]): Authenticator {
  return {
    async authenticate({ credential, origin, requestId }) {
      if (credential === undefined) return refuseStranger('Send a key or a token: Authorization: Bearer ….', 'Bearer');
      for (const witness of witnesses) {
        const identity = await witness.identify(credential, origin);
        if (identity !== undefined) return callerOf(identity, requestId);
      }
      const detail = 'The key or token is not one that is valid here: unknown, damaged, expired or revoked.';
      return refuseStranger(detail, 'Bearer error="invalid_token"');
    },
  };
}

function callerOf({ workspace, actor, assessment, ...may }: Identity, requestId: string): Caller {
  return { scope: { workspace, actor, requestId, ...(assessment !== undefined && { assessment }) }, ...may };
}

/** @param challenge as RFC 6750 §3 has it. */
function refuseStranger(detail: string, challenge: string): never {
  return refuse('unauthenticated', { detail, challenge });
}
