import { PROBLEM_KINDS } from '../contract/problem-kinds.ts';
import type { ProblemDocument } from '../contract/schemas/problem.ts';
import { Refusal, type RefusalCode } from '../services/refusal.ts';

/** The problem document for a refusal, without anything that only the operator may know. */
export function problemDocument({ code, details }: Refusal, requestId: string): ProblemDocument {
  const { status, title } = PROBLEM_KINDS[code];
  const retryAfter = secondsToWait({ code, details });
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail: details.detail ?? DETAILS[code] ?? `${title}.`,
    code,
    requestId,
    ...(details.errors !== undefined && { errors: [...details.errors] }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(details.currentRevision !== undefined && { currentRevision: details.currentRevision }),
  };
}

/** The headers that belong to a refusal's status. */
export function problemHeaders({ code, details }: Refusal): Readonly<Record<string, string>> {
  const wait = secondsToWait({ code, details });
  return {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(details.allow !== undefined && { Allow: details.allow.join(', ') }),
    ...(details.challenge !== undefined && { 'WWW-Authenticate': details.challenge }),
    ...(wait !== undefined && { 'Retry-After': String(wait) }),
  };
}

/** Where trying again later makes sense, it does so in a second unless something else is said. */
function secondsToWait({ code, details }: Pick<Refusal, 'code' | 'details'>): number | undefined {
  return details.retryAfter ?? ([429, 503].includes(PROBLEM_KINDS[code].status) ? 1 : undefined);
}

/** What was thrown, as a refusal. What nobody foresaw is `internal`, with itself as the cause. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  const code = transportCode(thrown) ?? 'internal';
  return new Refusal(code, {}, { cause: thrown });
}

const DETAILS: Partial<Record<RefusalCode, string>> = {
  'malformed-request': 'The address is not percent-encoded UTF-8, or the request broke off. Send it again as a whole.',
  'body-too-large': 'Send a body of 256 KiB at most.',
  'unsupported-media-type': 'Send the body as application/json, in UTF-8 and without a content encoding.',
  internal: 'Something went wrong that is not your fault. The requestId finds it in the log.',
};

/** The code of what the router throws about addresses that are not percent-encoded UTF-8. */
function transportCode(thrown: unknown): RefusalCode | undefined {
  const { status } = (thrown ?? {}) as { readonly status?: unknown };
  return status === 400 || thrown instanceof URIError ? 'malformed-request' : undefined;
}
