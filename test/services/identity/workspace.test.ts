import { describe, expect, it } from '@jest/globals';
import { isWorkspaceName } from '../../../src/services/identity/workspace.ts';

describe('a workspace', () => {
  it.each(['default', 'a', '7', 'team.north_2-b', 'a'.repeat(100)])('may be called %j', (name) => {
    expect(isWorkspaceName(name)).toBe(true);
  });

  it.each(['', '.', '-a', '_a', '../default', 'a b', 'a/b', 'ä', 'a\n', 'a'.repeat(101)])('may not be called %j', (name) => {
    expect(isWorkspaceName(name)).toBe(false);
  });
});
