import type { Request } from 'express';

/** 16-bit groups of an IPv6 address, and those of them that name a customer's network. */
const GROUPS = 8;
const NETWORK = 4;

/**
 * Where a request comes from, as far as limits are concerned: an IPv4 address as it is, an IPv6 address by its first 64
 * bits, within which one customer has as many as there are (RFC 6177).
 */
export function clientAddress({ ip = '' }: Pick<Request, 'ip'>): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  return mapped ?? (ip.includes(':') ? networkOf(ip) : ip);
}

/** The first half of an IPv6 address without leading zeros; `::` stands for as many groups of zeros as are missing. */
function networkOf(address: string): string {
  const [left = [], right] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const missing = right === undefined ? 0 : Math.max(0, GROUPS - left.length - right.length);
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...(right ?? [])];
  return `${groups
    .slice(0, NETWORK)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
