import type { AttemptResult, ClaimedDelivery, Delivery } from '../services/webhooks/delivery.ts';
import type { EventData } from '../services/webhooks/event.ts';
import type { SecretBox } from '../services/webhooks/secret-box.ts';
import { signatures } from '../services/webhooks/signature.ts';
import { signingSecrets } from '../services/webhooks/webhook.ts';
import { ownerOf } from '../services/webhooks/webhooks.ts';
import { errorOf } from './network-error.ts';
import { type Answer, post } from './post.ts';
import type { Targets } from './targets.ts';

/** Makes attempts. It never rejects. */
export interface Courier {
  /** @param signal gives up, before the time is over that an attempt has anyway. */
  attempt(claimed: ClaimedDelivery, signal: AbortSignal): Promise<AttemptResult>;
}

/** What a courier depends on. */
export interface CourierNeeds {
  readonly box: SecretBox;
  readonly targets: Targets;
  readonly now: () => Date;
  /** Where receivers read about what they are told of. */
  readonly linksOf: (data: EventData) => Readonly<Record<string, string>>;
  /** Milliseconds that an attempt may take, looking up the name included. */
  readonly patience: number;
}

/** A courier that goes on the network. */
export function createCourier({ box, targets, now, linksOf, patience }: CourierNeeds): Courier {
  function headersOf({ workspace, delivery: { id }, webhook }: ClaimedDelivery, body: string, at: Date) {
    const opened = signingSecrets(webhook, at).map(({ sealed }) => box.open(sealed, ownerOf(workspace, webhook.id)));
    const secrets = opened.filter((secret) => secret !== undefined);
    const timestamp = Math.floor(at.getTime() / 1000);
    // Without the present secret, a receiver that has changed over would find no signature of its own.
    if (opened[0] === undefined) return undefined;
    return {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'delivery-advisor',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures(secrets, { id, timestamp, body }),
    };
  }

  async function answerTo(claimed: ClaimedDelivery, at: Date, signal: AbortSignal): Promise<Answer> {
    const { url } = claimed.webhook;
    const body = bodyOf(claimed.delivery, linksOf);
    const headers = headersOf(claimed, body, at);
    if (headers === undefined) return { error: 'secret-unreadable' };
    const destination = await targets.destinationOf(url);
    if (signal.aborted) return { error: 'timeout' };
    return 'error' in destination ? destination : post({ url, headers, body }, { ...destination, signal });
  }

  return {
    async attempt(claimed, given) {
      const at = now();
      const begun = performance.now();
      const own = new AbortController();
      const giveUp = () => own.abort();
      const timer = setTimeout(giveUp, patience);
      given.addEventListener('abort', giveUp);
      const asked = answerTo(claimed, at, own.signal).catch((error: unknown) => ({ error: errorOf(error) }));
      const answer = await Promise.race([asked, overdue(own.signal)]);
      clearTimeout(timer);
      given.removeEventListener('abort', giveUp);
      return { at, durationMs: Math.round(performance.now() - begun), ...answer };
    },
  };
}

/** What is sent of a delivery: the same characters at every attempt. */
function bodyOf({ type, createdAt, data }: Delivery, linksOf: CourierNeeds['linksOf']): string {
  return JSON.stringify({ type, timestamp: createdAt.toISOString(), data: { ...data, links: linksOf(data) } });
}

/** Ends a little after the signal, so that an answer that is there by then comes first. */
function overdue(signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => setImmediate(() => setImmediate(() => resolve({ error: 'timeout' }))));
  });
}
