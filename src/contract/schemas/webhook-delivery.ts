import { z } from 'zod';
import { ATTEMPT_ERRORS, DELIVERY_STATUSES } from '../../services/webhooks/delivery.ts';
import { SUBSCRIBED_EVENTS } from '../../services/webhooks/webhook.ts';
import { next } from './assessment.ts';
import { count, extensibleEnum, list } from './bounded.ts';
import { time } from './identifiers.ts';

export const DeliveryStatus = z.enum(DELIVERY_STATUSES).meta({ id: 'DeliveryStatus', description: 'How far a delivery is.' });

const deliveryParts = {
  id: z
    .uuid()
    .describe('The id of the event, which receivers see as `webhook-id`: the same for every webhook and every attempt.'),
  webhookId: z.uuid().describe('The webhook that is told.'),
  type: extensibleEnum([...SUBSCRIBED_EVENTS, 'webhook.test'], 'What it is told of.'),
  assessmentId: z.uuid().describe('The assessment that is concerned.').exactOptional(),
  recommendationId: z.uuid().describe('The recommendation that was recorded.').exactOptional(),
  status: DeliveryStatus.describe('`pending` until it has arrived (`delivered`) or is given up (`failed`).'),
  attempts: count('How often it was tried.'),
  createdAt: time('When it happened.'),
  nextAttemptAt: time('When it is tried next; absent when it is not, or is being tried at the moment.').exactOptional(),
  finishedAt: time('When it arrived or was given up.').exactOptional(),
};

export const WebhookDelivery = z
  .object(deliveryParts)
  .meta({ id: 'WebhookDelivery', description: 'An event on its way to a webhook.' });

const WebhookAttempt = z
  .object({
    number: z.int().min(1).max(2_147_483_647).describe('Counted from 1.'),
    at: time('When it began.'),
    durationMs: count('How long it took, in milliseconds.'),
    status: z
      .int()
      .min(100)
      .max(999)
      .describe('The status that the receiver answered with; absent when it did not.')
      .exactOptional(),
    error: extensibleEnum(ATTEMPT_ERRORS, 'Why there was no answer.').exactOptional(),
    reply: z.string().max(500).describe('How the body of the answer begins; absent when it is empty.').exactOptional(),
  })
  .meta({ id: 'WebhookAttempt', description: 'One try to deliver.' });

export const LoggedWebhookDelivery = z
  .object({
    ...deliveryParts,
    log: list(WebhookAttempt, 20, 'The latest attempts, the first of them first.'),
  })
  .meta({ id: 'LoggedWebhookDelivery', description: 'An event on its way to a webhook, with what was tried.' });

export const WebhookDeliveryList = z
  .object({ items: list(WebhookDelivery, 100, 'Newest first.'), next })
  .meta({ id: 'WebhookDeliveryList', description: 'A page of deliveries.' });
