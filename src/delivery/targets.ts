import type { LookupAddress } from 'node:dns';
import { lookup as lookUp } from 'node:dns/promises';
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
  /** All addresses of a name, as the operating system knows them; rejects when there are none. */
  readonly resolve?: (name: string) => Promise<readonly LookupAddress[]>;
}

/** Ports below belong to other protocols than HTTP. */
const FIRST_FREE_PORT = 1024;

const resolveWithSystem = (name: string) => lookUp(name, { all: true });

/** The internet by https, and what the operator allows beside it. */
export function createTargets({ origins, resolve = resolveWithSystem }: TargetsNeeds): Targets {
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
        const addresses = isIP(name) > 0 ? [{ address: name, family: isIP(name) }] : await resolve(name);
        if (addresses.length === 0) return { error: 'unresolvable' };
        const mayGo = isAllowed(url) || addresses.every(({ address }) => isPublicAddress(address));
        return mayGo ? { addresses } : { error: 'address-refused' };
      } catch {
        return { error: 'unresolvable' };
      }
    },
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
