import type { KeptKey } from '../../../src/services/identity/api-key.ts';
import type { KeyStore, ReplacedKey } from '../../../src/services/identity/key-store.ts';
import type { Scope } from '../../../src/services/store.ts';

/** A store of keys in memory that notes what it was asked to do. */
export interface KeyCabinet extends KeyStore {
  readonly kept: KeptKey[];
  readonly done: { readonly what: string; readonly scope: Scope; readonly about: unknown }[];
}

/** An empty one, which replaces keys, or says that they are replaced already. */
export function keyCabinet(replaces = true): KeyCabinet {
  const kept: KeptKey[] = [];
  const done: KeyCabinet['done'] = [];
  const byId = (id: string) => kept.find(({ key }) => key.id === id);
  return {
    kept,
    done,
    async create(scope, one) {
      done.push({ what: 'create', scope, about: one.key.id });
      kept.push(one);
    },
    find: async (id) => byId(id),
    async list(scope, page) {
      done.push({ what: 'list', scope, about: page });
      const items = kept.map(({ key }) => key);
      return { items, next: { createdAt: new Date(0), id: 'next' } };
    },
    async revoke(scope, id, at) {
      done.push({ what: 'revoke', scope, about: at });
      return byId(id) !== undefined;
    },
    async replace(scope, replaced: ReplacedKey, replacement) {
      done.push({ what: 'replace', scope, about: replaced });
      if (replaces) kept.push(replacement);
      return replaces;
    },
    anyUsable: async () => kept.length > 0,
  };
}
