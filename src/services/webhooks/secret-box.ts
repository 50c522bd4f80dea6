import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Pepper } from '../identity/pepper.ts';
import { refuse } from '../refusal.ts';

/** Keeps the secrets of webhooks, which have to be had again to sign with. */
export interface SecretBox {
  /** Refuses with `key-pepper-missing` where nothing can be kept secret. */
  seal(secret: string, owner: string): string;
  /** The secret that was sealed for this owner; undefined when it was sealed for another, or with another pepper. */
  open(sealed: string, owner: string): string | undefined;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** How a secret begins that is sealed, and one that is kept as it is. */
const SEALED = 'v1:';
const PLAIN = 'plain:';

/** Opens nothing but what was never sealed. */
const PLAIN_ONLY: SecretBox['open'] = (sealed) => (sealed.startsWith(PLAIN) ? sealed.slice(PLAIN.length) : undefined);

/**
 * Seals with AES-256-GCM (NIST SP 800-38D) under a key of its own, made from the pepper: `v1:` and base64 of nonce,
 * ciphertext and tag. The owner is authenticated with it, so that no row of the database can borrow the secret of another.
 */
export function createSecretBox(pepper: Pepper): SecretBox {
  const keys = pepper.keysFor('webhook secrets');
  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, keys[0], nonce).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return SEALED + Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64');
    },
    open(sealed, owner) {
      if (!sealed.startsWith(SEALED)) return PLAIN_ONLY(sealed, owner);
      const bytes = Buffer.from(sealed.slice(SEALED.length), 'base64');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      return keys.map((key) => deciphered(bytes, key, owner)).find((secret) => secret !== undefined);
    },
  };
}

function deciphered(bytes: Buffer, key: Uint8Array, owner: string): string | undefined {
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(-TAG_BYTES)];
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return undefined; // The tag does not prove what is there.
  }
}

/** For a service that is open to everybody who reaches it, its database included: secrets are kept as they are. */
export const OPEN_BOX: SecretBox = { seal: (secret) => PLAIN + secret, open: PLAIN_ONLY };

/** For a service that lets in only whom it knows, but has no pepper to seal with. */
export const NO_BOX: SecretBox = {
  seal: () =>
    refuse('key-pepper-missing', { detail: 'Set KEY_PEPPER, which secrets are sealed with, and start the service again.' }),
  open: PLAIN_ONLY,
};
