import type { AttemptError } from '../services/webhooks/delivery.ts';

/** How codes of Node.js and OpenSSL begin or end, and what they mean to the operator of a receiver. */
const MEANINGS: readonly (readonly [codes: RegExp, error: AttemptError])[] = [
  [/^(ABORT_ERR|ERR_CANCELED)$/, 'timeout'],
  [/^E(CONNREFUSED|HOSTUNREACH|NETUNREACH|HOSTDOWN|NETDOWN|ADDRNOTAVAIL|TIMEDOUT|ACCES|PERM)$/, 'unreachable'],
  [/CERT|SIGNATURE|ISSUER/, 'certificate-invalid'],
];

/** What kept a request from being answered. */
export function errorOf(error: unknown): AttemptError {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return MEANINGS.find(([codes]) => codes.test(String(code)))?.[1] ?? 'broken-off';
}
