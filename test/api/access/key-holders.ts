import { newKeyText } from '../../../src/services/identity/key-text.ts';
import { ALL, EMBED, type GuardedService, PORTAL } from '../guarded-service.ts';
import { type CallerKind, nothingOfOthers, onlyFor, othersThan, permissionFor, refused } from './caller-kind.ts';
import type { Lab } from './lab.ts';

/** Callers who show a key, or something like one. */
export const KEY_HOLDERS: Readonly<Record<string, CallerKind>> = {
  'nobody known': { expected: refused(401), credential: async () => undefined },
  'the holder of something that is no bearer token': { expected: refused(401), credential: () => 'two words' },
  'the holder of a key with a typing error': {
    expected: refused(401),
    credential: async ({ service }) => mistyped((await service.issue(ALL)).secret),
  },
  'the holder of a key that nobody handed out': { expected: refused(401), credential: () => newKeyText('secret').text },
  'the holder of a key with every permission': { expected: () => 'carried out', credential: secretOf(ALL) },
  'the holder of a key with all other permissions': {
    expected: refused(403),
    credential: ({ service }, operation) => secretOf({ ...ALL, permissions: othersThan(operation) })({ service }),
    hangsOn: permissionFor,
  },
  'the holder of a key of another workspace': {
    expected: nothingOfOthers,
    credential: async ({ service }) => (await service.issue(ALL, { workspace: 'elsewhere' })).secret,
  },
  'the holder of an expired key': {
    expected: refused(401),
    credential: async ({ service }) => (await service.issue({ ...ALL, lifetimeDays: 1 }, { at: -DAY })).secret,
  },
  'the holder of a revoked key': { expected: refused(401), credential: revokedKey },
  'the page of an embed key': { expected: onlyFor('embed-key'), credential: secretOf(EMBED), origin: PORTAL },
  'a page of another origin with an embed key': {
    expected: refused(403),
    credential: secretOf(EMBED),
    origin: `${PORTAL}.evil.example.org`,
  },
  'a program with an embed key': { expected: refused(403), credential: secretOf(EMBED) },
};

const DAY = 24 * 60 * 60 * 1000;

function secretOf(wish: Parameters<GuardedService['issue']>[0]) {
  return async ({ service }: Pick<Lab, 'service'>) => (await service.issue(wish)).secret;
}

function mistyped(secret: string): string {
  return secret.slice(0, -1) + (secret.endsWith('0') ? '1' : '0');
}

async function revokedKey({ service, root }: Lab): Promise<string> {
  const { key, secret } = await service.issue(ALL);
  await root.call('revokeApiKey', { params: { id: key.id } });
  return secret;
}
