/**
 * A new UUID of version 7 (RFC 9562 §5.7). Unlike `crypto.randomUUID` it also works on pages without a secure origin.
 *
 * @param time milliseconds since 1970.
 */
export function uuidV7(time: number = Date.now()): string {
  const marked = (byte: number, index: number) => [(byte & 0x0f) | 0x70, byte, (byte & 0x3f) | 0x80][index] ?? byte;
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(10)), marked);
  const digits = [time.toString(16).padStart(12, '0'), ...chance.map((byte) => byte.toString(16).padStart(2, '0'))].join('');
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
