import type { Failure } from '../session/session-state.ts';

/** What is known about a request that failed. */
export interface FailureFacts extends Failure {
  /** Of the reply; absent where none arrived. */
  readonly status?: number;
  /** The service's own word for it, such as `revision-stale`. */
  readonly code?: string;
  /** The revision to start again from. */
  readonly currentRevision?: number;
  /** Seconds to wait before the request is repeated. */
  readonly retryAfter?: number;
}

/** Why a request to the service came to nothing. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly facts: FailureFacts;

  constructor(facts: FailureFacts, options?: ErrorOptions) {
    super(facts.detail ?? facts.kind, options);
    this.facts = facts;
  }
}

/** The facts of anything that was thrown; what is not from the service counts as its failure all the same. */
export function factsOf(error: unknown): FailureFacts {
  return error instanceof ApiFailure ? error.facts : { kind: 'server' };
}

/** Whether the same request may succeed later: the network or the service was in the way, not the request. */
export function mayPass({ kind }: FailureFacts): boolean {
  return kind === 'offline' || kind === 'busy' || kind === 'server';
}

/** What of a failure is shown. */
export function shownFailure({ kind, detail, requestId }: FailureFacts): Failure {
  return { kind, ...(detail !== undefined && { detail }), ...(requestId !== undefined && { requestId }) };
}
