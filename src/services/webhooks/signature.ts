import { createHmac, randomBytes } from 'node:crypto';

/** What is signed together (Standard Webhooks 1.0, "Signature scheme"). */
export interface SignedContent {
  readonly id: string;
  /** Whole seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

const PREFIX = 'whsec_';

/** 256 bits; the specification asks for 192 to 512. */
const SECRET_BYTES = 32;

/** A new secret: `whsec_` and base64 of random bytes. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/** The value of `webhook-signature`: `v1,` and base64 of an HMAC-SHA-256 for each secret, with spaces between them. */
export function signatures(secrets: readonly string[], { id, timestamp, body }: SignedContent): string {
  return secrets
    .map((secret) => Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64')}`)
    .join(' ');
}
