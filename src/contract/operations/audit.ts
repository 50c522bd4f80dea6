import type { Operation } from '../operation.ts';
import { AuditEntryList } from '../schemas/audit.ts';
import { AuditQuery } from '../schemas/parameters.ts';

/** Reading who did what. */
export const auditOperations = {
  listAuditEntries: {
    method: 'get',
    path: '/v1/audit',
    tag: 'Audit',
    summary: 'List who did what',
    description:
      'Newest first, in pages. All filters given must match. There is an entry for whatever was created, changed, recorded, ' +
      'verified or deleted; it was written together with it, and nobody can change it. What was answered is not in it.',
    access: { permission: 'audit:read' },
    caching: 'private',
    query: AuditQuery,
    replies: { 200: { description: 'A page of the audit log.', body: AuditEntryList, headers: ['Link'] } },
    refusals: ['store-unavailable'],
  },
} as const satisfies Record<string, Operation>;
