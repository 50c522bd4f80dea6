/** What webhooks can be told of, as it stands in `type`. */
export type SubscribedEvent = (typeof SUBSCRIBED_EVENTS)[number];

/** All events that webhooks subscribe to, in the order in which they are shown. */
export const SUBSCRIBED_EVENTS = ['recommendation.recorded', 'assessment.updated'] as const;

/** Why the service itself stopped sending: the receiver said that it is gone (410), or nothing got through any more. */
export type DisablingCause = 'gone' | 'failing';

/** A secret as it is kept; without an end it is the present one. */
export interface KeptSecret {
  /** See {@link SecretBox}. */
  readonly sealed: string;
  /** From then on it signs nothing. */
  readonly endsAt?: Date;
}

/** An address that is told of what happens in its workspace. `revision` starts at 1 and grows by 1 with every change. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly SubscribedEvent[];
  readonly description?: string;
  /** While it is not, nothing new is noted for it, and what is under way waits. */
  readonly enabled: boolean;
  /** Absent when it is enabled, or somebody else turned it off. */
  readonly disabledBecause?: DisablingCause;
  /** Newest first. */
  readonly secrets: readonly KeptSecret[];
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The secrets that sign at a time, newest first. */
export function signingSecrets({ secrets }: Pick<Webhook, 'secrets'>, at: Date): readonly KeptSecret[] {
  return secrets.filter(({ endsAt }) => endsAt === undefined || at < endsAt);
}
