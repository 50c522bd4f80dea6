import type { Failure } from '../session/session-state.ts';
import { ApiFailure, type FailureFacts } from './api-failure.ts';

/** Failures that have a status of their own. */
const KINDS: Readonly<Record<number, Failure['kind']>> = {
  401: 'expired',
  403: 'forbidden',
  404: 'not-found',
  408: 'busy',
  410: 'not-found',
  429: 'busy',
  503: 'busy',
};

/**
 * What a reply that is no success means. Words are taken from problem documents (RFC 9457) only: the pages of proxies
 * tell readers of a form nothing. What is wrong with parts of what was sent comes in the place of its summary.
 *
 * @param text the body of the reply.
 */
export function problemOf({ status, headers }: Response, text: string): ApiFailure {
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json');
  const { detail, requestId, errors, retryAfter }: Partial<FailureFacts> = isProblem ? read(text) : {};
  return new ApiFailure({
    kind: KINDS[status] ?? (status < 500 ? 'invalid' : 'server'),
    status,
    detail: errors?.map(({ pointer, message }) => `${pointer.replace('/answers/', '')}: ${message}`).join(' ') || detail,
    requestId,
    errors,
    retryAfter: retryAfter ?? secondsIn(headers.get('retry-after') ?? ''),
  });
}

function read(text: string): Partial<FailureFacts> {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** A delay in seconds or a date (RFC 9110 §10.2.3), as seconds from now. */
function secondsIn(retryAfter: string): number | undefined {
  return Number(retryAfter) || (Date.parse(retryAfter) - Date.now()) / 1000 || undefined;
}
