import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createIssuerKeys } from '../../src/oidc/issuer-keys.ts';
import { createTokenWitness } from '../../src/oidc/token-witness.ts';
import type { Witness } from '../../src/services/identity/witness.ts';
import { type IdentityProvider, startIdentityProvider } from '../api/identity-provider.ts';
import { START } from '../api/service-under-test.ts';

const UNAVAILABLE = { code: 'identity-provider-unavailable' };

let provider: IdentityProvider;
let witness: Witness;
let time: number;
beforeEach(async () => {
  provider = await startIdentityProvider();
  time = START;
  witness = witnessOf(provider.oidc);
});
afterEach(() => provider.stop());

function witnessOf(oidc: IdentityProvider['oidc']): Witness {
  return createTokenWitness({ oidc, keys: createIssuerKeys(oidc), now: () => new Date(time) });
}

async function identified(claims: Readonly<Record<string, unknown>>) {
  return witness.identify(await provider.sign({ tenant: 'north', ...claims }), undefined);
}

describe('a witness of tokens', () => {
  it.each([
    ['words', 'openid models:read  audit:read nonsense', ['models:read', 'audit:read']],
    ['a list', ['keys:manage', 'models:read', 7], ['models:read', 'keys:manage']],
    ['nothing', undefined, []],
    ['a number', 7, []],
    ['one long word', 'models:readaudit:read', []],
  ])('reads permissions from %s', async (_, scope, permissions) => {
    expect(await identified({ scope })).toEqual({
      workspace: 'north',
      actor: { kind: 'token', id: 'ada' },
      permissions: new Set(permissions),
    });
  });

  it('has everybody in one workspace when no claim says which', async () => {
    const { workspaceClaim: _, ...oidc } = provider.oidc;
    const token = await provider.sign({ tenant: 'north' });
    expect(await witnessOf(oidc).identify(token, undefined)).toMatchObject({ workspace: 'default' });
  });

  it('allows clocks to differ by 30 s', async () => {
    const now = START / 1000;
    expect(await identified({ exp: now - 29 })).toBeDefined();
    expect(await identified({ exp: now - 30 })).toBeUndefined();
    expect(await identified({ nbf: now + 30 })).toBeDefined();
    expect(await identified({ nbf: now + 31 })).toBeUndefined();
  });

  it('asks the issuer for its keys once, not for each token', async () => {
    await Promise.all(Array.from({ length: 20 }, () => identified({})));
    expect(provider.asked()).toBe(1);
  });

  it('takes no algorithm that is not configured', async () => {
    const token = await provider.sign({ tenant: 'north' });
    expect(await witnessOf({ ...provider.oidc, algorithms: ['RS256'] }).identify(token, undefined)).toBeUndefined();
  });

  it('leaves what is no token to others, without asking anybody', async () => {
    const token = await provider.sign({ tenant: 'north' });
    for (const credential of ['', 'dadv_sk_0', 'a.b', 'a.b.c.d', 'a..c', '*.b.c', `~${token}`, `${token}~`]) {
      expect(await witness.identify(credential, undefined)).toBeUndefined();
    }
    expect(provider.asked()).toBe(0);
  });

  it.each<[string, () => Promise<string>]>([
    ['is signed by somebody else', () => provider.forge({ tenant: 'north' })],
    ['is signed with the public key as a secret', () => provider.confuse({ tenant: 'north' })],
    ['names a key that the issuer does not have', () => provider.signAs('third', { tenant: 'north' })],
    ['demands what is not understood', () => provider.extend({ tenant: 'north' })],
    ['holds no claims', () => provider.signText('"ada"')],
    ['has no header', async () => `a${await provider.sign({ tenant: 'north' })}`],
  ])('blames the token that %s', async (_, make) => {
    expect(await witness.identify(await make(), undefined)).toBeUndefined();
  });

  it('blames the token that leaves open which of the keys of the issuer it is signed with', async () => {
    const token = await provider.signAs(undefined, { tenant: 'north' });
    expect(await witness.identify(token, undefined)).toBeDefined();
    await provider.addKey();
    expect(await witnessOf(provider.oidc).identify(token, undefined)).toBeUndefined();
  });

  it.each([
    { sub: undefined },
    { sub: '' },
    { sub: 7 },
    { exp: undefined },
    { aud: 'another' },
    { iss: 'https://elsewhere.example.org' },
    { tenant: undefined },
    { tenant: '' },
    { tenant: 7 },
    { tenant: 'a b' },
    { tenant: ['north'] },
  ])('blames the token that says %j', async (claims) => {
    expect(await identified(claims)).toBeUndefined();
  });

  it('blames nobody while the issuer is down, and recovers by itself', async () => {
    provider.fail(true);
    const detail = 'The keys of the identity provider cannot be had at present.';
    const cause = { message: expect.stringMatching(/openid-configuration answers with 500\.$/) };
    await expect(identified({})).rejects.toMatchObject({ ...UNAVAILABLE, details: { detail, retryAfter: 5 }, cause });
    provider.fail(false);
    expect(await identified({})).toBeDefined();
  });

  it('goes on with the keys that it has while the issuer is down', async () => {
    await identified({});
    provider.fail(true);
    expect(await identified({})).toBeDefined();
  });

  it('blames nobody when the issuer cannot be reached at all', async () => {
    const token = await provider.sign({ tenant: 'north' });
    await expect(
      witnessOf({ ...provider.oidc, jwksUrl: 'http://127.0.0.1:1/keys' }).identify(token, undefined),
    ).rejects.toMatchObject(UNAVAILABLE);
  });
});

/** A document of so many characters that is as it should be. */
function documentOf(length: number): string {
  const frame = '{"issuer":"ISSUER","jwks_uri":"KEYS","filling":""}';
  return frame.replace('""}', `"${'x'.repeat(length - frame.length)}"}`);
}

describe('discovery', () => {
  let server: Server;
  let reply: string;
  let paths: (string | undefined)[];
  beforeEach(async () => {
    paths = [];
    server = createServer(({ url }, response) => {
      paths.push(url);
      response.end(reply);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it.each([
    ['another issuer', '{"issuer":"https://elsewhere.example.org","jwks_uri":"KEYS"}', /describes another issuer than http:/],
    ['no keys', '{"issuer":"ISSUER"}', /names no keys that can be trusted/],
    ['keys over another protocol', '{"issuer":"ISSUER","jwks_uri":"https://elsewhere.example.org/keys"}', /names no keys that/],
    ['keys at no address', '{"issuer":"ISSUER","jwks_uri":"keys"}', /Invalid URL/],
    ['nothing', 'null', /describes another issuer/],
    ['no JSON', '<html>', /JSON/],
    ['too much', documentOf(262_145), /is too long/],
  ])('believes no document that names %s', async (_, document, message) => {
    reply = filledIn(document);
    const cause = { message: expect.stringMatching(message) };
    await expect(asked(issuer())).rejects.toMatchObject({ ...UNAVAILABLE, cause });
  });

  it('believes a document as long as one may be', async () => {
    reply = filledIn(documentOf(262_144));
    expect(await asked(issuer())).toBeDefined();
  });

  it.each(['', '/', '/realm', '/realm/'])('looks below the issuer whose name ends with %j', async (end) => {
    reply = filledIn(documentOf(1_000)).replace(issuer(), issuer() + end);
    expect(await asked(issuer() + end)).toBeDefined();
    expect(paths).toEqual([`${end.replace(/\/$/, '')}/.well-known/openid-configuration`]);
  });

  function issuer(): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** What a witness that has to find the keys makes of a good token. */
  async function asked(name: string) {
    const token = await provider.sign({ iss: name, tenant: 'north' });
    return witnessOf({ ...provider.oidc, issuer: name }).identify(token, undefined);
  }

  /** Names of servers are as long as those that they stand for, so that a document keeps its length. */
  function filledIn(document: string): string {
    const filled = document.replace('ISSUER', issuer()).replace('KEYS', `${provider.oidc.issuer}/keys`);
    return filled.replace(/x+(?="\}$)/, (filling) =>
      filling.slice(0, Math.max(0, filling.length - (filled.length - document.length))),
    );
  }
});
