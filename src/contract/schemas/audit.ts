import { z } from 'zod';
import { AUDIT_ACTIONS } from '../../services/audit/audit-entry.ts';
import { next } from './assessment.ts';
import { time } from './identifiers.ts';

const AuditActor = z
  .object({
    kind: z
      .string()
      .describe('`key`, `embed-key`, `token`, `assessment-token`, `operator`, or `anyone` where the service knows nobody.'),
    id: z.string().describe('The id of the key, the subject of the token, or what the operator used.'),
  })
  .meta({ id: 'AuditActor', description: 'Who did it.' });

const AuditResource = z
  .object({
    kind: z.string().describe('`assessment`, `recommendation`, `api-key` or `audit-log`.'),
    id: z.string().describe('Its id; of the `audit-log`, the moment up to which it has been forgotten.'),
  })
  .meta({ id: 'AuditResource', description: 'What it was done to.' });

const AuditEntry = z
  .object({
    id: z.uuid().describe('The id of the entry.'),
    at: time('When it was done.'),
    actor: AuditActor,
    action: z.string().describe(`What was done: ${AUDIT_ACTIONS.map((action) => `\`${action}\``).join(', ')}.`),
    resource: AuditResource,
    assessmentId: z
      .string()
      .describe('The assessment that is concerned; also of what was done to a recommendation.')
      .exactOptional(),
    revision: z.int().describe('The revision of the assessment that came of it, or that went with it.').exactOptional(),
    origin: z.string().describe('The older assessment whose answers were carried over into a new one.').exactOptional(),
    requestId: z.string().describe('Names the request in the log of the service; absent when there was none.').exactOptional(),
  })
  .meta({ id: 'AuditEntry', description: 'Something that was done. It never changes.' });

export const AuditEntryList = z
  .object({ items: z.array(AuditEntry).describe('Newest first.'), next })
  .meta({ id: 'AuditEntryList', description: 'A page of the audit log.' });
