import { v7 } from 'uuid';
import type { AuditAction, AuditEntry, AuditedEvent, AuditedResource } from '../../services/audit/audit-entry.ts';
import type { Actor } from '../../services/identity/caller.ts';
import type { Scope } from '../../services/store.ts';
import type { TransactionClient } from '../database/client.ts';
import type { AuditEntry as AuditRow } from '../generated/sqlite/client.ts';

/** The columns of an audit entry, to be written in the transaction of what it tells of. Its id starts with its time. */
export function auditRow(
  { workspace, actor, requestId }: Scope,
  { at, action, resource, assessmentId, revision, origin }: AuditedEvent,
): AuditRow {
  return {
    workspace,
    id: v7({ msecs: at.getTime() }),
    createdAt: at,
    actorKind: actor.kind,
    actorId: actor.id,
    action,
    resourceKind: resource.kind,
    resourceId: resource.id,
    assessmentId: assessmentId ?? null,
    revision: revision ?? null,
    requestId: requestId ?? null,
    origin: origin ?? null,
  };
}

/** Writes the audit entries of events, within the transaction of the client at hand; they are not read back. */
export function noteEvents(client: Pick<TransactionClient, 'auditEntry'>, scope: Scope, events: readonly AuditedEvent[]) {
  return client.auditEntry.createMany({ data: events.map((event) => auditRow(scope, event)) });
}

/** The audit entry in a row. Its kinds and its action are what {@link auditRow} wrote. */
export function auditEntryOf({
  id,
  createdAt,
  actorId,
  resourceId,
  assessmentId,
  revision,
  requestId,
  origin,
  ...row
}: AuditRow): AuditEntry {
  return {
    id,
    at: createdAt,
    actor: { kind: row.actorKind as Actor['kind'], id: actorId },
    action: row.action as AuditAction,
    resource: { kind: row.resourceKind as AuditedResource['kind'], id: resourceId },
    ...(assessmentId !== null && { assessmentId }),
    ...(revision !== null && { revision }),
    ...(requestId !== null && { requestId }),
    ...(origin !== null && { origin }),
  };
}
