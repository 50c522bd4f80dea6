import type { Page, PageRequest, Scope } from '../store.ts';
import type { ApiKey, KeptKey } from './api-key.ts';

/** A key that is replaced, when that happens, and until when it goes on. */
export interface ReplacedKey {
  readonly id: string;
  readonly at: Date;
  readonly overlapEnd: Date;
}

/** The keys that the service keeps; a part of its store, with the promises of that. */
export interface KeyStore {
  create(scope: Scope, kept: KeptKey): Promise<void>;
  /** Whatever the workspace: it is the key that says which. */
  find(id: string): Promise<KeptKey | undefined>;
  /** Newest first by creation, then id. */
  list(scope: Scope, page: PageRequest): Promise<Page<ApiKey>>;
  /** Notes when a key was revoked, the first time; false when there is no such key. */
  revoke(scope: Scope, id: string, at: Date): Promise<boolean>;
  /** Lets a key end and keeps another in its place; false when it is expired, revoked or replaced already. */
  replace(scope: Scope, replaced: ReplacedKey, replacement: KeptKey): Promise<boolean>;
  /** Whether any workspace has a key that is usable at a time. */
  anyUsable(at: Date): Promise<boolean>;
}
