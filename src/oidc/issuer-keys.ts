import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

/** Where an issuer's keys are to be had. */
export interface IssuerAddress {
  readonly issuer: string;
  /** Found by discovery when left out. */
  readonly jwksUrl?: string;
}

/** Milliseconds that the issuer has to answer, and after which it is asked again. */
const PATIENCE = 5_000;
const LONGEST_BELIEVED = 10 * 60 * 1000;
const COOL_DOWN = 30_000;

/** Characters of a discovery document at most. */
const LARGEST_DOCUMENT = 256 * 1024;

/** The keys of an issuer (RFC 7517), asked for when the first token comes and kept for ten minutes. */
export function createIssuerKeys({ issuer, jwksUrl }: IssuerAddress): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    keys ??= keysAt(jwksUrl, issuer).catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return (await keys)(header, token);
  };
}

async function keysAt(jwksUrl: string | undefined, issuer: string): Promise<JWTVerifyGetKey> {
  const url = new URL(jwksUrl ?? (await discoveredKeys(issuer)));
  return createRemoteJWKSet(url, { timeoutDuration: PATIENCE, cacheMaxAge: LONGEST_BELIEVED, cooldownDuration: COOL_DOWN });
}

/** The address of the keys in the issuer's own description (OpenID Connect Discovery 1.0 §4). */
async function discoveredKeys(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${address} answers with ${response.status}.`);
  const text = await response.text();
  if (text.length > LARGEST_DOCUMENT) throw new Error(`${address} is no discovery document: it is too long.`);
  const document: unknown = JSON.parse(text);
  const { issuer: named, jwks_uri: keys } = (document ?? {}) as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
  if (named !== issuer) throw new Error(`${address} describes another issuer than ${issuer}.`);
  if (typeof keys !== 'string' || new URL(keys).protocol !== new URL(issuer).protocol) {
    throw new Error(`${address} names no keys that can be trusted.`);
  }
  return keys;
}
