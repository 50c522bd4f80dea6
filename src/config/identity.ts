import { z } from 'zod';
import { isLoopback } from './loopback.ts';

/** Whose tokens are taken, and how they are read. */
export interface OidcConfig {
  /** As it stands in `iss`, character by character. */
  readonly issuer: string;
  readonly audience: string;
  /** Names of asymmetric signature algorithms (RFC 7518, RFC 8037). */
  readonly algorithms: readonly string[];
  /** Where the keys of the issuer are; found by discovery when left out. */
  readonly jwksUrl?: string;
  readonly scopeClaim: string;
  /** The claim that names the workspace; without it there is one for all. */
  readonly workspaceClaim?: string;
}

/** The variables that say who is let in, as they are read. */
export interface IdentityEnvironment {
  readonly HOST: string;
  readonly KEY_PEPPER?: string;
  readonly KEY_PEPPER_BEFORE?: string;
  readonly OIDC_ISSUER?: string;
  readonly OIDC_AUDIENCE?: string;
  readonly OIDC_ALGORITHMS: readonly string[];
  readonly OIDC_JWKS_URL?: string;
  readonly OIDC_SCOPE_CLAIM: string;
  readonly OIDC_WORKSPACE_CLAIM?: string;
}

/** Those that prove who signed; `none` proves nothing, and whoever can check an HS* signature can make one. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** The secret that keys are hashed with. */
export const keyPepper = z
  .string()
  .min(32, { error: 'Set 32 characters at least that nobody can guess, such as the output of: openssl rand -base64 32' });

/** An address to which nobody on the way can lie. */
export const trustedUrl = z.string().refine(isTrusted, { error: 'Set an https address; http is for localhost only.' });

/** Names of signature algorithms with commas between them. */
export const algorithms = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .refine((names) => names.every((name) => ALGORITHMS.includes(name)), { error: `Set some of ${ALGORITHMS.join(', ')}.` });

/** The name of a claim. */
export const claimName = z.string().max(200);

/** What is wrong with variables that are right one by one: the first of them, and the remedy. */
export function identityFinding(env: IdentityEnvironment): { readonly path: string; readonly message: string } | undefined {
  if (env.OIDC_ISSUER !== undefined && env.OIDC_AUDIENCE === undefined) {
    return { path: 'OIDC_AUDIENCE', message: 'Set what the tokens of OIDC_ISSUER name as their audience.' };
  }
  if (env.OIDC_ISSUER === undefined && (env.OIDC_AUDIENCE ?? env.OIDC_JWKS_URL ?? env.OIDC_WORKSPACE_CLAIM) !== undefined) {
    return { path: 'OIDC_ISSUER', message: 'Set whose tokens are taken; without it the other OIDC variables let nobody in.' };
  }
  if (env.KEY_PEPPER_BEFORE !== undefined && env.KEY_PEPPER === undefined) {
    return { path: 'KEY_PEPPER', message: 'Set the pepper that came in the place of KEY_PEPPER_BEFORE.' };
  }
  if (isLoopback(env.HOST) || env.KEY_PEPPER !== undefined || env.OIDC_ISSUER !== undefined) return undefined;
  const message =
    'Anybody could reach the service at this address. Set KEY_PEPPER and create a key with npm run keys -- create, ' +
    'or set OIDC_ISSUER and OIDC_AUDIENCE; or set 127.0.0.1, where only this machine does.';
  return { path: 'HOST', message };
}

/** Whose tokens are taken; undefined where there is no issuer. */
export function oidcOf(env: IdentityEnvironment): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl, OIDC_WORKSPACE_CLAIM: workspaceClaim } = env;
  if (issuer === undefined || audience === undefined) return undefined;
  return {
    issuer,
    audience,
    algorithms: env.OIDC_ALGORITHMS,
    ...(jwksUrl !== undefined && { jwksUrl }),
    scopeClaim: env.OIDC_SCOPE_CLAIM,
    ...(workspaceClaim !== undefined && { workspaceClaim }),
  };
}

function isTrusted(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
