import { z } from 'zod';
import type { PageOf } from '../../services/page-cursor.ts';
import { SUBSCRIBED_EVENTS } from '../../services/webhooks/webhook.ts';
import type { WebhookChange as DomainChange } from '../../services/webhooks/webhook-change.ts';
import type { NewWebhook as DomainNewWebhook } from '../../services/webhooks/webhooks.ts';
import { next } from './assessment.ts';
import { extensibleEnum, list } from './bounded.ts';
import { line, lineOrNothing, Revision, time, uuid } from './identifiers.ts';

const MOST_DESCRIPTION = 200;

/** Visible ASCII without `#`: names of other scripts as browsers send them, in punycode. */
const ADDRESS = /^https?:\/\/[\x21\x22\x24-\x7e]+$/;
const AS_AN_ADDRESS = 'Send an address such as https://hooks.example.org/delivery, without a fragment, in ASCII.';

const url = z
  .string()
  .max(2048)
  .regex(ADDRESS, { error: AS_AN_ADDRESS })
  .refine((text) => !ADDRESS.test(text) || isBare(text), {
    error: 'Send an address that a browser understands, without a user and a password in it.',
    params: { code: 'invalid-url' },
  })
  .transform((text) => new URL(text).href)
  .describe('Where events are sent by POST: https, unless the operator allows more.')
  .meta({ example: 'https://hooks.example.org/delivery' });

const events = z
  .array(z.enum(SUBSCRIBED_EVENTS).meta({ id: 'SubscribedEvent', description: 'Something that webhooks are told of.' }))
  .min(1)
  .max(SUBSCRIBED_EVENTS.length)
  .refine((all) => new Set(all).size === all.length, {
    error: 'Name every event once only.',
    params: { code: 'duplicate-value' },
  })
  .describe('What it is told of.')
  .meta({ uniqueItems: true, example: ['recommendation.recorded'] });

const enabled = z
  .boolean()
  .describe('Whether anything is sent. While it is not, nothing new is noted and what is under way waits.');

export const NewWebhook = z
  .strictObject({
    id: uuid('An id of your own choice; the twin of `Idempotency-Key` for callers that cannot set headers.').exactOptional(),
    url,
    events,
    description: line(MOST_DESCRIPTION, 'What people call it.').meta({ example: 'Chat of the platform team' }).exactOptional(),
    enabled: enabled.default(true),
  })
  .meta({ id: 'NewWebhook', description: 'A webhook to create.' }) satisfies z.ZodType<DomainNewWebhook>;

export const WebhookChange = z
  .strictObject({
    revision: Revision.describe('The revision the change is based on; the twin of `If-Match`.').exactOptional(),
    url: url.exactOptional(),
    events: events.exactOptional(),
    description: lineOrNothing(MOST_DESCRIPTION, 'What people call it; an empty text takes it back.').exactOptional(),
    enabled: enabled.exactOptional(),
  })
  .meta({ id: 'WebhookChange', description: 'What to change; what is not named stays as it is.' }) satisfies z.ZodType<
  DomainChange & { readonly revision?: number }
>;

export const SecretRotation = z
  .strictObject({
    overlapSeconds: z
      .int()
      .min(0)
      .max(2_592_000)
      .default(86_400)
      .describe(
        'For how long the present secret signs beside the new one; a day when left out, 30 days at most, 0 for a secret that has leaked.',
      ),
  })
  .meta({ id: 'SecretRotation', description: 'How a secret is to be replaced.' });

const webhookParts = {
  id: z.uuid().describe('The id of the webhook.'),
  url: z.string().max(2048).describe('Where events are sent.'),
  events: list(extensibleEnum(SUBSCRIBED_EVENTS, 'Something that webhooks are told of.'), 20, 'What it is told of.'),
  description: z.string().max(MOST_DESCRIPTION).describe('What people call it; absent when nobody has said so.').exactOptional(),
  enabled: z.boolean().describe('Whether anything is sent.'),
  disabledBecause: extensibleEnum(
    ['gone', 'failing'],
    'Why the service turned it off: the receiver answered 410, or nothing arrived for about 75 hours; absent otherwise.',
  ).exactOptional(),
  earlierSecretsEndAt: time(
    'When the last of the secrets before the present one stops signing; absent when there is none.',
  ).exactOptional(),
  revision: Revision.describe('Grows by one with every change; the `ETag` is made of it.'),
  createdAt: time('When it was created.'),
  updatedAt: time('When it was changed last.'),
};

export const Webhook = z
  .object(webhookParts)
  .meta({ id: 'Webhook', description: 'An address that is told of what happens, without the secret that signs.' });

export const IssuedWebhook = z
  .object({
    ...webhookParts,
    secret: z
      .string()
      .max(100)
      .describe(
        'What signs from now on: `whsec_` and base64 of 32 bytes. It is shown now and never again; absent where a creation is ' +
          'sent again more than ten minutes after it was carried out.',
      )
      .meta({ example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwR5b6Uk3Zc2A=' })
      .exactOptional(),
  })
  .meta({ id: 'IssuedWebhook', description: 'A webhook with its secret.' });

export const WebhookList = z
  .object({ items: list(Webhook, 100, 'Newest first.'), next })
  .meta({ id: 'WebhookList', description: 'A page of webhooks.' }) satisfies z.ZodType<PageOf<z.output<typeof Webhook>>>;

function isBare(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}
