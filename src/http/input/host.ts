import type { RequestHandler } from 'express';
import { isLoopback } from '../../config/loopback.ts';
import { refuse } from '../../services/refusal.ts';

/** Refuses HTTP/1.1 requests that do not say which host they are for (RFC 9112 §3.2). */
export const expectHost: RequestHandler = ({ headers, httpVersion }, _response, next) => {
  if (httpVersion === '1.1' && headers.host === undefined) refuse('malformed-request', { detail: 'Send a Host header.' });
  next();
};

/** What a service that asks nobody for a key goes by, in place of a key. */
export interface OwnNames {
  /** Names beside those of the loopback interface. */
  readonly hosts: readonly string[];
  /** Those whose pages may change something beside its own. */
  readonly origins: readonly string[];
}

/** Methods that change nothing (RFC 9110 §9.2.1). */
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

const FOREIGN_HOST =
  'This service asks nobody for a key and therefore answers under the names of its own machine only, such as localhost. ' +
  'If this is its name, the operator sets PUBLIC_URL to it, or has callers show keys.';
const FOREIGN_PAGE =
  'This service asks nobody for a key and therefore lets pages of other origins change nothing. ' +
  'If this page may, the operator names its origin in PUBLIC_URL or EMBED_ORIGINS, or has callers show keys.';

/**
 * Tells whether a Host field names this machine, as loopback names do wherever they are resolved, or one of some hosts.
 *
 * @param hosts with or without a port, which counts for nothing: a proxy in front has another one.
 */
export function ownAuthorities(hosts: readonly string[]): (authority: string) => boolean {
  const own = hosts.map(nameOf);
  // Almost all requests are for the same one.
  let latest = '';
  return (authority) => {
    if (authority === latest && latest !== '') return true;
    const name = nameOf(authority);
    const isOwn = name !== '' && (isOfThisMachine(name) || own.includes(name));
    if (isOwn) latest = authority;
    return isOwn;
  };
}

/**
 * Keeps pages of strangers out of a service that only its own machine can reach, for the browsers there can: refuses with
 * `misdirected-request` what is for another host, to whose name somebody may have given this address (DNS rebinding), and
 * with `origin-refused` what would change something and comes from a page of elsewhere.
 */
export function expectNeighbours({ hosts, origins }: OwnNames): RequestHandler {
  const isOwn = ownAuthorities(hosts);
  return ({ method, headers: { host, origin } }, _response, next) => {
    if (host !== undefined && !isOwn(host)) refuse('misdirected-request', { detail: FOREIGN_HOST });
    const isForeign = origin !== undefined && !origins.includes(origin) && !isOwn(origin.replace(/^https?:\/\//, ''));
    if (isForeign && !SAFE.includes(method)) refuse('origin-refused', { detail: FOREIGN_PAGE });
    next();
  };
}

/** The name or address in a Host field (RFC 9110 §7.2), as browsers write it; '' when there is none. */
function nameOf(authority: string): string {
  const address = `http://${authority}`;
  if (!/^[^@/?#\\]+$/.test(authority) || !URL.canParse(address)) return '';
  return new URL(address).hostname.replace(/\.$/, '');
}

/** Browsers take names below `localhost` for this machine without asking anybody (RFC 6761 §6.3). */
function isOfThisMachine(name: string): boolean {
  return isLoopback(name) || name.endsWith('.localhost');
}
