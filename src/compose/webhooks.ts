import type { Config } from '../config.ts';
import { createCourier } from '../delivery/courier.ts';
import type { Nap } from '../delivery/nap.ts';
import { createSender, type Sender, type SenderNeeds } from '../delivery/sender.ts';
import { createTargets } from '../delivery/targets.ts';
import { createAddresses } from '../http/addresses.ts';
import { createPepper } from '../services/identity/pepper.ts';
import type { Store } from '../services/store.ts';
import { createDeliveries, type Deliveries } from '../services/webhooks/deliveries.ts';
import type { EventData } from '../services/webhooks/event.ts';
import { createSecretBox, NO_BOX, OPEN_BOX, type SecretBox } from '../services/webhooks/secret-box.ts';
import { createWebhooks, type Webhooks } from '../services/webhooks/webhooks.ts';

/** Who is told of what happens, and what tells them. */
export interface WebhookParts {
  readonly webhooks: Webhooks;
  readonly deliveries: Deliveries;
  readonly sender: Sender;
}

/** What webhooks depend on beside the configuration. */
export interface WebhookNeeds extends Pick<SenderNeeds, 'log' | 'count'> {
  readonly store: Pick<Store, 'webhooks' | 'outbox'>;
  readonly rest: Nap;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Milliseconds for one attempt. */
const PATIENCE = 15_000;

/** The sender is not started yet. */
export function composeWebhooks(config: Config, { store, rest, log, count, now, newId }: WebhookNeeds): WebhookParts {
  const box = secretBox(config);
  const targets = createTargets({ origins: config.webhookOrigins });
  const courier = createCourier({ box, targets, now, linksOf: links(config.publicUrl), patience: PATIENCE });
  return {
    webhooks: createWebhooks({ store: store.webhooks, box, targets, now, newId }),
    deliveries: createDeliveries({ store: store.webhooks, now }),
    sender: createSender({ outbox: store.outbox, courier, rest, now, chance: Math.random, log, count }),
  };
}

/** Where nobody is asked who they are, a file that anybody may read holds no secrets from anybody. */
function secretBox({ keyPepper, keyPepperBefore, oidc }: Config): SecretBox {
  if (keyPepper !== undefined) return createSecretBox(createPepper(keyPepper, keyPepperBefore));
  return oidc === undefined ? OPEN_BOX : NO_BOX;
}

/** Where receivers read about what they are told of. */
function links(publicUrl: string) {
  const addresses = createAddresses(publicUrl);
  return ({ assessmentId, recommendationId, webhookId }: EventData): Readonly<Record<string, string>> => ({
    ...(assessmentId !== undefined && { assessment: addresses.of(`/v1/assessments/${assessmentId}`) }),
    ...(recommendationId !== undefined && { recommendation: addresses.of(`/v1/recommendations/${recommendationId}`) }),
    ...(webhookId !== undefined && { webhook: addresses.of(`/v1/webhooks/${webhookId}`) }),
  });
}
