import { describe, expect, it } from '@jest/globals';
import { expectAccess, expectOwnModel } from '../../../src/services/identity/access.ts';
import type { Actor, Caller, Permission } from '../../../src/services/identity/caller.ts';

function caller(kind: Actor['kind'], ...permissions: readonly Permission[]): Caller {
  return { scope: { workspace: 'default', actor: { kind, id: 'one' } }, permissions: new Set(permissions) };
}

describe('access to an operation', () => {
  const GUARDED = { permission: 'audit:read' } as const;
  const OF_PAGES = { permission: 'models:read', guests: ['embed-key'] } as const;

  it('is given to whoever has the permission', () => {
    expect(() => expectAccess(caller('key', 'audit:read'), GUARDED)).not.toThrow();
    expect(() => expectAccess(caller('anyone', 'models:read', 'audit:read'), OF_PAGES)).not.toThrow();
  });

  it('is refused to whoever has others, with the name of the one that is missing', () => {
    const refusal = expect.objectContaining({ code: 'permission-missing', message: expect.stringContaining('audit:read') });
    expect(() => expectAccess(caller('key'), GUARDED)).toThrow(refusal);
    expect(() => expectAccess(caller('token', 'models:read', 'keys:manage'), GUARDED)).toThrow(refusal);
  });

  it.each(['embed-key', 'assessment-token'] as const)(
    'is refused to a guest (%s) that is not named, whatever its permissions',
    (kind) => {
      const refusal = expect.objectContaining({ code: 'permission-missing', message: expect.stringContaining('embedded forms') });
      expect(() => expectAccess(caller(kind, 'audit:read'), GUARDED)).toThrow(refusal);
    },
  );

  it('is given to the guests that are named, when they have the permission', () => {
    expect(() => expectAccess(caller('embed-key', 'models:read'), OF_PAGES)).not.toThrow();
    expect(() => expectAccess(caller('assessment-token', 'models:read'), OF_PAGES)).toThrow();
    expect(() => expectAccess(caller('embed-key'), OF_PAGES)).toThrow();
  });
});

describe('a caller who is bound to one model', () => {
  const bound = { ...caller('embed-key', 'models:read'), model: 'lunch' };

  it('may name that one, or none', () => {
    expect(() => expectOwnModel(bound, ['lunch', undefined, 'lunch'])).not.toThrow();
    expect(() => expectOwnModel(bound, [7, null, {}])).not.toThrow();
  });

  it('may not name another one, wherever that stands', () => {
    const refusal = expect.objectContaining({ code: 'model-not-found', message: expect.stringMatching(/dinner.*lunch/) });
    expect(() => expectOwnModel(bound, ['lunch', 'dinner'])).toThrow(refusal);
    expect(() => expectOwnModel(bound, ['dinner', undefined])).toThrow(refusal);
  });

  it('is nobody else', () => {
    expect(() => expectOwnModel(caller('key'), ['dinner'])).not.toThrow();
  });
});
