import type { Handlers } from '../../contract/exchange.ts';
import type { AuditEntry } from '../../services/audit/audit-entry.ts';
import type { Addresses } from '../addresses.ts';
import type { Services } from '../services.ts';

/** Handlers of the operations on the audit log. */
export function auditHandlers({ audit }: Services, addresses: Addresses): Pick<Handlers, 'listAuditEntries'> {
  return {
    async listAuditEntries({ scope, query: { limit, cursor, ...filter } }) {
      const { from, to, ...rest } = filter;
      const times = { ...(from !== undefined && { from: new Date(from) }), ...(to !== undefined && { to: new Date(to) }) };
      const page = await audit.list(scope, { ...rest, ...times }, { limit, ...(cursor !== undefined && { cursor }) });
      const Link = addresses.next('/v1/audit', { ...filter, limit }, page.next);
      return { status: 200, body: { ...page, items: page.items.map(resource) }, headers: { Link } };
    },
  };
}

/** An entry as it is sent: its time as text. */
function resource({ at, ...entry }: AuditEntry) {
  return { ...entry, at: at.toISOString() };
}
