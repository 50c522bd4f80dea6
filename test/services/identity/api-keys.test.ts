import { beforeEach, describe, expect, it } from '@jest/globals';
import { type ApiKeys, createApiKeys, type NewKey } from '../../../src/services/identity/api-keys.ts';
import { type Caller, PERMISSIONS, type Permission } from '../../../src/services/identity/caller.ts';
import { type KeyCabinet, keyCabinet } from './key-cabinet.ts';
import { afterNoon, NOON, pepper, secretKey } from './sample-keys.ts';

const DAY = 86_400_000;
const READER: NewKey = { name: 'reader', kind: 'secret', permissions: ['models:read'], lifetimeDays: 2 };
const FORM: NewKey = { name: 'form', kind: 'embed', model: 'lunch', origins: ['https://a.example'], lifetimeDays: 1 };

let cabinet: KeyCabinet;
let forgotten: string[];
let keys: ApiKeys;
let time: number;

function keysIn(one: KeyCabinet, withPepper: boolean): ApiKeys {
  const lookup = { forget: (id: string) => void forgotten.push(id) };
  const models = { list: () => [{ id: 'lunch', title: 'Lunch', latest: '1.0.0', versions: ['1.0.0'] }] };
  return createApiKeys({ store: one, lookup, models, pepper: withPepper ? pepper : undefined, now: () => afterNoon(time) });
}

function caller(...permissions: readonly Permission[]): Caller {
  return { scope: { workspace: 'north', actor: { kind: 'key', id: 'root' } }, permissions: new Set(permissions) };
}

const root = caller(...PERMISSIONS);

beforeEach(() => {
  cabinet = keyCabinet();
  forgotten = [];
  time = 0;
  keys = keysIn(cabinet, true);
});

describe('creating a key', () => {
  it('keeps it in the workspace of its creator, without its text', async () => {
    const { key, secret } = await keys.create(root, READER);
    const parts = { name: 'reader', kind: 'secret', permissions: ['models:read'], workspace: 'north' };
    expect(key).toEqual({ ...parts, id: key.id, createdAt: afterNoon(0), expiresAt: afterNoon(2 * DAY) });
    expect(secret).toMatch(new RegExp(`^dadv_sk_${key.id}_`));
    expect(cabinet.kept).toEqual([{ key, digest: pepper.digest(secret) }]);
    expect(cabinet.done).toEqual([{ what: 'create', scope: root.scope, about: key.id }]);
  });

  it('gives an embed key what pages need, bound to one model and to origins', async () => {
    const { key, secret } = await keys.create(root, FORM);
    expect(key).toMatchObject({
      model: 'lunch',
      origins: ['https://a.example'],
      permissions: ['models:read', 'assessments:write'],
    });
    expect(secret).toMatch(/^dadv_pub_/);
  });

  it('is refused for pages of a model that there is not, and says which there are', async () => {
    await expect(keys.create(root, { ...FORM, model: 'dinner' })).rejects.toMatchObject({
      code: 'model-not-found',
      message: 'There is no decision model dinner; there are lunch.',
    });
    expect(cabinet.kept).toEqual([]);
  });

  it('is refused for more than its creator may do', async () => {
    const refusal = { code: 'permission-missing', message: expect.stringContaining(': audit:read, keys:manage.') };
    const wish: NewKey = { ...READER, permissions: ['models:read', 'audit:read', 'keys:manage'] };
    await expect(keys.create(caller('models:read'), wish)).rejects.toMatchObject(refusal);
    expect(cabinet.kept).toEqual([]);
  });

  it('is refused for a page to one who may not do all that its visitors may', async () => {
    const some: readonly Permission[] = ['models:read', 'assessments:read', 'assessments:write'];
    await expect(keys.create(caller(...some), FORM)).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(keys.create(caller(...some, 'evaluations:run'), FORM)).resolves.toBeDefined();
  });

  it('is refused where there is no pepper', async () => {
    const refusal = { code: 'key-pepper-missing', message: expect.stringContaining('KEY_PEPPER') };
    await expect(keysIn(cabinet, false).create(root, READER)).rejects.toMatchObject(refusal);
    expect(cabinet.kept).toEqual([]);
  });
});

describe('a list of keys', () => {
  it('continues where its cursor says, and with no cursor of another list', async () => {
    const { items, next } = await keys.list(root.scope, { limit: 7 });
    expect(items).toEqual([]);
    await keys.list(root.scope, { limit: 7, cursor: next ?? '' });
    const after = { createdAt: new Date(0), id: 'next' };
    expect(cabinet.done.map(({ about }) => about)).toEqual([{ limit: 7 }, { limit: 7, after }]);
    await expect(keys.list(root.scope, { limit: 7, cursor: 'else' })).rejects.toMatchObject({ code: 'invalid-request' });
  });
});

describe('revoking a key', () => {
  it('makes everybody look again', async () => {
    const { key } = await keys.create(root, READER);
    time = 5;
    await keys.revoke(root.scope, key.id);
    expect(forgotten).toEqual([key.id]);
    expect(cabinet.done.at(-1)).toEqual({ what: 'revoke', scope: root.scope, about: afterNoon(5) });
  });

  it('is refused for a key that is not there', async () => {
    const refusal = { code: 'api-key-not-found', message: expect.stringContaining('0123456789') };
    await expect(keys.revoke(root.scope, '0123456789')).rejects.toMatchObject(refusal);
    expect(forgotten).toEqual([]);
  });
});

describe('rotating a key', () => {
  it('makes one like it that lasts as long, and lets the old one go on for a while', async () => {
    const { key: old, secret: oldSecret } = await keys.create(root, FORM);
    time = 1_000;
    const { key, secret } = await keys.rotate(root, old.id, 60);
    expect(key).toEqual({ ...old, id: key.id, createdAt: afterNoon(1_000), expiresAt: afterNoon(DAY + 1_000) });
    expect(key.id).not.toBe(old.id);
    expect(secret).not.toBe(oldSecret);
    expect(cabinet.kept.at(-1)).toEqual({ key, digest: pepper.digest(secret) });
    const about = { id: old.id, overlapEnd: afterNoon(61_000), at: afterNoon(1_000) };
    expect(cabinet.done.at(-1)).toEqual({ what: 'replace', scope: root.scope, about });
    expect(forgotten).toEqual([old.id]);
  });

  it('lets no key go on for longer than it would have', async () => {
    const { key } = await keys.create(root, FORM);
    await keys.rotate(root, key.id, 2 * DAY);
    expect(cabinet.done.at(-1)?.about).toMatchObject({ overlapEnd: key.expiresAt });
  });

  it('is refused for a key of another workspace as if it were not there', async () => {
    cabinet.kept.push(secretKey({ id: 'theirs', workspace: 'south' }));
    await expect(keys.rotate(root, 'theirs', 60)).rejects.toMatchObject({ code: 'api-key-not-found' });
    await expect(keys.rotate(root, 'nobodys', 60)).rejects.toMatchObject({ code: 'api-key-not-found' });
  });

  it('is refused to one who may not do what the key may', async () => {
    const { key } = await keys.create(root, READER);
    await expect(keys.rotate(caller('keys:manage'), key.id, 60)).rejects.toMatchObject({ code: 'permission-missing' });
  });

  it.each([
    ['expired', {}, 60_000],
    ['revoked', { revokedAt: new Date(NOON) }, 0],
  ])('is refused for a key that is %s', async (_, changes, at) => {
    const old = secretKey({ workspace: 'north', ...changes });
    cabinet.kept.push(old);
    time = at;
    const refusal = { code: 'api-key-ended', message: expect.stringContaining(old.key.id) };
    await expect(keys.rotate(root, old.key.id, 60)).rejects.toMatchObject(refusal);
    expect(cabinet.kept).toHaveLength(1);
    expect(forgotten).toEqual([]);
  });

  it('is refused for a key that somebody else has just replaced', async () => {
    const quick = keyCabinet(false);
    const { key } = await keysIn(quick, true).create(root, READER);
    await expect(keysIn(quick, true).rotate(root, key.id, 60)).rejects.toMatchObject({ code: 'api-key-ended' });
  });
});
