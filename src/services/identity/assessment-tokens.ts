import { errors, jwtVerify, SignJWT } from 'jose';
import type { Assessment } from '../store.ts';
import { RESPONDENT_PERMISSIONS } from './api-key.ts';
import type { Caller } from './caller.ts';
import type { KeyLookup } from './key-lookup.ts';
import type { Pepper } from './pepper.ts';
import type { Witness } from './witness.ts';

/** Tokens that let somebody whom a page let in fill one assessment, and nothing else. */
export interface AssessmentTokens extends Witness {
  /** The token of an assessment that an embed key has just created; undefined for others, who need none. */
  tokenFor(caller: Caller, assessment: Pick<Assessment, 'id' | 'createdAt'>): Promise<string | undefined>;
}

/** What tokens depend on. */
export interface AssessmentTokensNeeds {
  readonly lookup: KeyLookup;
  readonly pepper: Pepper;
  readonly now: () => Date;
}

/** What a token says: which embed key it comes from, and what it opens. */
interface Claims {
  readonly key: string;
  readonly assessment: Pick<Assessment, 'id' | 'createdAt'>;
}

const PREFIX = 'dadv_at_';
const ALGORITHM = 'HS256';
const TYPE = 'assessment+jwt';
const LIFETIME_DAYS = 30;

/** Milliseconds for which a creation that is sent again gets the token again. Later, knowing an id opens nothing. */
const REPEATABLE = 10 * 60 * 1000;

/** Tokens as JWTs (RFC 7519), signed with a key of their own and as good as the embed key they come from. */
export function createAssessmentTokens({ lookup, pepper, now }: AssessmentTokensNeeds): AssessmentTokens {
  const secrets = pepper.keysFor('assessment tokens');
  return {
    async tokenFor({ scope: { actor } }, { id, createdAt }) {
      const at = now();
      if (actor.kind !== 'embed-key' || at.getTime() - createdAt.getTime() > REPEATABLE) return undefined;
      const issued = Math.floor(at.getTime() / 1000);
      const jwt = new SignJWT({ key: actor.id, created: createdAt.getTime() })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
        .setSubject(id)
        .setIssuedAt(issued)
        .setExpirationTime(issued + LIFETIME_DAYS * 24 * 60 * 60);
      return PREFIX + (await jwt.sign(secrets[0]));
    },

    async identify(credential) {
      const claims = credential.startsWith(PREFIX) ? await claimsOf(credential.slice(PREFIX.length)) : undefined;
      if (claims === undefined) return undefined;
      const { key, assessment } = claims;
      const found = await lookup.find(key);
      if (found?.key.kind !== 'embed' || found.key.revokedAt !== undefined) return undefined;
      const { id, workspace, model } = found.key;
      const permissions = new Set(RESPONDENT_PERMISSIONS);
      return { workspace, permissions, model, assessment, actor: { kind: 'assessment-token', id } };
    },
  };

  async function claimsOf(jwt: string): Promise<Claims | undefined> {
    for (const secret of secrets) {
      const claims = await claimsBy(secret, jwt);
      if (claims !== undefined) return claims;
    }
    return undefined;
  }

  async function claimsBy(secret: Uint8Array, jwt: string): Promise<Claims | undefined> {
    try {
      const expected = { algorithms: [ALGORITHM], typ: TYPE, currentDate: now(), requiredClaims: ['exp'] };
      const { sub: id, key, created } = (await jwtVerify(jwt, secret, expected)).payload;
      if (typeof id !== 'string' || typeof key !== 'string' || typeof created !== 'number') return undefined;
      return { key, assessment: { id, createdAt: new Date(created) } };
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
