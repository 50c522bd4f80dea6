import { type PageOf, type PageWish, pageOf, pageRequest } from '../page-cursor.ts';
import { refuse } from '../refusal.ts';
import type { Scope } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { webhookTested } from './event.ts';
import type { DeliveryFilter, DeliveryKey, LoggedDelivery, WebhookStore } from './webhook-store.ts';
import { refuseWebhook } from './webhooks.ts';

/** What webhooks were told, and telling them again. */
export interface Deliveries {
  /** Tells a webhook of nothing, to see whether it is reached. Refuses with `webhook-disabled` where nothing is sent. */
  test(scope: Scope, webhookId: string): Promise<Delivery>;
  find(scope: Scope, key: DeliveryKey): Promise<LoggedDelivery>;
  list(scope: Scope, webhookId: string, filter: DeliveryFilter, page: PageWish): Promise<PageOf<Delivery>>;
  /** Begins a delivery again, whatever became of it. Refuses with `webhook-disabled` where nothing is sent. */
  replay(scope: Scope, key: DeliveryKey): Promise<Delivery>;
}

/** What deliveries depend on. */
export interface DeliveriesNeeds {
  readonly store: WebhookStore;
  readonly now: () => Date;
}

/** Deliveries kept in a store. */
export function createDeliveries({ store, now }: DeliveriesNeeds): Deliveries {
  /** Refuses where there is no such webhook. */
  async function isEnabled(scope: Scope, webhookId: string): Promise<boolean> {
    return ((await store.find(scope, webhookId)) ?? refuseWebhook(webhookId)).enabled;
  }

  return {
    async test(scope, webhookId) {
      const told = await store.tell(scope, webhookId, webhookTested(webhookId, now()));
      if (told !== undefined) return told;
      await isEnabled(scope, webhookId);
      return refuseDisabled();
    },

    async find(scope, key) {
      const found = await store.findDelivery(scope, key);
      if (found !== undefined) return found;
      await isEnabled(scope, key.webhookId);
      return refuseDelivery(key);
    },

    async list(scope, webhookId, filter, wish) {
      await isEnabled(scope, webhookId);
      const list = ['deliveries', webhookId, filter];
      return pageOf(await store.listDeliveries(scope, webhookId, filter, pageRequest(wish, list)), list);
    },

    async replay(scope, key) {
      if (!(await isEnabled(scope, key.webhookId))) return refuseDisabled();
      return (await store.replay(scope, key, now())) ?? refuseDelivery(key);
    },
  };
}

function refuseDisabled(): never {
  return refuse('webhook-disabled', { detail: 'Nothing is sent to a webhook that is not enabled. Change that first.' });
}

function refuseDelivery({ id }: DeliveryKey): never {
  return refuse('delivery-not-found', { detail: `There is no delivery ${id} of this webhook.` });
}
