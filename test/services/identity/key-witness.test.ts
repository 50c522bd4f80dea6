import { describe, expect, it } from '@jest/globals';
import type { KeptKey } from '../../../src/services/identity/api-key.ts';
import { createKeyWitness } from '../../../src/services/identity/key-witness.ts';
import { afterNoon, embedKey, lookupOf, pepper, secretKey } from './sample-keys.ts';

function witnessOf(kept: KeptKey, at = 0) {
  return createKeyWitness({ lookup: lookupOf(kept), pepper, now: () => afterNoon(at) });
}

describe('a witness of keys', () => {
  it('knows the holder of a secret key, from wherever they call', async () => {
    const kept = secretKey({ workspace: 'north', permissions: ['audit:read'] });
    const identity = { workspace: 'north', permissions: new Set(['audit:read']), actor: { kind: 'key', id: kept.key.id } };
    expect(await witnessOf(kept).identify(kept.text, undefined)).toEqual(identity);
    expect(await witnessOf(kept).identify(kept.text, 'https://anywhere.example.org')).toEqual(identity);
  });

  it('knows the page of an embed key by its exact origin', async () => {
    const kept = embedKey();
    expect(await witnessOf(kept).identify(kept.text, 'https://portal.example.org')).toEqual({
      workspace: 'default',
      permissions: new Set(['models:read', 'assessments:write']),
      actor: { kind: 'embed-key', id: kept.key.id },
      model: 'delivery-approach',
    });
  });

  it.each([
    undefined,
    'null',
    '',
    'http://portal.example.org',
    'https://portal.example.org:8443',
    'https://portal.example.org/',
    'https://PORTAL.example.org',
    'https://portal.example.org.evil.example.org',
    'https://evil-portal.example.org',
  ])('refuses an embed key from %s', async (origin) => {
    const kept = embedKey();
    await expect(witnessOf(kept).identify(kept.text, origin)).rejects.toMatchObject({
      code: 'origin-refused',
      message: `This key is for pages of other origins than ${origin ?? 'none'}.`,
    });
  });

  it('does not tell a page of another origin whether the key is still valid', async () => {
    const kept = embedKey({ revokedAt: afterNoon(0) });
    expect(await witnessOf(kept).identify(kept.text, 'https://evil.example.org')).toBeUndefined();
  });

  it('does not take a key for another one with its id', async () => {
    const [kept, other] = [secretKey(), secretKey()];
    const impostor = { ...other, key: { ...other.key, id: kept.key.id } };
    expect(await witnessOf(impostor).identify(kept.text, undefined)).toBeUndefined();
  });

  it('does not take a digest that was made with another pepper, or none', async () => {
    const { text, ...kept } = secretKey();
    expect(await witnessOf({ ...kept, digest: '' }).identify(text, undefined)).toBeUndefined();
    expect(await witnessOf({ ...kept, digest: text }).identify(text, undefined)).toBeUndefined();
  });

  it('knows a key until the moment at which it expires', async () => {
    const kept = secretKey();
    expect(await witnessOf(kept, 59_999).identify(kept.text, undefined)).toBeDefined();
    expect(await witnessOf(kept, 60_000).identify(kept.text, undefined)).toBeUndefined();
  });

  it('does not know a revoked key, whenever that was', async () => {
    const kept = secretKey({ revokedAt: afterNoon(10) });
    expect(await witnessOf(kept, 0).identify(kept.text, undefined)).toBeUndefined();
  });

  it('knows nothing else', async () => {
    const kept = secretKey();
    for (const credential of ['', 'dadv_sk_', kept.key.id, kept.text.toLowerCase(), ` ${kept.text}`, kept.digest]) {
      expect(await witnessOf(kept).identify(credential, undefined)).toBeUndefined();
    }
  });
});
