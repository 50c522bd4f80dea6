import type { Verdict } from '../../decision/model/document.ts';
import type { Assessment, StoredRecommendation } from '../store.ts';
import type { SubscribedEvent } from './webhook.ts';

/** Everything that can be told: what webhooks subscribe to, and what tries one out. */
export type EventType = SubscribedEvent | 'webhook.test';

/** What webhooks are told of an assessment or a recommendation: what it is and how it stands, never what was answered. */
export interface EventData {
  readonly webhookId?: string;
  readonly assessmentId?: string;
  readonly recommendationId?: string;
  readonly subject?: { readonly ref: string };
  readonly model?: string;
  readonly version?: string;
  /** Of the assessment. */
  readonly revision?: number;
  /** Absent when nothing is recommended. */
  readonly recommended?: string;
  readonly verdict?: Verdict;
}

/** Something that happened. */
export interface WebhookEvent {
  readonly type: EventType;
  readonly at: Date;
  readonly data: EventData;
}

/** An assessment has a new revision, the first one included. */
export function assessmentUpdated({ id, subject, model, version, revision, updatedAt }: Assessment): WebhookEvent {
  const data = { assessmentId: id, subject: { ref: subject.ref }, model, version, revision };
  return { type: 'assessment.updated', at: updatedAt, data };
}

/** A recommendation was recorded. */
export function recommendationRecorded(recommendation: StoredRecommendation): WebhookEvent {
  const { id, assessmentId, subjectRef, model, version, recommended, verdict, createdAt } = recommendation;
  const data = {
    recommendationId: id,
    assessmentId,
    subject: { ref: subjectRef },
    model,
    version,
    ...(recommended !== undefined && { recommended }),
    verdict,
  };
  return { type: 'recommendation.recorded', at: createdAt, data };
}

/** Somebody tries out whether a webhook is reached. */
export function webhookTested(webhookId: string, at: Date): WebhookEvent {
  return { type: 'webhook.test', at, data: { webhookId } };
}
