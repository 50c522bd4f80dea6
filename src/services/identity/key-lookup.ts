import type { KeptKey } from './api-key.ts';
import type { KeyStore } from './key-store.ts';

/** Finds keys by their ids. */
export interface KeyLookup {
  /** The key as it was within the last 5 s: what another replica revokes ends here by then. */
  find(id: string): Promise<KeptKey | undefined>;
  /** Makes the next look one into the database. */
  forget(id: string): void;
}

interface Look {
  readonly at: number;
  readonly key: Promise<KeptKey | undefined>;
}

const LONGEST_BELIEVED = 5_000;
const MOST_REMEMBERED = 1_000;

/** Looks keys up in a store and remembers those that there are; a key that is not there may be there the next moment. */
export function createKeyLookup({ store, now }: { readonly store: Pick<KeyStore, 'find'>; readonly now: () => Date }): KeyLookup {
  const looks = new Map<string, Look>();

  function look(id: string, at: number): Promise<KeptKey | undefined> {
    const key = store.find(id);
    const own: Look = { at, key };
    const drop = () => {
      if (looks.get(id) === own) looks.delete(id);
    };
    key.then((found) => found ?? drop(), drop);
    looks.set(id, own);
    const [oldest] = looks.keys();
    if (looks.size > MOST_REMEMBERED && oldest !== undefined) looks.delete(oldest);
    return key;
  }

  return {
    find(id) {
      const at = now().getTime();
      const known = looks.get(id);
      // A clock that was set back makes what is remembered look younger than it is.
      if (known !== undefined && known.at <= at && at - known.at < LONGEST_BELIEVED) return known.key;
      looks.delete(id);
      return look(id, at);
    },
    forget: (id) => void looks.delete(id),
  };
}
