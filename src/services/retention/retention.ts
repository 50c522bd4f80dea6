import type { Page, PageRequest, Scope } from '../store.ts';

/** An assessment that nobody works with any more, and how much goes with it. */
export interface IdleAssessment {
  readonly id: string;
  readonly recommendations: number;
  readonly claims: number;
}

/** Up to when something goes, and when that is decided. */
export interface Expiry {
  readonly before: Date;
  readonly at: Date;
}

/** What is kept for a time only. */
export type Kept = 'assessments' | 'webhooks' | 'auditEntries';

/** Finding and forgetting what is kept for a time only: found in pages, newest first by creation, and forgotten a page at a time. */
export interface Retention {
  /** The workspace with something of this kind that follows a name in the order of the database; the first one for ''. */
  workspaceAfter(kind: Kept, name: string): Promise<string | undefined>;
  /** Assessments that were neither changed nor recorded since `before`. */
  idleAssessments(scope: Scope, before: Date, page: PageRequest): Promise<Page<IdleAssessment>>;
  /** Removes those that are still idle, with their recommendations and claims, and returns their ids. */
  forgetAssessments(scope: Scope, ids: readonly string[], expiry: Expiry): Promise<readonly string[]>;
  /** Ids of webhooks; they are kept. */
  webhooks(scope: Scope, page: PageRequest): Promise<Page<string>>;
  /** Ids of what a webhook was told of before a moment, and is over. */
  oldDeliveries(scope: Scope, webhookId: string, before: Date, page: PageRequest): Promise<Page<string>>;
  /** Removes those with their attempts that are still over: not those that somebody has begun again. */
  forgetDeliveries(scope: Scope, webhookId: string, ids: readonly string[]): Promise<void>;
  /** Ids of audit entries from before a moment. */
  oldAuditEntries(scope: Scope, before: Date, page: PageRequest): Promise<Page<string>>;
  /** Notes, for good, that audit entries from before `before` go; until then none of them can. */
  noteHorizon(scope: Scope, expiry: Expiry): Promise<void>;
  /** Removes entries beyond a horizon that was noted. */
  forgetAuditEntries(scope: Scope, ids: readonly string[]): Promise<void>;
}
