import { canonicalJson } from '../canonical-json.ts';
import { type KeptSecret, type SubscribedEvent, signingSecrets, type Webhook } from './webhook.ts';

/** What to change; what is left out stays as it is. */
export interface WebhookChange {
  readonly url?: string;
  readonly events?: readonly SubscribedEvent[];
  /** '' takes it back. */
  readonly description?: string;
  readonly enabled?: boolean;
}

/** The secret to sign with from now on, and for how long those before it go on. */
export interface SecretRotation {
  readonly sealed: string;
  readonly at: Date;
  readonly overlapSeconds: number;
}

/**
 * The most secrets that sign at a time. A third one keeps a receiver going whose operator lost the reply to a rotation and
 * rotated again.
 */
const MOST_SECRETS = 3;

/** The next revision of a webhook; the very same webhook when nothing is different. */
export function changedWebhook(webhook: Webhook, { description, ...change }: WebhookChange, at: Date): Webhook {
  const { description: present, disabledBecause, ...rest } = { ...webhook, ...change };
  const described = description ?? present ?? '';
  const next: Webhook = {
    ...rest,
    ...(described !== '' && { description: described }),
    ...(disabledBecause !== undefined && !rest.enabled && { disabledBecause }),
  };
  return essence(next) === essence(webhook) ? webhook : { ...next, revision: webhook.revision + 1, updatedAt: at };
}

/** The next revision of a webhook, with a new secret before those that still sign for a while. */
export function rotatedWebhook(webhook: Webhook, { sealed, at, overlapSeconds }: SecretRotation): Webhook {
  const end = new Date(at.getTime() + overlapSeconds * 1000);
  const ending = ({ endsAt, ...secret }: KeptSecret): KeptSecret => ({ ...secret, endsAt: earlier(endsAt, end) });
  const others = overlapSeconds === 0 ? [] : signingSecrets(webhook, at).map(ending);
  const secrets = [{ sealed }, ...others].slice(0, MOST_SECRETS);
  return { ...webhook, secrets, revision: webhook.revision + 1, updatedAt: at };
}

function earlier(one: Date | undefined, other: Date): Date {
  return one !== undefined && one < other ? one : other;
}

function essence({ url, events, enabled, description = '' }: Webhook): string {
  return canonicalJson({ url, events, enabled, description });
}
