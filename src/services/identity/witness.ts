import type { Scope } from '../store.ts';
import type { Actor, Caller } from './caller.ts';

/** Who shows a credential, whatever the request. */
export interface Identity extends Omit<Caller, 'scope'> {
  readonly workspace: string;
  readonly actor: Actor;
  /** Nothing but this assessment. */
  readonly assessment?: Scope['assessment'];
}

/** Knows callers by one kind of credential. */
export interface Witness {
  /**
   * Who shows a credential; undefined when it is not one of this kind, or not a valid one. Refuses with `origin-refused`
   * where it belongs to pages of other origins.
   */
  identify(credential: string, origin: string | undefined): Promise<Identity | undefined>;
}
