import { describe, expect, it } from '@jest/globals';
import { newKey, rotation } from '../../src/commands/keys/key-order.ts';
import { typed } from './typed.ts';

const HERE = { workspace: 'default', json: false };

describe('the command line of keys', () => {
  it.each([
    [
      { name: 'a', permissions: 'models:read,audit:read' },
      { kind: 'secret', name: 'a', lifetimeDays: 365, permissions: ['models:read', 'audit:read'] },
    ],
    [
      { name: 'a', kind: 'embed', model: 'm', origins: 'https://a.org,https://b.org', expiresInDays: '9' },
      { kind: 'embed', name: 'a', lifetimeDays: 9, model: 'm', origins: ['https://a.org', 'https://b.org'] },
    ],
  ])('understands %j', (options, wish) => {
    expect(newKey({ ...HERE, ...options })).toEqual(wish);
  });

  it('lets an old key go on for a day unless something else is said', () => {
    expect(rotation(HERE)).toEqual({ overlapSeconds: 86_400 });
    expect(rotation({ ...HERE, overlapSeconds: '0' })).toEqual({ overlapSeconds: 0 });
  });

  it.each([
    ['', 'Usage: delivery-advisor keys'],
    ['destroy all', "unknown command 'destroy'"],
    ['creat --name a', 'Did you mean create?'],
    ['create', '--name: '],
    ['create --name a', '--permissions: '],
    ['create --name a --permissions admin', '--permissions: '],
    ['create --name a --permissions models:read --expires-in-days soon', '--expires-in-days: '],
    ['create --name a --kind embed --permissions models:read', '--origins: '],
    ['rotate', "missing required argument 'id'"],
    ['rotate x --overlap-seconds -1', 'overlap-seconds'],
    ['revoke x --forever', "unknown option '--forever'"],
    ['list --workspace ../north', '--workspace: '],
  ])('says what is wrong with %j, and how to learn more', async (line, reason) => {
    const { code, printed, remarks } = await typed(['keys', ...line.split(' ').filter((word) => word !== '')]);
    expect({ code, printed }).toEqual({ code: 64, printed: '' });
    expect(remarks).toContain(reason);
    expect(remarks).toContain('help');
  });
});

describe.each([
  [['keys']],
  [['keys', 'create']],
  [['keys', 'list']],
  [['keys', 'rotate']],
  [['keys', 'revoke']],
  [['purge']],
  [['evaluate']],
  [['check']],
  [[]],
])('delivery-advisor %j', (words) => {
  it('teaches how it is used', async () => {
    const { code, printed, remarks } = await typed([...words, '--help']);
    expect({ code, remarks }).toEqual({ code: 0, remarks: '' });
    expect(printed).toContain(`Usage: ${['delivery-advisor', ...words].join(' ')}`);
    expect(printed).toMatch(/\n {2}-h, --help/);
  });

  it('has examples that are understood', async () => {
    const { printed } = await typed([...words, '--help']);
    const lines = [...printed.matchAll(/^ {2}\$ delivery-advisor ([\w ,:/.=-]+)$/gm)].map(([, line = '']) => line.split(' '));
    for (const line of lines) {
      const { code, remarks } = await typed([...line.filter((word) => word !== 'help'), '--help']);
      expect({ line, code, remarks }).toEqual({ line, code: 0, remarks: '' });
    }
  });
});
