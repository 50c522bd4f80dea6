import type { RefusalCode } from '../services/refusal.ts';

/** How a refusal is told over HTTP. */
export interface ProblemKind {
  readonly status: number;
  /** The same for every problem of a kind (RFC 9457 §3.1.3). */
  readonly title: string;
}

/** Every refusal with its status and title. A code without an entry does not compile. */
export const PROBLEM_KINDS = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'malformed-json': { status: 400, title: 'The body is not acceptable JSON' },
  unauthenticated: { status: 401, title: 'The caller is not known' },
  'permission-missing': { status: 403, title: 'The caller may not do this' },
  'origin-refused': { status: 403, title: 'The key belongs to other pages' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'model-not-found': { status: 404, title: 'There is no such decision model' },
  'assessment-not-found': { status: 404, title: 'There is no such assessment' },
  'recommendation-not-found': { status: 404, title: 'There is no such recommendation' },
  'api-key-not-found': { status: 404, title: 'There is no such API key' },
  'webhook-not-found': { status: 404, title: 'There is no such webhook' },
  'delivery-not-found': { status: 404, title: 'There is no such delivery' },
  'method-not-allowed': { status: 405, title: 'The method is not supported here' },
  'not-acceptable': { status: 406, title: 'No acceptable representation' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  'id-taken': { status: 409, title: 'The id belongs to something else' },
  'idempotency-key-reused': { status: 409, title: 'The idempotency key was used for another request' },
  'api-key-ended': { status: 409, title: 'The API key is not in use' },
  'too-many-webhooks': { status: 409, title: 'The workspace has as many webhooks as it may have' },
  'webhook-disabled': { status: 409, title: 'The webhook is not enabled' },
  'key-pepper-missing': { status: 409, title: 'The service has no secret to make keys with' },
  'revision-stale': { status: 412, title: 'The revision is not the current one' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'unsupported-media-type': { status: 415, title: 'The media type is not supported' },
  'misdirected-request': { status: 421, title: 'The request is for another host' },
  'invalid-request': { status: 422, title: 'The request is not valid' },
  'answers-invalid': { status: 422, title: 'The answers do not fit the decision model' },
  'weights-invalid': { status: 422, title: 'The weights do not fit the decision model' },
  'revision-required': { status: 428, title: 'The revision is required' },
  'rate-limited': { status: 429, title: 'There were too many requests' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  internal: { status: 500, title: 'The service failed' },
  'store-unavailable': { status: 503, title: 'The database cannot be reached' },
  'identity-provider-unavailable': { status: 503, title: 'The identity provider cannot be reached' },
  'shutting-down': { status: 503, title: 'The service is stopping' },
} as const satisfies Record<RefusalCode, ProblemKind>;
