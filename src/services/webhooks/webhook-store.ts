import type { Change, Creation, CreationClaim, Page, PageRequest, Removal, Scope } from '../store.ts';
import type { Attempt, ClaimedDelivery, Delivery, DeliveryStatus, LoggedAttempt, Settlement } from './delivery.ts';
import type { WebhookEvent } from './event.ts';
import type { Webhook } from './webhook.ts';

/** A delivery with its latest attempts, the first of them first. */
export interface LoggedDelivery extends Delivery {
  readonly log: readonly LoggedAttempt[];
}

/** A delivery of a webhook. */
export interface DeliveryKey {
  readonly webhookId: string;
  readonly id: string;
}

/** All given filters must match. */
export interface DeliveryFilter {
  readonly status?: DeliveryStatus;
}

/** The most webhooks of a workspace: every write waits until what each of them is to be told is noted. */
export const MOST_WEBHOOKS = 50;

/** Webhooks and what they are told; a part of the service's store, with the promises of that. */
export interface WebhookStore {
  /** 'full' where the workspace has {@link MOST_WEBHOOKS} already, or some more where they were created at the same time. */
  create(scope: Scope, webhook: Webhook, claim: CreationClaim): Promise<Creation<Webhook> | { readonly kind: 'full' }>;
  find(scope: Scope, id: string): Promise<Webhook | undefined>;
  /** Newest first by creation, then id. */
  list(scope: Scope, page: PageRequest): Promise<Page<Webhook>>;
  /** Replaces the row of revision `webhook.revision - 1`, if that is still the current one. What waits for one that is enabled now is due. */
  replace(scope: Scope, webhook: Webhook, action: 'change' | 'rotate'): Promise<Change<Webhook>>;
  /** Removes the webhook with its deliveries and claims, if its revision is still the current one. */
  remove(scope: Scope, id: string, removal: Removal): Promise<Change<undefined>>;
  /** Notes an event for this webhook alone, whatever it subscribes to; undefined when there is no such webhook that is enabled. */
  tell(scope: Scope, id: string, event: WebhookEvent): Promise<Delivery | undefined>;
  findDelivery(scope: Scope, key: DeliveryKey): Promise<LoggedDelivery | undefined>;
  /** Newest first by creation, then id. */
  listDeliveries(scope: Scope, webhookId: string, filter: DeliveryFilter, page: PageRequest): Promise<Page<Delivery>>;
  /** Begins a delivery again from the first attempt, unless it is being tried at the moment; undefined when there is none. */
  replay(scope: Scope, key: DeliveryKey, at: Date): Promise<Delivery | undefined>;
}

/** How many deliveries to claim, and until when. */
export interface ClaimWish {
  readonly at: Date;
  readonly until: Date;
  readonly most: number;
  /** Of one webhook. */
  readonly mostEach: number;
  /** Webhooks that have enough to do. */
  readonly busy: readonly WebhookKey[];
}

/** A webhook, whatever the workspace. */
export interface WebhookKey {
  readonly workspace: string;
  readonly id: string;
}

/** What is to be delivered, in all workspaces; the part of the store that whoever delivers works with. */
export interface Outbox {
  /** When the first delivery is due of webhooks that are not busy; undefined when none ever is. */
  firstDue(busy: readonly WebhookKey[]): Promise<Date | undefined>;
  /** Deliveries that are due, the longest first, which nobody else gets before `until`. */
  claim(wish: ClaimWish): Promise<readonly ClaimedDelivery[]>;
  /** Notes an attempt and what becomes of the delivery; false when the claim has run out and somebody else has it. */
  settle(claimed: ClaimedDelivery, attempt: Attempt, settlement: Settlement): Promise<boolean>;
  /** Gives a claim back: due at once, or once its webhook is enabled where it is not. */
  release(claimed: ClaimedDelivery, at: Date): Promise<void>;
}
