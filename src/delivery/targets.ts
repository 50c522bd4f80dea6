import type { LookupAddress } from 'node:dns';
import { lookup as lookUp, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { AttemptError } from '../services/webhooks/delivery.ts';
import type { TargetPolicy } from '../services/webhooks/webhooks.ts';
import { isPublicAddress } from './public-address.ts';

/** Where a request may go: the very addresses to connect to, or why to none. */
export type Destination =
  | { readonly addresses: readonly LookupAddress[] }
  | { readonly error: Extract<AttemptError, 'unresolvable' | 'address-refused'> };

/** Tells where webhooks may lead. */
export interface Targets extends TargetPolicy {
  /** Looks the name of an address up, once; every answer has to be one that is allowed. */
  destinationOf(url: string): Promise<Destination>;
}

/** What targets depend on. */
export interface TargetsNeeds {
  /** Origins that are allowed whatever they are, such as `http://localhost:8080`. */
  readonly origins: readonly string[];
  /** All addresses of a name, which belongs to an allowed origin or to a stranger; rejects when there are none. */
  readonly resolve?: (name: string, isAllowed: boolean) => Promise<readonly LookupAddress[]>;
}

/** Ports below belong to other protocols than HTTP. */
const FIRST_FREE_PORT = 1024;

/** Milliseconds that a name server has for an answer at first, and how often it is asked. */
const ASKING = { timeout: 2_000, tries: 2 };

/** The internet by https, and what the operator allows beside it, which may have a name that only this machine knows. */
export function createTargets({ origins, resolve = createResolver() }: TargetsNeeds): Targets {
  const isAllowed = ({ origin }: URL) => origins.includes(origin);

  function finding(text: string): string | undefined {
    const url = new URL(text);
    return isAllowed(url) ? undefined : findingOfStranger(url);
  }

  return {
    finding,
    async destinationOf(text) {
      if (finding(text) !== undefined) return { error: 'address-refused' };
      const url = new URL(text);
      const name = bareHost(url);
      try {
        const addresses = isIP(name) > 0 ? [{ address: name, family: isIP(name) }] : await resolve(name, isAllowed(url));
        if (addresses.length === 0) return { error: 'unresolvable' };
        const mayGo = isAllowed(url) || addresses.every(({ address }) => isPublicAddress(address));
        return mayGo ? { addresses } : { error: 'address-refused' };
      } catch {
        return { error: 'unresolvable' };
      }
    },
  };
}

/**
 * Has the operating system look up what the operator allows, and asks name servers for all others without it: the system
 * looks up two names at a time for the whole process, and strangers whose name servers take their time must not keep the
 * database waiting for its own.
 */
function createResolver(): NonNullable<TargetsNeeds['resolve']> {
  const resolver = new Resolver(ASKING);
  return async (name, isAllowed) => {
    if (isAllowed) return lookUp(name, { all: true });
    const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    if (four.status === 'rejected' && six.status === 'rejected') throw four.reason;
    const addresses = (answer: PromiseSettledResult<readonly string[]>, family: number) =>
      answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : [];
    return [...addresses(four, 4), ...addresses(six, 6)];
  };
}

/** What is wrong with an address, without looking its name up. */
function findingOfStranger(url: URL): string | undefined {
  const remedy = `or have the operator add ${url.origin} to WEBHOOK_ORIGINS`;
  if (url.protocol !== 'https:') return `Send an https address, ${remedy}.`;
  if (url.port !== '' && Number(url.port) < FIRST_FREE_PORT)
    return `Leave the port out, take one from ${FIRST_FREE_PORT} on, ${remedy}.`;
  const host = bareHost(url);
  const isPrivate = isIP(host) > 0 ? !isPublicAddress(host) : /(^|\.)localhost\.?$/.test(host);
  return isPrivate ? `Send an address that the whole internet reaches, ${remedy}.` : undefined;
}

/** The host without the brackets that IPv6 addresses have in URLs. */
function bareHost({ hostname }: URL): string {
  return hostname.replaceAll(/[[\]]/g, '');
}
