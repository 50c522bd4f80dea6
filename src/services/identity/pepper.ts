import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** The secret of the service itself. Whoever has the database without it can neither use nor forge a key. */
export interface Pepper {
  /** Hexadecimal HMAC-SHA-256 (RFC 2104) of a text. */
  digest(text: string): string;
  /** Whether a text has a digest; takes the same time wherever they differ. */
  proves(text: string, digest: string): boolean;
  /** 32 bytes for one purpose (HKDF-SHA-256, RFC 5869); they tell nothing about those for another. */
  keyFor(purpose: string): Uint8Array;
}

/** @param secret 32 characters at least that nobody can guess. */
export function createPepper(secret: string): Pepper {
  const hmac = (text: string) => createHmac('sha256', secret).update(text, 'utf8').digest();
  return {
    digest: (text) => hmac(text).toString('hex'),
    proves(text, digest) {
      const expected = Buffer.from(digest, 'hex');
      const shown = hmac(text);
      return expected.length === shown.length && timingSafeEqual(expected, shown);
    },
    keyFor: (purpose) => new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32)),
  };
}
