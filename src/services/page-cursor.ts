import { canonicalJson, sha256 } from './canonical-json.ts';
import { refuse } from './refusal.ts';
import type { Page, PagePosition, PageRequest } from './store.ts';

/** A page as a caller asks for it. */
export interface PageWish {
  readonly limit: number;
  readonly cursor?: string;
}

/** A page as a caller gets it; `next` is the cursor of the page that follows. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** Reads a cursor; one that is damaged or belongs to another list or other filters is refused. */
export function pageRequest({ limit, cursor }: PageWish, list: unknown): PageRequest {
  if (cursor === undefined) return { limit };
  return { limit, after: positionOf(cursor, list) ?? refuseCursor() };
}

/** A page of the store with the cursor that continues it. `list` tells this list with its filters from all others. */
export function pageOf<T>({ items, next }: Page<T>, list: unknown): PageOf<T> {
  return next === undefined ? { items } : { items, next: cursorOf(next, list) };
}

function cursorOf({ createdAt, id }: PagePosition, list: unknown): string {
  return Buffer.from(`${createdAt.getTime()} ${id} ${fingerprint(list)}`).toString('base64url');
}

function positionOf(cursor: string, list: unknown): PagePosition | undefined {
  const parts = /^(\d{1,15}) ([0-9A-Za-z-]{1,64}) ([0-9a-f]{16})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  const [, time = '', id = '', filters] = parts ?? [];
  return filters === fingerprint(list) ? { createdAt: new Date(Number(time)), id } : undefined;
}

function fingerprint(list: unknown): string {
  return sha256(canonicalJson(list)).slice(-16);
}

function refuseCursor(): never {
  const message = 'Send the next of the page before, with the same filters, or leave it out to start anew.';
  return refuse('invalid-request', {
    detail: 'The cursor does not belong to this list.',
    errors: [{ pointer: '/query/cursor', code: 'cursor-unknown', message }],
  });
}
