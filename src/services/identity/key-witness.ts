import { refuse } from '../refusal.ts';
import { type ApiKey, isUsable } from './api-key.ts';
import type { KeyLookup } from './key-lookup.ts';
import { readKeyText } from './key-text.ts';
import type { Pepper } from './pepper.ts';
import type { Identity, Witness } from './witness.ts';

/** What knowing keys depends on. */
export interface KeyWitnessNeeds {
  readonly lookup: KeyLookup;
  readonly pepper: Pepper;
  readonly now: () => Date;
}

/** Knows callers by the keys that this service handed out. */
export function createKeyWitness({ lookup, pepper, now }: KeyWitnessNeeds): Witness {
  return {
    async identify(credential, origin) {
      const read = readKeyText(credential);
      const kept = read && (await lookup.find(read.id));
      if (kept === undefined || !pepper.proves(credential, kept.digest) || !isUsable(kept.key, now())) return undefined;
      expectOrigin(kept.key, origin);
      return identityOf(kept.key);
    },
  };
}

function expectOrigin(key: ApiKey, origin: string | undefined): void {
  if (key.kind === 'secret' || (origin !== undefined && key.origins.includes(origin))) return;
  refuse('origin-refused', { detail: `This key is for pages of other origins than ${origin ?? 'none'}.` });
}

function identityOf(key: ApiKey): Identity {
  const { id, workspace, permissions } = key;
  const granted = { workspace, permissions: new Set(permissions) };
  if (key.kind === 'secret') return { ...granted, actor: { kind: 'key', id } };
  return { ...granted, actor: { kind: 'embed-key', id }, model: key.model };
}
