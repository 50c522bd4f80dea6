import { type PageOf, type PageWish, pageOf, pageRequest } from '../page-cursor.ts';
import type { Scope, Store } from '../store.ts';
import type { AuditEntry, AuditFilter } from './audit-entry.ts';

/** Reading who did what. */
export interface Audit {
  list(scope: Scope, filter: AuditFilter, page: PageWish): Promise<PageOf<AuditEntry>>;
}

/** The audit log of a store. */
export function createAudit({ store }: { readonly store: Pick<Store, 'audit'> }): Audit {
  return {
    async list(scope, filter, wish) {
      const list = ['audit', filter];
      return pageOf(await store.audit.list(scope, filter, pageRequest(wish, list)), list);
    },
  };
}
