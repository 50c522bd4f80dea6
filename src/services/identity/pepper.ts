import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** The secret of the service itself. Whoever has the database without it can neither use nor forge a key. */
export interface Pepper {
  /** Hexadecimal HMAC-SHA-256 (RFC 2104) of a text. */
  digest(text: string): string;
  /** Whether a text has a digest, by this pepper or by the one before; takes the same time wherever they differ. */
  proves(text: string, digest: string): boolean;
  /**
   * 32 bytes for one purpose (HKDF-SHA-256, RFC 5869), which tell nothing about those for another; behind them those of
   * the pepper before, for what was made with that.
   */
  keysFor(purpose: string): readonly [Uint8Array, ...Uint8Array[]];
}

/**
 * @param secret 32 characters at least that nobody can guess.
 * @param before the one in whose place it came, while what was made with that is still in use
 */
export function createPepper(secret: string, before?: string): Pepper {
  const earlier = before === undefined ? [] : [before];
  return {
    digest: (text) => hmac(secret, text).toString('hex'),
    proves(text, shown) {
      const expected = Buffer.from(shown, 'hex');
      return [secret, ...earlier].map((one) => isSame(hmac(one, text), expected)).includes(true);
    },
    keysFor: (purpose) => [derived(secret, purpose), ...earlier.map((one) => derived(one, purpose))],
  };
}

function hmac(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text, 'utf8').digest();
}

function derived(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32));
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
