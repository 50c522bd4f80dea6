import type { Creation, CreationClaim, Scope } from '../../services/store.ts';
import type { Client } from '../database/client.ts';
import type { CreationClaim as ClaimRow } from '../generated/sqlite/client.ts';

/** A claim that the database refused, and how to find what it may have created before. */
export interface RefusedClaim<T> extends CreationClaim {
  /** The id of what the holder of a token created, or `null` when that is of another kind. */
  readonly createdBy: (holder: ClaimRow) => string | null;
  readonly find: (id: string) => Promise<T | undefined>;
}

/** The rows of a claim, in one order for all, so that two creations never wait for each other in a circle. */
export function claimRows({ tokens, fingerprint }: CreationClaim): { readonly token: string; readonly fingerprint: string }[] {
  return tokens.toSorted().map((token) => ({ token, fingerprint }));
}

/**
 * Why the database refused a creation: it was done before by the same request, or a token belongs to other content.
 * `undefined` when no token of the claim is taken, or what it created went just now.
 */
export async function settledClaim<T>(
  client: Client,
  { workspace }: Scope,
  { tokens, fingerprint, createdBy, find }: RefusedClaim<T>,
): Promise<Creation<T> | undefined> {
  const holders = await client.creationClaim.findMany({
    where: { workspace, token: { in: [...tokens] } },
    orderBy: { token: 'asc' },
  });
  const [first] = holders;
  if (first === undefined) return undefined;
  const id = createdBy(first);
  const other = holders.find((holder) => holder.fingerprint !== fingerprint || createdBy(holder) !== id);
  if (id === null || other !== undefined) return { kind: 'conflict', token: (other ?? first).token };
  const value = await find(id);
  return value && { kind: 'replayed', value };
}
