import { describe, expect, it } from '@jest/globals';
import { isLoopback } from '../../src/config/loopback.ts';
import { ConfigRefused, readConfig } from '../../src/config.ts';

const KEY_PEPPER = '0123456789abcdef0123456789abcdef';
const ISSUER = { OIDC_ISSUER: 'https://id.example.org/', OIDC_AUDIENCE: 'advisor' };

function refusal(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (thrown) {
    if (thrown instanceof ConfigRefused) return thrown.message;
    throw thrown;
  }
  return '';
}

describe('who is let in', () => {
  it('is read from the environment, with what is usual for the rest', () => {
    expect(readConfig({ KEY_PEPPER, ...ISSUER })).toMatchObject({
      keyPepper: KEY_PEPPER,
      oidc: {
        issuer: 'https://id.example.org/',
        audience: 'advisor',
        algorithms: ['RS256', 'ES256', 'EdDSA'],
        scopeClaim: 'scope',
      },
      rateLimits: { requests: 600, failures: 10 },
    });
  });

  it('is read from every variable', () => {
    const env = {
      OIDC_ALGORITHMS: 'PS512, ES384',
      OIDC_JWKS_URL: 'https://id.example.org/keys',
      OIDC_SCOPE_CLAIM: 'permissions',
      OIDC_WORKSPACE_CLAIM: 'https://example.org/tenant',
      RATE_LIMIT_PER_MINUTE: '5',
    };
    expect(readConfig({ ...ISSUER, ...env })).toMatchObject({
      oidc: {
        issuer: 'https://id.example.org/',
        audience: 'advisor',
        algorithms: ['PS512', 'ES384'],
        jwksUrl: 'https://id.example.org/keys',
        scopeClaim: 'permissions',
        workspaceClaim: 'https://example.org/tenant',
      },
      rateLimits: { requests: 5, failures: 10 },
    });
  });

  it.each([
    ['KEY_PEPPER', { KEY_PEPPER: KEY_PEPPER.slice(1) }],
    ['KEY_PEPPER', { KEY_PEPPER_BEFORE: KEY_PEPPER }],
    ['KEY_PEPPER_BEFORE', { KEY_PEPPER, KEY_PEPPER_BEFORE: 'short' }],
    ['OIDC_ISSUER', { ...ISSUER, OIDC_ISSUER: 'id.example.org' }],
    ['OIDC_ISSUER', { ...ISSUER, OIDC_ISSUER: 'http://id.example.org' }],
    ['OIDC_AUDIENCE', { OIDC_ISSUER: ISSUER.OIDC_ISSUER }],
    ['OIDC_ISSUER', { OIDC_AUDIENCE: ISSUER.OIDC_AUDIENCE }],
    ['OIDC_JWKS_URL', { ...ISSUER, OIDC_JWKS_URL: 'http://id.example.org/keys' }],
    ['OIDC_ALGORITHMS', { ...ISSUER, OIDC_ALGORITHMS: 'none' }],
    ['OIDC_ALGORITHMS', { ...ISSUER, OIDC_ALGORITHMS: 'RS256,HS256' }],
    ['OIDC_ALGORITHMS', { ...ISSUER, OIDC_ALGORITHMS: 'RS256,' }],
  ])('is refused by %s in %j, which says what to set', (name, env) => {
    expect(refusal(env)).toMatch(new RegExp(`^${name}: Set [^\n]+$`));
  });

  it('is never told in a refusal', () => {
    expect(refusal({ KEY_PEPPER: 'short and secret', PORT: 'x' })).not.toContain('short and secret');
  });

  it('has to be said where others reach the service', () => {
    const env = { HOST: '0.0.0.0' };
    expect(refusal(env)).toMatch(/^HOST: .*npm run keys -- create.*$/);
    expect(refusal({ ...env, KEY_PEPPER })).toBe('');
    expect(refusal({ ...env, ...ISSUER })).toBe('');
  });

  it('may be an issuer on this machine', () => {
    expect(refusal({ ...ISSUER, OIDC_ISSUER: 'http://127.0.0.1:8080' })).toBe('');
  });
});

describe('a loopback address', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('is %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '128.0.0.1', '127.0.0.1.example.org', '10.127.0.0', '127.1', 'localhost.example.org', 'advisor'])(
    'is not %s',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
