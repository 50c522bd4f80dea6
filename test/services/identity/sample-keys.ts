import type { EmbedKey, KeptKey, SecretKey } from '../../../src/services/identity/api-key.ts';
import type { KeyLookup } from '../../../src/services/identity/key-lookup.ts';
import { newKeyText } from '../../../src/services/identity/key-text.ts';
import { createPepper } from '../../../src/services/identity/pepper.ts';

export const NOON = Date.parse('2026-11-22T12:00:00.000Z');
export const pepper = createPepper('a pepper that is only good for tests, and long');

/** The moment so many milliseconds after noon. */
export function afterNoon(milliseconds: number): Date {
  return new Date(NOON + milliseconds);
}

const parts = { workspace: 'default', name: 'sample', createdAt: afterNoon(0), expiresAt: afterNoon(60_000) } as const;

/** A secret key as it is kept, with its text. */
export function secretKey(changes: Partial<SecretKey> = {}): KeptKey & { readonly text: string } {
  const { id, text } = newKeyText('secret');
  const key: SecretKey = { id, ...parts, kind: 'secret', permissions: ['models:read'], ...changes };
  return { key, digest: pepper.digest(text), text };
}

/** An embed key as it is kept, with its text. */
export function embedKey(changes: Partial<EmbedKey> = {}): KeptKey & { readonly text: string } {
  const { id, text } = newKeyText('embed');
  const own = { model: 'delivery-approach', origins: ['https://portal.example.org'] };
  const key: EmbedKey = { id, ...parts, ...own, kind: 'embed', permissions: ['models:read', 'assessments:write'], ...changes };
  return { key, digest: pepper.digest(text), text };
}

/** Finds these keys and no others. */
export function lookupOf(...kept: readonly KeptKey[]): KeyLookup {
  return { find: async (id) => kept.find(({ key }) => key.id === id), forget: () => {} };
}
