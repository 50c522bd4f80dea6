import type { Failure } from '../session/session-state.ts';
import { ApiFailure } from './api-failure.ts';

/** Failures that have a status of their own. */
const KINDS: ReadonlyMap<number, Failure['kind']> = new Map([
  [401, 'expired'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [408, 'busy'],
  [410, 'not-found'],
  [429, 'busy'],
  [503, 'busy'],
]);

/**
 * What a reply that is no success means. Words are taken from problem documents (RFC 9457) only: the pages of proxies
 * tell readers of a form nothing.
 *
 * @param text the body of the reply.
 */
export function problemOf({ status, headers }: Response, text: string): ApiFailure {
  const problem = (headers.get('content-type') ?? '').startsWith('application/problem+json') ? objectIn(text) : {};
  const { detail, code, requestId, currentRevision } = problem;
  const retryAfter = secondsIn(headers.get('retry-after'));
  return new ApiFailure({
    kind: KINDS.get(status) ?? (status >= 400 && status < 500 ? 'invalid' : 'server'),
    status,
    ...(typeof detail === 'string' && { detail }),
    ...(typeof code === 'string' && { code }),
    ...(typeof requestId === 'string' && { requestId }),
    ...(typeof currentRevision === 'number' && { currentRevision }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

function objectIn(text: string): Readonly<Partial<Record<'detail' | 'code' | 'requestId' | 'currentRevision', unknown>>> {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

/** A delay in seconds or a date (RFC 9110 §10.2.3), as seconds from now. */
function secondsIn(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
