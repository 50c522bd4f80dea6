import type { Page, PagePosition, PageRequest } from '../../services/store.ts';

/** What rows are ordered and continued by: newest first, then by id. */
interface Placed {
  readonly createdAt: Date;
  readonly id: string;
}

/** The order of every list. */
export const NEWEST_FIRST = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

/** The condition on rows that follow a position; the first part of it is the one that an index can start from. */
export function following(after: PagePosition | undefined) {
  if (after === undefined) return {};
  const { createdAt, id } = after;
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] };
}

/** A page from its rows and, where more follow, one row beyond it. */
export function pageOf<Row extends Placed, Item>(
  rows: readonly Row[],
  { limit }: PageRequest,
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(item);
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: { createdAt: last.createdAt, id: last.id } };
}
