import { describe, expect, it } from '@jest/globals';
import { keyOrder } from '../../src/commands/key-order.ts';

function orderIn(line: string) {
  return keyOrder(line.split(' ').filter((word) => word !== ''));
}

const HERE = { workspace: 'default', json: false };

describe('the command line of keys', () => {
  it.each([
    [
      'create --name a --permissions models:read,audit:read',
      { wish: { kind: 'secret', name: 'a', lifetimeDays: 365, permissions: ['models:read', 'audit:read'] } },
    ],
    [
      'create --name a --kind embed --model m --origins https://a.org,https://b.org --expires-in-days 9',
      { wish: { kind: 'embed', name: 'a', lifetimeDays: 9, model: 'm', origins: ['https://a.org', 'https://b.org'] } },
    ],
    ['list --workspace north --json', { workspace: 'north', json: true }],
    ['rotate x', { id: 'x', overlapSeconds: 86_400 }],
    ['rotate x --overlap-seconds 0', { id: 'x', overlapSeconds: 0 }],
    ['revoke x', { id: 'x' }],
  ])('understands %s', (line, order) => {
    expect(orderIn(line)).toEqual({ kind: line.split(' ')[0], ...HERE, ...order });
  });

  it.each([
    ['', 'Say what to do'],
    ['destroy all', 'There is no destroy'],
    ['create', '--name: '],
    ['create --name a', '--permissions: '],
    ['create --name a --permissions admin', '--permissions: '],
    ['create --name a --permissions models:read --expires-in-days soon', '--expires-in-days: '],
    ['create --name a --kind embed --permissions models:read', '--origins: '],
    ['rotate', 'Say which key'],
    ['rotate x --overlap-seconds -1', 'overlap-seconds'],
    ['revoke x --forever', '--forever'],
    ['list --workspace ../north', '--workspace: '],
  ])('says what is wrong with %j, and how it is used', (line, reason) => {
    expect(() => orderIn(line)).toThrow(reason);
    expect(() => orderIn(line)).toThrow('npm run keys -- create --name <text>');
  });
});
