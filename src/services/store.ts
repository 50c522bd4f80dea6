import type { Verdict } from '../decision/model/document.ts';
import type { CarriedOver } from './assessments/carried-over.ts';
import type { AuditEntry, AuditedEvent, AuditFilter } from './audit/audit-entry.ts';
import type { Actor } from './identity/caller.ts';
import type { KeyStore } from './identity/key-store.ts';
import type { Retention } from './retention/retention.ts';
import type { Outbox, WebhookStore } from './webhooks/webhook-store.ts';

/** Where rows live and which of them there are, and who works on them on account of which request. */
export interface Scope {
  readonly workspace: string;
  readonly actor: Actor;
  readonly requestId?: string;
  /** There is no assessment but this one, and no recommendation but its own; what gets its id later is another one. */
  readonly assessment?: Pick<Assessment, 'id' | 'createdAt'>;
}

/** What an assessment or a recommendation is about: `ref` identifies it in the caller's world, e.g. a catalogue reference. */
export interface Subject {
  readonly ref: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** Raw answers as they were sent, by question id; any JSON values. */
export type RawAnswers = Readonly<Record<string, unknown>>;

/** Weights by criterion id, each ≥ 0; criteria that are left out keep the model's weight. */
export type Weights = Readonly<Record<string, number>>;

/** One subject's answers over time, pinned to a model version. `revision` starts at 1 and grows by 1 with every change. */
export interface Assessment {
  readonly id: string;
  readonly subject: Subject;
  readonly model: string;
  readonly version: string;
  readonly answers: RawAnswers;
  readonly weights: Weights;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Only where the first answers came from an older assessment. */
  readonly carriedOver?: CarriedOver;
  readonly latestRecommendation?: RecommendationGlance;
}

/** The recommendation recorded last, in brief. `recommended` is absent when nothing was recommended. */
export interface RecommendationGlance {
  readonly id: string;
  readonly recommended?: string;
  readonly verdict: Verdict;
  readonly createdAt: Date;
}

/**
 * A recorded recommendation. `document` is the JSON text that was sent when it was recorded; every read sends
 * exactly these characters. The other fields repeat what lists and verification look at.
 */
export interface StoredRecommendation {
  readonly id: string;
  readonly assessmentId: string;
  readonly subjectRef: string;
  readonly model: string;
  readonly version: string;
  readonly contentHash: string;
  readonly engine: string;
  readonly recommended?: string;
  readonly verdict: Verdict;
  readonly createdAt: Date;
  readonly document: string;
}

/** A model version that was used, kept so that a record can be verified after its file is gone. */
export interface ArchivedModel {
  readonly contentHash: string;
  readonly id: string;
  readonly version: string;
  /** Canonical JSON (RFC 8785) of the model document. */
  readonly document: string;
}

/**
 * How a creation is recognised when it is sent again. Each token is unique within its scope; the fingerprint is the
 * SHA-256 of the canonical content. Records live in the transaction of the write and go with what was created.
 */
export interface CreationClaim {
  /** `id:<uuid>` for a client-chosen id, `key:<operation>:<Idempotency-Key>` for the header. */
  readonly tokens: readonly string[];
  readonly fingerprint: string;
}

/** What became of a creation: done now, done before by the same request, or its token belongs to other content. */
export type Creation<T> =
  | { readonly kind: 'created'; readonly value: T }
  | { readonly kind: 'replayed'; readonly value: T }
  | { readonly kind: 'conflict'; readonly token: string };

/** What became of a change or removal that named a revision. */
export type Change<T> =
  | { readonly kind: 'changed'; readonly value: T }
  | { readonly kind: 'stale'; readonly currentRevision: number }
  | { readonly kind: 'missing' };

/** Which state of an assessment to remove, and when that happens. */
export interface Removal {
  readonly revision: number;
  readonly at: Date;
}

/** Where a page starts: after the row with this creation time (milliseconds) and id, newest first. */
export interface PagePosition {
  readonly createdAt: Date;
  readonly id: string;
}

/** Some items of a longer list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Position of the last item when more follow. */
  readonly next?: PagePosition;
}

/** Which part of a list to read. */
export interface PageRequest {
  /** 1 … 100 items. */
  readonly limit: number;
  readonly after?: PagePosition;
}

/** All given filters must match. `text` is found anywhere in the subject's ref, name or tags, whatever its case. */
export interface AssessmentFilter {
  readonly subject?: string;
  readonly tag?: string;
  /** What the latest recommendation recommends; `none` finds those that recommend nothing. */
  readonly recommended?: string;
  readonly text?: string;
}

/** All given filters must match. */
export interface RecommendationFilter {
  readonly assessmentId?: string;
  readonly subject?: string;
  /** Id of the decision model. */
  readonly model?: string;
}

/**
 * Everything the service keeps. Each method is one atomic step: it happens wholly or not at all, also under
 * simultaneous calls and when the process dies, and so does the audit entry of what it writes: there is one for
 * whatever is created, changed, recorded or removed, and none where nothing was. What webhooks are to be told of a write
 * is noted with it, too. A store that cannot be reached throws
 * `Refusal('store-unavailable')`.
 */
export interface Store {
  readonly assessments: {
    create(scope: Scope, assessment: Assessment, claim: CreationClaim): Promise<Creation<Assessment>>;
    /** What a claim was given before: 'replayed' or 'conflict', undefined when none of its tokens is known. */
    claimed(scope: Scope, claim: CreationClaim): Promise<Creation<Assessment> | undefined>;
    find(scope: Scope, id: string): Promise<Assessment | undefined>;
    /** Newest first by creation, then id. */
    list(scope: Scope, filter: AssessmentFilter, page: PageRequest): Promise<Page<Assessment>>;
    /** Replaces a state that was read by the one that follows it, if its revision is still the current one. */
    replace(scope: Scope, present: Assessment, next: Assessment): Promise<Change<Assessment>>;
    /** Removes the assessment with its recommendations and claims, if its revision is still the current one. */
    remove(scope: Scope, id: string, removal: Removal): Promise<Change<undefined>>;
  };
  readonly recommendations: {
    /**
     * Keeps a recommendation together with its model, and notes it as the assessment's latest unless a later one is.
     * 'missing' when the assessment is gone.
     */
    record(
      scope: Scope,
      recommendation: StoredRecommendation,
      model: ArchivedModel,
      claim: CreationClaim,
    ): Promise<Creation<StoredRecommendation> | { readonly kind: 'missing' }>;
    /** What a claim was given before: 'replayed' or 'conflict', undefined when none of its tokens is known. */
    claimed(scope: Scope, claim: CreationClaim): Promise<Creation<StoredRecommendation> | undefined>;
    find(scope: Scope, id: string): Promise<StoredRecommendation | undefined>;
    /** Newest first by creation, then id. */
    list(scope: Scope, filter: RecommendationFilter, page: PageRequest): Promise<Page<StoredRecommendation>>;
  };
  readonly models: {
    find(scope: Scope, contentHash: string): Promise<ArchivedModel | undefined>;
  };
  readonly audit: {
    /** Notes what is no write of its own. */
    append(scope: Scope, event: AuditedEvent): Promise<void>;
    /** Newest first by time, then id. */
    list(scope: Scope, filter: AuditFilter, page: PageRequest): Promise<Page<AuditEntry>>;
  };
  readonly retention: Retention;
  readonly apiKeys: KeyStore;
  readonly webhooks: WebhookStore;
  readonly outbox: Outbox;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
