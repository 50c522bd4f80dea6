import type { Request, Response } from 'express';
import type { Caller } from '../../services/identity/caller.ts';
import type { Allowance, Quota, Quotas } from '../../services/limits/quota.ts';
import { refuse } from '../../services/refusal.ts';
import { clientAddress } from './client-address.ts';

/** Counts requests, tells callers what they have left, and refuses with `rate-limited` what is beyond. */
export interface RateLimits {
  /** Counts a request of a known caller. */
  request(request: Request, response: Response, caller: Caller): Promise<void>;
  /** Counts a request whose sender could not be told. */
  failure(request: Request, response: Response): Promise<void>;
}

/** What a quota is called where callers are told of it, and what one who has used it up is told. */
interface Policy {
  readonly name: 'requests' | 'failures';
  readonly detail: string;
}

const REQUESTS: Policy = { name: 'requests', detail: 'You have sent as many requests as you may in a minute.' };
const FAILURES: Policy = {
  name: 'failures',
  detail: 'Too many requests without a valid credential have come from your address in a minute.',
};

/** Limits by quotas. `onExceeded` is told the name of the policy, for each request that is refused. */
export function createRateLimits({ requests, failures }: Quotas, onExceeded: (policy: string) => void = () => {}): RateLimits {
  async function count(quota: Quota, who: string, policy: Policy, response: Response): Promise<void> {
    const allowance = await quota.take(who);
    for (const [name, value] of Object.entries(fields(policy.name, allowance))) response.setHeader(name, value);
    if (!allowance.isExceeded) return;
    onExceeded(policy.name);
    refuse('rate-limited', { detail: policy.detail, retryAfter: allowance.reset });
  }

  return {
    async request(request, response, caller) {
      if (requests !== undefined) await count(requests, whoIs(caller, clientAddress(request)), REQUESTS, response);
    },
    failure: (request, response) => count(failures, clientAddress(request), FAILURES, response),
  };
}

/**
 * Whose requests are counted together: those of a key or a token, of one visitor of pages with an embed key, however many
 * assessments they create with it, and, where nobody has a name, of an address.
 */
function whoIs({ scope: { workspace, actor } }: Caller, address: string): string {
  if (actor.kind === 'anyone') return `address ${address}`;
  if (actor.kind === 'embed-key' || actor.kind === 'assessment-token') return `embed-key ${actor.id} ${address}`;
  return `${actor.kind} ${workspace} ${actor.id}`;
}

/** The header fields of draft-ietf-httpapi-ratelimit-headers-10: the policy, and what is left of it. */
function fields(policy: string, { limit, remaining, reset }: Allowance): Readonly<Record<string, string>> {
  return { 'RateLimit-Policy': `"${policy}";q=${limit};w=60`, RateLimit: `"${policy}";r=${remaining};t=${reset}` };
}
