import type { DisablingCause, KeptSecret, SubscribedEvent, Webhook } from '../../services/webhooks/webhook.ts';
import type { Webhook as WebhookRow } from '../generated/sqlite/client.ts';

/** The columns that a change of a webhook writes. */
export function changingColumns({ url, events, description, enabled, disabledBecause, secrets, revision, updatedAt }: Webhook) {
  return {
    url,
    events: JSON.stringify(events),
    secrets: JSON.stringify(secrets),
    description: description ?? null,
    enabled,
    disabledBecause: disabledBecause ?? null,
    revision,
    updatedAt,
  };
}

/** The webhook in a row. Its JSON texts and its cause are what {@link changingColumns} wrote. */
export function webhookOf({ id, url, description, enabled, revision, createdAt, updatedAt, ...row }: WebhookRow): Webhook {
  return {
    id,
    url,
    events: JSON.parse(row.events) as readonly SubscribedEvent[],
    ...(description !== null && { description }),
    enabled,
    ...(row.disabledBecause !== null && { disabledBecause: row.disabledBecause as DisablingCause }),
    secrets: (JSON.parse(row.secrets) as readonly WrittenSecret[]).map(secretOf),
    revision,
    createdAt,
    updatedAt,
  };
}

/** A secret in JSON, which has no times. */
interface WrittenSecret {
  readonly sealed: string;
  readonly endsAt?: string;
}

function secretOf({ sealed, endsAt }: WrittenSecret): KeptSecret {
  return { sealed, ...(endsAt !== undefined && { endsAt: new Date(endsAt) }) };
}
