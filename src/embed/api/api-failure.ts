import type { Failure } from '../session/session-state.ts';

/** What is known about a request that failed. */
export interface FailureFacts extends Failure {
  /** Of the reply; absent where none arrived. */
  readonly status?: number | undefined;
  /** What is wrong with parts of what was sent, by JSON Pointers into it (RFC 6901). */
  readonly errors?: readonly Fault[] | undefined;
  /** Seconds to wait before the request is repeated. */
  readonly retryAfter?: number | undefined;
}

/** What is wrong with one part of what was sent. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** Why a request to the service came to nothing. */
export class ApiFailure extends Error {
  readonly facts: FailureFacts;

  constructor(facts: FailureFacts) {
    super(facts.detail ?? facts.kind);
    this.facts = facts;
  }
}

/** The facts of anything that was thrown; what is not from the service counts as its failure all the same. */
export function factsOf(error: unknown): FailureFacts {
  return error instanceof ApiFailure ? error.facts : { kind: 'server' };
}

/** Whether the same request may succeed later: the network or the service was in the way, not the request. */
export function mayPass({ kind }: Failure): boolean {
  return kind === 'offline' || kind === 'busy' || kind === 'server';
}
