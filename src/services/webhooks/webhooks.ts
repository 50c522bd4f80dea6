import { type Created, created, creationClaim } from '../creation-claim.ts';
import { type ExpectedRevision, expectRevision, refuseStale } from '../expected-revision.ts';
import { type PageOf, type PageWish, pageOf, pageRequest } from '../page-cursor.ts';
import { refuse } from '../refusal.ts';
import type { Change, Scope } from '../store.ts';
import type { SecretBox } from './secret-box.ts';
import { newSecret } from './signature.ts';
import type { SubscribedEvent, Webhook } from './webhook.ts';
import { changedWebhook, rotatedWebhook, type WebhookChange } from './webhook-change.ts';
import { MOST_WEBHOOKS, type WebhookStore } from './webhook-store.ts';

/** A webhook as its creator describes it. */
export interface NewWebhook {
  readonly id?: string;
  readonly url: string;
  readonly events: readonly SubscribedEvent[];
  readonly description?: string;
  readonly enabled: boolean;
}

/** A webhook with its present secret; without it where it was shown before. */
export interface ShownWebhook {
  readonly webhook: Webhook;
  readonly secret?: string;
}

/** Where webhooks may lead. */
export interface TargetPolicy {
  /** Why nothing is ever sent to an address, and what to send instead; undefined where it may be. */
  finding(url: string): string | undefined;
}

/** Saying who is told of what happens. */
export interface Webhooks {
  /** The secret is shown to whoever creates it, and again when the request is sent again within ten minutes. */
  create(scope: Scope, wish: NewWebhook, idempotencyKey?: string): Promise<Created<ShownWebhook>>;
  find(scope: Scope, id: string): Promise<Webhook>;
  list(scope: Scope, page: PageWish): Promise<PageOf<Webhook>>;
  /** The webhook after the change; with `any` expected, applied to whatever is current. */
  change(scope: Scope, id: string, change: WebhookChange, expected: ExpectedRevision): Promise<Webhook>;
  remove(scope: Scope, id: string, expected: ExpectedRevision): Promise<void>;
  /** A new secret; those before it go on signing for so many seconds. */
  rotate(scope: Scope, id: string, overlapSeconds: number): Promise<Required<ShownWebhook>>;
}

/** What webhooks depend on. */
export interface WebhooksNeeds {
  readonly store: WebhookStore;
  readonly box: SecretBox;
  readonly targets: TargetPolicy;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Milliseconds for which a creation that is sent again shows the secret again. */
const REPEATABLE = 10 * 60 * 1000;

/** Webhooks kept in a store; time and ids come from outside. */
export function createWebhooks({ store, box, targets, now, newId }: WebhooksNeeds): Webhooks {
  async function find(scope: Scope, id: string): Promise<Webhook> {
    return (await store.find(scope, id)) ?? refuseWebhook(id);
  }

  function expectTarget(url: string | undefined): void {
    const message = url === undefined ? undefined : targets.finding(url);
    if (message === undefined) return;
    const errors = [{ pointer: '/url', code: 'target-refused', message }];
    refuse('invalid-request', { detail: 'Nothing is ever sent to this address.', errors });
  }

  function shown({ workspace }: Scope, webhook: Webhook): ShownWebhook {
    const [present] = webhook.secrets;
    const isRecent = now().getTime() - webhook.createdAt.getTime() <= REPEATABLE;
    const secret = present && isRecent ? box.open(present.sealed, ownerOf(workspace, webhook.id)) : undefined;
    return { webhook, ...(secret !== undefined && { secret }) };
  }

  const webhooks: Webhooks = {
    find,

    async create(scope, wish, idempotencyKey) {
      expectTarget(wish.url);
      const { id = newId(), ...parts } = wish;
      const at = now();
      const secrets = [{ sealed: box.seal(newSecret(), ownerOf(scope.workspace, id)) }];
      const webhook = { id, ...parts, secrets, revision: 1, createdAt: at, updatedAt: at };
      const claim = creationClaim({ operation: 'createWebhook', id: wish.id, idempotencyKey, content: wish });
      const result = await store.create(scope, webhook, claim);
      const { value, replayed } = result.kind === 'full' ? refuseMore() : created(result);
      return { value: shown(scope, value), replayed };
    },

    async list(scope, wish) {
      return pageOf(await store.list(scope, pageRequest(wish, ['webhooks'])), ['webhooks']);
    },

    async change(scope, id, change, expected) {
      const present = await find(scope, id);
      expectRevision(expected, present.revision);
      expectTarget(change.url);
      const next = changedWebhook(present, change, now());
      if (next === present) return present;
      const result = await store.replace(scope, next, 'change');
      if (result.kind === 'stale' && expected === 'any') return webhooks.change(scope, id, change, expected);
      return changeResult(result, id);
    },

    async remove(scope, id, expected) {
      const present = await find(scope, id);
      expectRevision(expected, present.revision);
      const result = await store.remove(scope, id, { revision: present.revision, at: now() });
      if (result.kind === 'stale' && expected === 'any') return webhooks.remove(scope, id, expected);
      changeResult(result, id);
    },

    async rotate(scope, id, overlapSeconds) {
      const secret = newSecret();
      const sealed = box.seal(secret, ownerOf(scope.workspace, id));
      const result = await store.replace(
        scope,
        rotatedWebhook(await find(scope, id), { sealed, at: now(), overlapSeconds }),
        'rotate',
      );
      return result.kind === 'stale' ? webhooks.rotate(scope, id, overlapSeconds) : { webhook: changeResult(result, id), secret };
    },
  };
  return webhooks;
}

function refuseMore(): never {
  return refuse('too-many-webhooks', {
    detail: `A workspace has ${MOST_WEBHOOKS} webhooks at most. Delete one that is not needed.`,
  });
}

/** What a secret is sealed for. */
export function ownerOf(workspace: string, id: string): string {
  return `${workspace}/${id}`;
}

/** There is no such webhook, or none in this workspace. */
export function refuseWebhook(id: string): never {
  return refuse('webhook-not-found', { detail: `There is no webhook ${id}.` });
}

function changeResult<T>(change: Change<T>, id: string): T {
  if (change.kind === 'changed') return change.value;
  return change.kind === 'stale' ? refuseStale(change.currentRevision) : refuseWebhook(id);
}
