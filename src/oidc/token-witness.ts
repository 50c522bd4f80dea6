import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { OidcConfig } from '../config/identity.ts';
import { PERMISSIONS, type Permission } from '../services/identity/caller.ts';
import type { Identity, Witness } from '../services/identity/witness.ts';
import { DEFAULT_WORKSPACE, isWorkspaceName } from '../services/identity/workspace.ts';
import { Refusal } from '../services/refusal.ts';

/** What reading tokens depends on. */
export interface TokenWitnessNeeds {
  readonly oidc: OidcConfig;
  readonly keys: JWTVerifyGetKey;
  readonly now: () => Date;
}

/** Seconds by which clocks may differ. */
const TOLERANCE = 30;

/** What a token's own fault looks like; everything else is the fault of those who should have sent the keys. */
const OWN_FAULTS = [
  'ERR_JWT_EXPIRED',
  'ERR_JWT_CLAIM_VALIDATION_FAILED',
  'ERR_JWT_INVALID',
  'ERR_JWS_INVALID',
  'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  'ERR_JOSE_ALG_NOT_ALLOWED',
  'ERR_JOSE_NOT_SUPPORTED',
  'ERR_JWKS_NO_MATCHING_KEY',
  'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
];

/**
 * Knows people and programs by the tokens (RFC 7519, RFC 9068) of one issuer. Refuses with
 * `identity-provider-unavailable` where the issuer's keys are not to be had.
 */
export function createTokenWitness({ oidc, keys, now }: TokenWitnessNeeds): Witness {
  const { issuer, audience, algorithms } = oidc;
  const expected = { issuer, audience, algorithms: [...algorithms], clockTolerance: TOLERANCE, requiredClaims: ['sub', 'exp'] };
  return {
    async identify(credential) {
      if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(credential)) return undefined;
      try {
        const { payload } = await jwtVerify(credential, keys, { ...expected, currentDate: now() });
        return identityOf(payload, oidc);
      } catch (error) {
        return isOwnFault(error) ? undefined : refuseForNow(error);
      }
    },
  };
}

function identityOf(claims: JWTPayload, { scopeClaim, workspaceClaim }: OidcConfig): Identity | undefined {
  const { sub } = claims;
  const workspace = workspaceClaim === undefined ? DEFAULT_WORKSPACE : claims[workspaceClaim];
  if (typeof sub !== 'string' || sub === '' || typeof workspace !== 'string' || !isWorkspaceName(workspace)) return undefined;
  return { workspace, actor: { kind: 'token', id: sub }, permissions: permissionsIn(claims[scopeClaim]) };
}

/** Permissions among the words of a claim, which is a text with spaces (RFC 6749 §3.3) or a list of words. */
function permissionsIn(claim: unknown): ReadonlySet<Permission> {
  const words = new Set<unknown>(typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : []);
  return new Set(PERMISSIONS.filter((permission) => words.has(permission)));
}

function isOwnFault(error: unknown): boolean {
  return error instanceof errors.JOSEError && OWN_FAULTS.includes(error.code);
}

function refuseForNow(cause: unknown): never {
  throw new Refusal(
    'identity-provider-unavailable',
    { detail: 'The keys of the identity provider cannot be had at present.', retryAfter: 5 },
    { cause },
  );
}
