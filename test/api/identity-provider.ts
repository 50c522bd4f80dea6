import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompactSign, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { OidcConfig } from '../../src/config/identity.ts';
import { START } from './service-under-test.ts';

/** What a token says; what is undefined is left out. */
export type Claims = Readonly<Record<string, unknown>>;

/** An issuer of tokens on this machine, with one key. */
export interface IdentityProvider {
  readonly oidc: OidcConfig;
  /** A token that is valid a day from the start of the clock, save for what is said otherwise. */
  sign(claims: Claims): Promise<string>;
  /** The same under the name of another key, or of none. */
  signAs(kid: string | undefined, claims: Claims): Promise<string>;
  /** What is signed as it should be, and is no set of claims. */
  signText(text: string): Promise<string>;
  /** From now on the issuer has another key beside its own, of the same kind. */
  addKey(): Promise<void>;
  /** The same with a header that says it must be understood, and is not. */
  extend(claims: Claims): Promise<string>;
  /** A token that another key has signed, under the name of the issuer's. */
  forge(claims: Claims): Promise<string>;
  /** A token that the issuer's public key has "signed" as if it were a shared secret. */
  confuse(claims: Claims): Promise<string>;
  /** From now on the issuer's keys are not to be had, or are again. */
  fail(isDown: boolean): void;
  /** How often the keys were asked for. */
  readonly asked: () => number;
  stop(): Promise<void>;
}

const SECOND = Math.floor(START / 1000);
const KID = 'first';

/** Starts an issuer whose audience is `advisor`. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const stranger = await generateKeyPair('ES256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: KID, alg: 'ES256', use: 'sig' }];
  let isDown = false;
  let asked = 0;
  const server = createServer(({ url }, response) => {
    if (url === '/keys') asked++;
    response.statusCode = isDown ? 500 : 200;
    const discovery = { issuer: issuer(), jwks_uri: `${issuer()}/keys` };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(url === '/keys' ? { keys } : discovery));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const claimsOf = (claims: Claims) => ({
    iss: issuer(),
    aud: 'advisor',
    sub: 'ada',
    iat: SECOND,
    exp: SECOND + 86_400,
    ...claims,
  });
  return {
    oidc: {
      issuer: issuer(),
      audience: 'advisor',
      algorithms: ['ES256', 'RS256'],
      scopeClaim: 'scope',
      workspaceClaim: 'tenant',
    },
    sign: (claims) => new SignJWT(claimsOf(claims)).setProtectedHeader({ alg: 'ES256', kid: KID }).sign(privateKey),
    signAs: (kid, claims) =>
      new SignJWT(claimsOf(claims)).setProtectedHeader({ alg: 'ES256', ...(kid !== undefined && { kid }) }).sign(privateKey),
    signText: (text) =>
      new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'ES256', kid: KID }).sign(privateKey),
    async addKey() {
      keys.push({ ...(await exportJWK(stranger.publicKey)), kid: 'second', alg: 'ES256', use: 'sig' });
    },
    extend: (claims) =>
      new SignJWT(claimsOf(claims))
        .setProtectedHeader({ alg: 'ES256', kid: KID, crit: ['strict'], strict: true })
        .sign(privateKey, { crit: { strict: true } }),
    forge: (claims) => new SignJWT(claimsOf(claims)).setProtectedHeader({ alg: 'ES256', kid: KID }).sign(stranger.privateKey),
    confuse: async (claims) =>
      new SignJWT(claimsOf(claims))
        .setProtectedHeader({ alg: 'HS256', kid: KID })
        .sign(new TextEncoder().encode(await exportSPKI(publicKey))),
    fail(down) {
      isDown = down;
    },
    asked: () => asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A token that says of itself that it is not signed. */
export function unsigned(token: string): string {
  const [, claims = ''] = token.split('.');
  return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
}
