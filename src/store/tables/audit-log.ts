import type { AuditFilter } from '../../services/audit/audit-entry.ts';
import type { Scope, Store } from '../../services/store.ts';
import type { Attempt } from '../database/attempt.ts';
import type { AuditWhere, Client } from '../database/client.ts';
import { auditEntryOf, noteEvents } from './audit-row.ts';
import { following, NEWEST_FIRST, pageOf } from './page.ts';

/** The audit log in the database. */
export function createAuditLog(client: Client, attempt: Attempt): Store['audit'] {
  return {
    append: (scope, event) => attempt(async () => void (await noteEvents(client, scope, [event]))),
    list: (scope, filter, page) =>
      attempt(async () => {
        const where = { AND: [matching(scope, filter), following(page.after)] };
        const rows = await client.auditEntry.findMany({ where, orderBy: NEWEST_FIRST, take: page.limit + 1 });
        return pageOf(rows, page, auditEntryOf);
      }),
  };
}

function matching({ workspace }: Scope, { resource, assessment, actor, action, from, to }: AuditFilter): AuditWhere {
  return {
    workspace,
    ...(resource !== undefined && { resourceId: resource }),
    ...(assessment !== undefined && { assessmentId: assessment }),
    ...(actor !== undefined && { actorId: actor }),
    ...(action !== undefined && { action }),
    createdAt: { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lt: to }) },
  };
}
