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
    provider.fail(true);
    for (const credential of ['', 'dadv_sk_0', 'a.b', 'a.b.c.d', 'a..c', '*.b.c']) {
      expect(await witness.identify(credential, undefined)).toBeUndefined();
    }
  });

  it('blames nobody while the issuer is down, and recovers by itself', async () => {
    provider.fail(true);
    await expect(identified({})).rejects.toMatchObject({ ...UNAVAILABLE, details: { retryAfter: 5 } });
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

describe('discovery', () => {
  let server: Server;
  let reply: string;
  beforeEach(async () => {
    server = createServer((_request, response) => response.end(reply));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it.each([
    ['another issuer', '{"issuer":"https://elsewhere.example.org","jwks_uri":"http://127.0.0.1:1/keys"}'],
    ['no keys', '{"issuer":"ISSUER"}'],
    ['keys over another protocol', '{"issuer":"ISSUER","jwks_uri":"https://elsewhere.example.org/keys"}'],
    ['keys at no address', '{"issuer":"ISSUER","jwks_uri":"keys"}'],
    ['nothing', 'null'],
    ['no JSON', '<html>'],
    ['too much', `{"issuer":"ISSUER","x":"${'x'.repeat(262_144)}"}`],
  ])('believes no document that names %s', async (_, document) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    reply = document.replace('ISSUER', issuer);
    const token = await provider.sign({ iss: issuer, tenant: 'north' });
    await expect(witnessOf({ ...provider.oidc, issuer }).identify(token, undefined)).rejects.toMatchObject(UNAVAILABLE);
  });
});
