/**
 * Milliseconds that a `Retry-After` field asks for (RFC 9110 §10.2.3): seconds, or a date, which is read against the
 * `Date` of the same reply, as clocks differ. Undefined where there is none, or none that can be read.
 */
export function retryAfterOf(field: string | undefined, date: string | undefined): number | undefined {
  if (field === undefined) return undefined;
  if (/^\d{1,9}$/.test(field.trim())) return Number(field) * 1_000;
  const wait = Date.parse(field) - Date.parse(date ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
