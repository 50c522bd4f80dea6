import type { EventData, EventType } from './event.ts';
import type { DisablingCause, Webhook } from './webhook.ts';

/** `pending` until it is known to have arrived, or is given up. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** All statuses, in the order in which they are shown. */
export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;

/** An event on its way to one webhook. */
export interface Delivery {
  /** That of the event: the same for every webhook and every attempt, and the `webhook-id` that receivers see. */
  readonly id: string;
  readonly webhookId: string;
  readonly type: EventType;
  readonly data: EventData;
  readonly status: DeliveryStatus;
  /** How often it was tried. */
  readonly attempts: number;
  readonly createdAt: Date;
  /** Absent when it is not tried again, or being tried. */
  readonly nextAttemptAt?: Date;
  /** When it arrived or was given up. */
  readonly finishedAt?: Date;
}

/**
 * Why an attempt got no answer that counts: `timeout`, the name has no address (`unresolvable`), it leads where webhooks
 * may not (`address-refused`), nobody listens (`unreachable`), its certificate proves nothing (`certificate-invalid`),
 * the connection broke (`broken-off`), or there is no secret to sign with (`secret-unreadable`).
 */
export type AttemptError = (typeof ATTEMPT_ERRORS)[number];

/** All errors, in the order in which an attempt may meet them. */
export const ATTEMPT_ERRORS = [
  'secret-unreadable',
  'unresolvable',
  'address-refused',
  'unreachable',
  'certificate-invalid',
  'broken-off',
  'timeout',
] as const;

/** One try to deliver: either a status of HTTP came back, or an error tells why none did. */
export interface Attempt {
  readonly at: Date;
  readonly durationMs: number;
  readonly status?: number;
  readonly error?: AttemptError;
  /** How the body of the answer begins. */
  readonly reply?: string;
}

/** An attempt that is over, with what the receiver asked for. */
export interface AttemptResult extends Attempt {
  /** Milliseconds for which the receiver wants to be left alone. */
  readonly retryAfter?: number;
}

/** An attempt as it is kept, counted from 1. */
export interface LoggedAttempt extends Attempt {
  readonly number: number;
}

/** A delivery that nobody else tries until `until`. */
export interface ClaimedDelivery {
  readonly workspace: string;
  readonly delivery: Delivery;
  /** How often it was tried since it was begun, or begun again. */
  readonly tries: number;
  readonly until: Date;
  readonly webhook: Webhook;
}

/** What becomes of a delivery after an attempt. */
export type Settlement =
  | { readonly status: 'delivered' }
  | { readonly status: 'pending'; readonly dueAt: Date }
  /** With a cause, the webhook is disabled; `failing` only where nothing else arrived since this delivery was begun. */
  | { readonly status: 'failed'; readonly disabling: DisablingCause };
