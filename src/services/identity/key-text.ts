import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ApiKey } from './api-key.ts';

/** A key as its holder sees it. */
export interface KeyText {
  readonly kind: ApiKey['kind'];
  readonly id: string;
  /** `dadv_sk_` or `dadv_pub_`, the id, `_`, a secret of 190 bits, and a checksum by which scanners know a true key. */
  readonly text: string;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIXES = { secret: 'dadv_sk_', embed: 'dadv_pub_' } as const satisfies Record<ApiKey['kind'], string>;
const ID_LENGTH = 10;
const SECRET_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
const FORM = /^dadv_(sk|pub)_([0-9A-Za-z]{10})_[0-9A-Za-z]{38}$/;

/** A key that nobody can guess, from the random numbers of the operating system. */
export function newKeyText(kind: ApiKey['kind']): KeyText {
  const id = randomDigits(ID_LENGTH);
  const body = `${PREFIXES[kind]}${id}_${randomDigits(SECRET_LENGTH)}`;
  return { kind, id, text: body + checksum(body) };
}

/** What a text says about itself when it has the form of a key and its checksum is right; undefined otherwise. */
export function readKeyText(text: string): KeyText | undefined {
  const [, prefix, id] = FORM.exec(text) ?? [];
  const body = text.slice(0, -CHECKSUM_LENGTH);
  if (id === undefined || checksum(body) !== text.slice(-CHECKSUM_LENGTH)) return undefined;
  return { kind: prefix === 'sk' ? 'secret' : 'embed', id, text };
}

/** CRC-32 (as in gzip, RFC 1952) in base 62. It finds mistakes, and proves nothing. */
function checksum(body: string): string {
  const places = Array.from({ length: CHECKSUM_LENGTH }, (_, place) => Math.floor(crc32(body) / DIGITS.length ** place));
  return places
    .toReversed()
    .map((value) => DIGITS.charAt(value % DIGITS.length))
    .join('');
}

function randomDigits(length: number): string {
  return Array.from({ length }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('');
}
