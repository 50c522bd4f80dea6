import { describe, expect, it } from '@jest/globals';
import { OPEN } from '../../../src/services/identity/authenticator.ts';
import { PERMISSIONS } from '../../../src/services/identity/caller.ts';
import { createGuard } from '../../../src/services/identity/guard.ts';
import type { Identity, Witness } from '../../../src/services/identity/witness.ts';

/** Knows one credential, when it comes from one page. */
function witnessOf(known: string, identity: Omit<Identity, 'workspace' | 'permissions'>, page?: string): Witness {
  const whole = { workspace: 'north', permissions: new Set(PERMISSIONS.slice(0, 1)), ...identity };
  return { identify: async (credential, origin) => (credential === known && origin === page ? whole : undefined) };
}

const ONE = { id: 'one', createdAt: new Date(0) };

describe('a guard', () => {
  const guard = createGuard([
    witnessOf('red', { actor: { kind: 'key', id: 'r' } }),
    witnessOf('blue', { actor: { kind: 'assessment-token', id: 'b' }, assessment: ONE, model: 'lunch' }, 'https://a.example'),
    witnessOf('red', { actor: { kind: 'token', id: 'second' } }),
  ]);

  it('lets in whom the first witness knows', async () => {
    expect(await guard.authenticate({ credential: 'red', requestId: 'request' })).toEqual({
      scope: { workspace: 'north', actor: { kind: 'key', id: 'r' }, requestId: 'request' },
      permissions: new Set(['models:read']),
    });
  });

  it('asks the others, tells them the page, and keeps what somebody is bound to', async () => {
    expect(await guard.authenticate({ credential: 'blue', origin: 'https://a.example', requestId: 'request' })).toEqual({
      scope: { workspace: 'north', actor: { kind: 'assessment-token', id: 'b' }, requestId: 'request', assessment: ONE },
      permissions: new Set(['models:read']),
      model: 'lunch',
    });
  });

  it('asks who shows nothing for a credential', async () => {
    await expect(guard.authenticate({ requestId: 'request' })).rejects.toMatchObject({
      code: 'unauthenticated',
      details: { challenge: 'Bearer', detail: expect.stringContaining('Authorization') },
    });
  });

  it.each(['', 'green', 'blue'])('tells who shows %j that it is not valid', async (credential) => {
    await expect(guard.authenticate({ credential, requestId: 'request' })).rejects.toMatchObject({
      code: 'unauthenticated',
      details: { challenge: 'Bearer error="invalid_token"', detail: expect.stringContaining('not one that is valid') },
    });
  });
});

describe('an open service', () => {
  it('lets everybody do everything in one workspace, whatever they show', async () => {
    const anyone = { kind: 'anyone', id: 'anyone' };
    const scope = { workspace: 'default', actor: anyone, requestId: 'request' };
    const caller = { scope, permissions: new Set(PERMISSIONS) };
    expect(await OPEN.authenticate({ requestId: 'request' })).toEqual(caller);
    expect(await OPEN.authenticate({ credential: 'nonsense', origin: 'null', requestId: 'request' })).toEqual(caller);
  });
});
