import type { Actor } from '../identity/caller.ts';

/** What can be done to what is kept, as the audit log calls it. */
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** All actions, in the order in which they are shown. */
export const AUDIT_ACTIONS = [
  'create',
  'change',
  'delete',
  'record',
  'verify',
  'rotate',
  'revoke',
  'test',
  'replay',
  'purge',
] as const;

/** What something was done to; a delivery that is replayed counts as its webhook. The id of `audit-log` is the moment up to which a purge has forgotten entries. */
export interface AuditedResource {
  readonly kind: 'assessment' | 'recommendation' | 'api-key' | 'webhook' | 'audit-log';
  readonly id: string;
}

/** What was done, when, and to what; never what was answered. */
export interface AuditedEvent {
  readonly at: Date;
  readonly action: AuditAction;
  readonly resource: AuditedResource;
  /** The assessment that is concerned: the resource itself, or what a recommendation was recorded for. */
  readonly assessmentId?: string;
  /** The revision of the assessment that came of it, or that went with it. */
  readonly revision?: number;
  /** The older assessment whose answers were carried over. */
  readonly origin?: string;
}

/** One line of the audit log: an event, and who was behind it. `id` is a UUIDv7. */
export interface AuditEntry extends AuditedEvent {
  readonly id: string;
  readonly actor: Actor;
  /** Names the request in the log of the service. */
  readonly requestId?: string;
}

/** All given filters must match. */
export interface AuditFilter {
  readonly resource?: string;
  readonly assessment?: string;
  readonly actor?: string;
  readonly action?: AuditAction;
  /** From this moment on. */
  readonly from?: Date;
  /** Before this moment. */
  readonly to?: Date;
}
