import type { Scope } from '../store.ts';

/** What a caller may be allowed to do; every operation of the contract names the one that it needs. */
export type Permission = (typeof PERMISSIONS)[number];

/** All permissions, in the order in which they are shown. */
export const PERMISSIONS = [
  'models:read',
  'evaluations:run',
  'assessments:read',
  'assessments:write',
  'audit:read',
  'webhooks:manage',
  'keys:manage',
] as const;

/**
 * Who does something: nobody in particular on an open service, a secret or an embed key by its id, a person or program
 * by the subject of its token, somebody who fills one assessment by the id of the embed key that let them in, the
 * operator at a command, or the service by what it does on its own.
 */
export interface Actor {
  readonly kind: 'anyone' | 'key' | 'embed-key' | 'token' | 'assessment-token' | 'operator' | 'service';
  readonly id: string;
}

/** Who asks, what they may do, and where. */
export interface Caller {
  readonly scope: Scope;
  readonly permissions: ReadonlySet<Permission>;
  /** No model but this one. */
  readonly model?: string;
}

/** Callers of a service without keys, which only this machine can reach. */
export const ANYONE: Actor = { kind: 'anyone', id: 'anyone' };
