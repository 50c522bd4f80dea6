/** Version, trace, parent and flags in lower-case hexadecimal; versions to come may add to it. */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?$/;

/**
 * The trace that a request is a part of, by its `traceparent` (W3C Trace Context §3.2): 32 hexadecimal digits.
 * `undefined` where there is none, or none that counts.
 */
export function traceIdOf(traceparent: string | undefined): string | undefined {
  const [, traceId] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const isExtended = traceparent?.startsWith('00') && traceparent.length > 55;
  return isExtended ? undefined : traceId;
}
