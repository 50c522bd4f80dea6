import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { createAdmission } from '../../src/http/authentication.ts';
import type { RateLimits } from '../../src/http/limits/rate-limits.ts';
import type { Presented } from '../../src/services/identity/authenticator.ts';
import type { Caller } from '../../src/services/identity/caller.ts';
import { Refusal } from '../../src/services/refusal.ts';

const CALLER: Caller = {
  scope: { workspace: 'north', actor: { kind: 'key', id: 'one' }, requestId: 'request' },
  permissions: new Set(['models:read']),
};

let counted: string[];
let presented: Presented[];
let locals: Record<string, unknown>;
let closes: boolean;
beforeEach(() => {
  counted = [];
  presented = [];
  locals = {};
  closes = false;
});

/** Admission where authentication comes to this end, and the limits to that one. */
function admit(end: Caller | Error, { headers = {}, limited = {} }: { headers?: object; limited?: Partial<RateLimits> } = {}) {
  const limits: RateLimits = {
    request: async (_request, _response, { scope }) => void counted.push(`request of ${scope.actor.id}`),
    failure: async () => void counted.push('failure'),
    ...limited,
  };
  const authenticate = async (shown: Presented) => {
    presented.push(shown);
    return end instanceof Error ? Promise.reject(end) : end;
  };
  const admission = createAdmission({ authenticator: { authenticate }, limits, publicUrl: 'https://advisor.example.org' });
  // Of a request and its response, these parts are all that admission looks at.
  const request = { headers } as unknown as Request;
  const response = {
    locals,
    getHeader: () => 'request',
    set: (name: string, value: string) => {
      closes = name === 'Connection' && value === 'close';
    },
  } as unknown as Response;
  return (permission: 'models:read' | 'audit:read') => admission(request, response, { permission });
}

const LONG_BODY = { 'content-length': '300000' };

describe('admission', () => {
  it('presents credential, origin and the name of the request, and counts the caller', async () => {
    const headers = { authorization: 'Bearer red', 'sec-fetch-site': 'same-origin', host: 'a' };
    expect(await admit(CALLER, { headers })('models:read')).toBe(CALLER);
    expect(presented).toEqual([{ credential: 'red', origin: 'https://advisor.example.org', requestId: 'request' }]);
    expect(counted).toEqual(['request of one']);
    expect(locals).toEqual({ actor: CALLER.scope.actor });
  });

  it('is refused to those who lack the permission, and counts them as who they are', async () => {
    await expect(admit(CALLER)('audit:read')).rejects.toMatchObject({ code: 'permission-missing' });
    expect(counted).toEqual(['request of one']);
  });

  it.each(['unauthenticated', 'origin-refused'] as const)('counts a stranger (%s) as a failure', async (code) => {
    const refusal = new Refusal(code);
    await expect(admit(refusal)('models:read')).rejects.toBe(refusal);
    expect(counted).toEqual(['failure']);
    expect(locals).toEqual({});
  });

  it.each([new Refusal('store-unavailable'), new Refusal('identity-provider-unavailable'), new Error('unauthenticated')])(
    'counts nobody for %s',
    async (error) => {
      await expect(admit(error)('models:read')).rejects.toBe(error);
      expect(counted).toEqual([]);
    },
  );

  it('is refused to a known caller beyond the limit, and to a stranger beyond theirs', async () => {
    const refusal = new Refusal('rate-limited');
    const beyond = () => Promise.reject(refusal);
    await expect(admit(CALLER, { limited: { request: beyond } })('models:read')).rejects.toBe(refusal);
    expect(counted).toEqual([]);
    await expect(admit(new Refusal('unauthenticated'), { limited: { failure: beyond } })('models:read')).rejects.toBe(refusal);
  });

  it('does not wait for the long body of one who is refused', async () => {
    await expect(admit(CALLER, { headers: LONG_BODY })('models:read')).resolves.toBe(CALLER);
    expect(closes).toBe(false);
    await expect(admit(new Refusal('unauthenticated'), { headers: LONG_BODY })('models:read')).rejects.toThrow();
    expect(closes).toBe(true);
  });
});
