/**
 * A new UUID of version 7 (RFC 9562 §5.7). Unlike `crypto.randomUUID` it also works on pages without a secure origin.
 *
 * @param time milliseconds since 1970.
 */
export function uuidV7(time: number = Date.now()): string {
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const stamp = time.toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(chance.slice(0, 1), 16) % 4];
  return [
    stamp.slice(0, 8),
    stamp.slice(8),
    `7${chance.slice(1, 4)}`,
    `${variant}${chance.slice(4, 7)}`,
    chance.slice(7, 19),
  ].join('-');
}
