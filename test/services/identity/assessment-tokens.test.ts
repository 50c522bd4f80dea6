import { describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import type { KeptKey } from '../../../src/services/identity/api-key.ts';
import { createAssessmentTokens } from '../../../src/services/identity/assessment-tokens.ts';
import type { Actor, Caller } from '../../../src/services/identity/caller.ts';
import { createPepper } from '../../../src/services/identity/pepper.ts';
import { afterNoon, embedKey, lookupOf, pepper, secretKey } from './sample-keys.ts';

const DAY = 24 * 60 * 60 * 1000;
const ASSESSMENT = { id: '01900000-0000-7000-8000-aaaaaaaaaaaa', createdAt: afterNoon(0) };

const page = embedKey({ workspace: 'north' });

function callerOf(kind: Actor['kind']): Caller {
  return { scope: { workspace: 'north', actor: { kind, id: page.key.id } }, permissions: new Set() };
}

function tokensAt(at: number, kept: KeptKey = page, secret = pepper) {
  return createAssessmentTokens({ lookup: lookupOf(kept), pepper: secret, now: () => afterNoon(at) });
}

async function issuedAt(at: number): Promise<string> {
  return (await tokensAt(at).tokenFor(callerOf('embed-key'), ASSESSMENT)) ?? '';
}

describe('the token of an assessment', () => {
  it('opens this assessment, its model and nothing else, where its embed key belongs', async () => {
    expect(await tokensAt(0).identify(await issuedAt(0), undefined)).toEqual({
      workspace: 'north',
      permissions: new Set(['models:read', 'evaluations:run', 'assessments:read', 'assessments:write']),
      model: 'delivery-approach',
      assessment: ASSESSMENT,
      actor: { kind: 'assessment-token', id: page.key.id },
    });
  });

  it('is for those whom a page lets in, and for nobody else', async () => {
    for (const kind of ['anyone', 'key', 'token', 'assessment-token', 'operator'] as const) {
      expect(await tokensAt(0).tokenFor(callerOf(kind), ASSESSMENT)).toBeUndefined();
    }
  });

  it('is to be had again for ten minutes, and not later', async () => {
    expect(await issuedAt(10 * 60_000)).toMatch(/^dadv_at_/);
    expect(await issuedAt(10 * 60_000 + 1)).toBe('');
  });

  it('lasts 30 days', async () => {
    const token = await issuedAt(0);
    expect(await tokensAt(30 * DAY - 1_000).identify(token, undefined)).toBeDefined();
    expect(await tokensAt(30 * DAY).identify(token, undefined)).toBeUndefined();
  });

  it('outlives the expiry of its embed key, but neither its revocation nor its loss', async () => {
    const token = await issuedAt(0);
    expect(await tokensAt(90_000).identify(token, undefined)).toBeDefined();
    const revoked = { ...page, key: { ...page.key, revokedAt: afterNoon(1) } };
    expect(await tokensAt(90_000, revoked).identify(token, undefined)).toBeUndefined();
    expect(await tokensAt(90_000, embedKey()).identify(token, undefined)).toBeUndefined();
  });

  it('opens nothing under a secret key of that id', async () => {
    const impostor = secretKey({ id: page.key.id });
    expect(await tokensAt(0, impostor).identify(await issuedAt(0), undefined)).toBeUndefined();
  });

  it('opens nothing with another pepper', async () => {
    const other = createPepper('another pepper that is only good for tests');
    expect(await tokensAt(0, page, other).identify(await issuedAt(0), undefined)).toBeUndefined();
  });

  it('goes on opening its assessment when the pepper is changed, until the old one is taken away', async () => {
    const [first, second] = ['the first pepper, good for tests only', 'the second pepper, good for tests only'];
    const token = (await tokensAt(0, page, createPepper(first)).tokenFor(callerOf('embed-key'), ASSESSMENT)) ?? '';
    const identified = (by: ReturnType<typeof createPepper>) => tokensAt(0, page, by).identify(token, undefined);
    expect(await identified(createPepper(second, first))).toMatchObject({ assessment: ASSESSMENT });
    expect(await identified(createPepper(second))).toBeUndefined();
    const fresh = (await tokensAt(0, page, createPepper(second, first)).tokenFor(callerOf('embed-key'), ASSESSMENT)) ?? '';
    expect(await tokensAt(0, page, createPepper(second)).identify(fresh, undefined)).toBeDefined();
  });

  it('opens nothing without its prefix, damaged, or as another type of token', async () => {
    const token = await issuedAt(0);
    const jwt = token.slice('dadv_at_'.length);
    const [header = '', , signature = ''] = jwt.split('.');
    const otherClaims = Buffer.from(JSON.stringify({ sub: 'x', key: page.key.id, created: 0, exp: 9e9 })).toString('base64url');
    const alike = (typ: string, claims: object) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', typ }).sign(pepper.keysFor('assessment tokens')[0]);
    const claims = { sub: ASSESSMENT.id, key: page.key.id, created: 0, exp: 9e9 };
    const wrong = [
      jwt,
      `dadv_at_${header}.${otherClaims}.${signature}`,
      `dadv_at_${await alike('JWT', claims)}`,
      `dadv_at_${await alike('assessment+jwt', { ...claims, exp: undefined })}`,
      `dadv_at_${await alike('assessment+jwt', { ...claims, key: undefined })}`,
      `dadv_at_${await alike('assessment+jwt', { ...claims, key: 7 })}`,
      `dadv_at_${await alike('assessment+jwt', { ...claims, sub: undefined })}`,
      `dadv_at_${await alike('assessment+jwt', { ...claims, created: undefined })}`,
      `dadv_at_${await alike('assessment+jwt', { ...claims, created: '0' })}`,
      'dadv_at_',
    ];
    for (const credential of wrong) expect(await tokensAt(0).identify(credential, undefined)).toBeUndefined();
    expect(await tokensAt(0).identify(`dadv_at_${await alike('assessment+jwt', claims)}`, undefined)).toBeDefined();
  });
});
