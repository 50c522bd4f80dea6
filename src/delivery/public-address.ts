import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Addresses that look like any other and are those of a cloud's own machinery: Azure's, for one. */
const MACHINERY: readonly string[] = ['168.63.129.16'];

/** Everything that is assigned to the internet lies in it (RFC 4291 §2.4, IANA registry); translated IPv4 does not. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the internet at large. Loopback, private, link-local, shared (RFC 6598), multicast,
 * documentation and reserved addresses do not, nor does an IPv6 address in which another one is wrapped (mapped, NAT64,
 * 6to4, Teredo), nor anything that is no address.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || MACHINERY.includes(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return !(address instanceof ipaddr.IPv6) || address.match(GLOBAL_IPV6);
}
