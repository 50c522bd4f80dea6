import { z } from 'zod';
import { AUDIT_ACTIONS } from '../../services/audit/audit-entry.ts';
import { next } from './assessment.ts';
import { extensibleEnum, list } from './bounded.ts';
import { Revision, time } from './identifiers.ts';

const AuditActor = z
  .object({
    kind: extensibleEnum(
      ['key', 'embed-key', 'token', 'assessment-token', 'operator', 'service', 'anyone'],
      'What made them known; `service` for what it does on its own, `anyone` where it knows nobody.',
    ),
    id: z
      .string()
      .max(16_384)
      .describe('The id of the key, the subject of the token, or what the operator used or the service did.'),
  })
  .meta({ id: 'AuditActor', description: 'Who did it.' });

const AuditResource = z
  .object({
    kind: extensibleEnum(['assessment', 'recommendation', 'api-key', 'webhook', 'audit-log'], 'What kind of thing.'),
    id: z.string().max(64).describe('Its id; of the `audit-log`, the moment up to which it has been forgotten.'),
  })
  .meta({ id: 'AuditResource', description: 'What it was done to.' });

const AuditEntry = z
  .object({
    id: z.uuid().describe('The id of the entry.'),
    at: time('When it was done.'),
    actor: AuditActor,
    action: extensibleEnum(AUDIT_ACTIONS, 'What was done.'),
    resource: AuditResource,
    assessmentId: z
      .uuid()
      .describe('The assessment that is concerned; also of what was done to a recommendation.')
      .exactOptional(),
    revision: Revision.describe('The revision of the assessment that came of it, or that went with it.').exactOptional(),
    origin: z.uuid().describe('The older assessment whose answers were carried over into a new one.').exactOptional(),
    requestId: z
      .string()
      .max(128)
      .describe('Names the request in the log of the service; absent when there was none.')
      .exactOptional(),
  })
  .meta({ id: 'AuditEntry', description: 'Something that was done. It never changes.' });

export const AuditEntryList = z
  .object({ items: list(AuditEntry, 100, 'Newest first.'), next })
  .meta({ id: 'AuditEntryList', description: 'A page of the audit log.' });
