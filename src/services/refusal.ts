/** Every reason for which the service refuses a request. Stable: clients branch on these. */
export type RefusalCode =
  | 'malformed-request'
  | 'malformed-json'
  | 'invalid-request'
  | 'unauthenticated'
  | 'permission-missing'
  | 'origin-refused'
  | 'not-found'
  | 'model-not-found'
  | 'assessment-not-found'
  | 'recommendation-not-found'
  | 'api-key-not-found'
  | 'api-key-ended'
  | 'webhook-not-found'
  | 'delivery-not-found'
  | 'webhook-disabled'
  | 'too-many-webhooks'
  | 'key-pepper-missing'
  | 'identity-provider-unavailable'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'answers-invalid'
  | 'weights-invalid'
  | 'id-taken'
  | 'idempotency-key-reused'
  | 'revision-stale'
  | 'revision-required'
  | 'rate-limited'
  | 'body-too-large'
  | 'address-too-long'
  | 'headers-too-large'
  | 'request-timeout'
  | 'unsupported-media-type'
  | 'misdirected-request'
  | 'store-unavailable'
  | 'shutting-down'
  | 'internal';

/** One invalid place in a request. The pointer (RFC 6901) leads from the body, or starts with `/query`, `/path` or `/headers`. */
export interface InvalidPlace {
  readonly pointer: string;
  readonly code: string;
  /** What is wrong and what to send instead. */
  readonly message: string;
}

/** What a refusal tells besides its code. */
export interface RefusalDetails {
  readonly detail?: string;
  readonly errors?: readonly InvalidPlace[];
  readonly currentRevision?: number;
  /** Methods that the path does support, for 405. */
  readonly allow?: readonly string[];
  /** What a caller has to prove who it is with (RFC 9110 §11.6.1), for 401. */
  readonly challenge?: string;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

/** Thrown where a request cannot be served; `http` turns it into a problem document. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}, options?: ErrorOptions) {
    super(details.detail ?? code, options);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** Throws a {@link Refusal}; written as an expression, so that `x ?? refuse(…)` reads as it is meant. */
export function refuse(code: RefusalCode, details?: RefusalDetails): never {
  throw new Refusal(code, details);
}
