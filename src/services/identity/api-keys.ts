import type { ModelCatalogue } from '../model-catalogue.ts';
import { type PageOf, type PageWish, pageOf, pageRequest } from '../page-cursor.ts';
import { refuse } from '../refusal.ts';
import type { Scope } from '../store.ts';
import { type ApiKey, EMBED_PERMISSIONS, grantsOf, isUsable } from './api-key.ts';
import type { Caller, Permission } from './caller.ts';
import type { KeyLookup } from './key-lookup.ts';
import type { KeyStore } from './key-store.ts';
import { newKeyText } from './key-text.ts';
import type { Pepper } from './pepper.ts';

/** A key as its creator describes it. */
export type NewKey = { readonly name: string; readonly lifetimeDays: number } & (
  | { readonly kind: 'secret'; readonly permissions: readonly Permission[] }
  | { readonly kind: 'embed'; readonly model: string; readonly origins: readonly string[] }
);

/** A new key with its text, which is never to be had again. */
export interface IssuedKey {
  readonly key: ApiKey;
  readonly secret: string;
}

/** Handing out keys and taking them back. Nobody hands out what they may not do themselves. */
export interface ApiKeys {
  /** Refuses with `model-not-found` an embed key for a model that there is not. */
  create(caller: Caller, wish: NewKey): Promise<IssuedKey>;
  list(scope: Scope, page: PageWish): Promise<PageOf<ApiKey>>;
  /** Ends a key at once, on other replicas within 5 s; a key that was revoked stays so. */
  revoke(scope: Scope, id: string): Promise<void>;
  /** A new key in place of one that goes on for so many seconds. Refuses with `api-key-ended` what is not in use. */
  rotate(caller: Caller, id: string, overlapSeconds: number): Promise<IssuedKey>;
}

/** What handing out keys depends on. Without a pepper there are none. */
export interface ApiKeysNeeds {
  readonly store: KeyStore;
  readonly lookup: Pick<KeyLookup, 'forget'>;
  readonly models: Pick<ModelCatalogue, 'list'>;
  readonly pepper: Pepper | undefined;
  readonly now: () => Date;
}

const DAY = 24 * 60 * 60 * 1000;

/** Keys kept in a store. */
export function createApiKeys({ store, lookup, models, pepper = refusePepper(), now }: ApiKeysNeeds): ApiKeys {
  function issued(kind: ApiKey['kind'], keyOf: (id: string) => ApiKey) {
    const { id, text } = newKeyText(kind);
    return { kept: { key: keyOf(id), digest: pepper.digest(text) }, secret: text };
  }

  async function find(scope: Scope, id: string): Promise<ApiKey> {
    const found = await store.find(id);
    return found?.key.workspace === scope.workspace ? found.key : refuseKey(id);
  }

  return {
    async create(caller, { lifetimeDays, ...wish }) {
      const at = now();
      const permissions = wish.kind === 'embed' ? EMBED_PERMISSIONS : wish.permissions;
      if (wish.kind === 'embed') expectModel(models, wish.model);
      expectGrants(caller, grantsOf({ kind: wish.kind, permissions }));
      const { workspace } = caller.scope;
      const expiresAt = new Date(at.getTime() + lifetimeDays * DAY);
      const { kept, secret } = issued(wish.kind, (id) => ({ ...wish, id, workspace, permissions, createdAt: at, expiresAt }));
      await store.create(caller.scope, kept);
      return { key: kept.key, secret };
    },

    async list(scope, wish) {
      return pageOf(await store.list(scope, pageRequest(wish, ['api-keys'])), ['api-keys']);
    },

    async revoke(scope, id) {
      if (!(await store.revoke(scope, id, now()))) refuseKey(id);
      lookup.forget(id);
    },

    async rotate(caller, id, overlapSeconds) {
      const at = now();
      const { replacedBy: _, ...old } = await find(caller.scope, id);
      expectGrants(caller, grantsOf(old));
      const expiresAt = new Date(at.getTime() + old.expiresAt.getTime() - old.createdAt.getTime());
      const { kept, secret } = issued(old.kind, (newId) => ({ ...old, id: newId, createdAt: at, expiresAt }));
      const overlapEnd = new Date(Math.min(at.getTime() + overlapSeconds * 1000, old.expiresAt.getTime()));
      const replaced = isUsable(old, at) && (await store.replace(caller.scope, { id, overlapEnd, at }, kept));
      if (!replaced) refuse('api-key-ended', { detail: `The key ${id} is expired, revoked or replaced. Create a new one.` });
      lookup.forget(id);
      return { key: kept.key, secret };
    },
  };
}

function expectGrants({ permissions }: Caller, granted: readonly Permission[]): void {
  const missing = granted.filter((permission) => !permissions.has(permission));
  if (missing.length === 0) return;
  refuse('permission-missing', { detail: `Nobody hands out what they may not do themselves: ${missing.join(', ')}.` });
}

function expectModel(models: Pick<ModelCatalogue, 'list'>, named: string): void {
  const ids = models.list().map(({ id }) => id);
  if (!ids.includes(named))
    refuse('model-not-found', { detail: `There is no decision model ${named}; there are ${ids.join(', ')}.` });
}

function refuseKey(id: string): never {
  return refuse('api-key-not-found', { detail: `There is no API key ${id}.` });
}

/** Stands in for a pepper that there is none of. */
function refusePepper(): Pepper {
  const refused = () => refuse('key-pepper-missing', { detail: 'Set KEY_PEPPER and start the service again.' });
  return { digest: refused, proves: refused, keysFor: refused };
}
