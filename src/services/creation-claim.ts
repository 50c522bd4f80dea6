import { canonicalJson, sha256 } from './canonical-json.ts';
import { refuse } from './refusal.ts';
import type { Creation, CreationClaim } from './store.ts';

/** A request that creates something, and how its sender wants it recognised. */
export interface CreationRequest {
  readonly operation: string;
  /** The id that the sender chose. */
  readonly id?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Everything that makes two requests the same. */
  readonly content: unknown;
}

/** What was created, and whether an earlier request did it. */
export interface Created<T> {
  readonly value: T;
  readonly replayed: boolean;
}

/** The tokens under which the store recognises the request when it is sent again. */
export function creationClaim({ operation, id, idempotencyKey, content }: CreationRequest): CreationClaim {
  const tokens = [
    ...(id === undefined ? [] : [`id:${id}`]),
    ...(idempotencyKey === undefined ? [] : [`key:${operation}:${idempotencyKey}`]),
  ];
  return { tokens, fingerprint: sha256(canonicalJson([operation, content])) };
}

/** What the store made of a claim; a token that belongs to other content is refused. */
export function created<T>(creation: Creation<T>): Created<T> {
  if (creation.kind !== 'conflict') return { value: creation.value, replayed: creation.kind === 'replayed' };
  if (creation.token.startsWith('id:')) {
    return refuse('id-taken', { detail: 'Something else has this id already. Choose another, or send the request as it was.' });
  }
  return refuse('idempotency-key-reused', {
    detail: 'This key came with another request before. Use a new key for every new request.',
  });
}
