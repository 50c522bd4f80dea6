import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { KeptKey } from '../../src/services/identity/api-key.ts';
import { newKeyText } from '../../src/services/identity/key-text.ts';
import type { Scope, Store } from '../../src/services/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { backends } from './backends.ts';
import { afterNoon, noon, scope as someone } from './samples.ts';

describe.each(backends)('API keys on $provider', ({ freshUrl, run }) => {
  let url: string;
  let store: Store;
  let replica: Store;
  let scope: Scope;

  beforeAll(async () => {
    url = await freshUrl();
    store = await openStore(url);
    replica = await openStore(url);
  });
  afterAll(() => Promise.all([store.close(), replica.close()]));
  beforeEach(() => {
    scope = { ...someone, workspace: randomUUID() };
  });

  function secretKey(changes: Partial<KeptKey['key']> = {}): KeptKey {
    const { id } = newKeyText('secret');
    const parts = { id, workspace: scope.workspace, name: 'Portal "Ünï" 🚀', createdAt: noon, expiresAt: afterNoon(1_000) };
    return {
      key: { kind: 'secret', permissions: ['models:read', 'keys:manage'], ...parts, ...changes } as KeptKey['key'],
      digest: 'd1',
    };
  }

  async function kept(changes: Partial<KeptKey['key']> = {}): Promise<KeptKey> {
    const value = secretKey(changes);
    await store.apiKeys.create(scope, value);
    return value;
  }

  const told = async () =>
    (await store.audit.list(scope, {}, { limit: 100 })).items.map(({ action, resource, at }) => [action, resource.id, at]);

  test('come back as they were kept, of either kind, to whoever names their id', async () => {
    const secret = await kept();
    const origins = ['https://a.example.org', 'https://b.example.org'];
    const embed = await kept({ kind: 'embed', model: 'delivery-approach', origins, permissions: ['models:read'] });
    expect(await replica.apiKeys.find(secret.key.id)).toEqual(secret);
    expect(await replica.apiKeys.find(embed.key.id)).toEqual(embed);
    expect(await replica.apiKeys.find('nobody0000')).toBeUndefined();
  });

  test('are listed newest first, without their digests, in their workspace alone', async () => {
    const keys = [await kept(), await kept({ createdAt: afterNoon(1) }), await kept({ createdAt: afterNoon(2) })];
    const [oldest, middle, newest] = keys.map(({ key }) => key);
    const first = await store.apiKeys.list(scope, { limit: 2 });
    expect(first).toEqual({ items: [newest, middle], next: { createdAt: middle?.createdAt, id: middle?.id } });
    expect(await store.apiKeys.list(scope, { limit: 2, after: first.next ?? { createdAt: noon, id: '' } })).toEqual({
      items: [oldest],
    });
    expect(await store.apiKeys.list({ ...scope, workspace: 'elsewhere' }, { limit: 2 })).toEqual({ items: [] });
  });

  test('are revoked once, for good, and by their workspace alone', async () => {
    const { key } = await kept();
    expect(await store.apiKeys.revoke({ ...scope, workspace: 'elsewhere' }, key.id, afterNoon(1))).toBe(false);
    expect(await store.apiKeys.revoke(scope, key.id, afterNoon(2))).toBe(true);
    expect(await store.apiKeys.revoke(scope, key.id, afterNoon(3))).toBe(true);
    expect((await store.apiKeys.find(key.id))?.key.revokedAt).toEqual(afterNoon(2));
    expect(await told()).toEqual([
      ['revoke', key.id, afterNoon(2)],
      ['create', key.id, noon],
    ]);
  });

  test('are replaced by one of many who ask at the same time', async () => {
    const { key } = await kept();
    const replacements = Array.from({ length: 20 }, () => secretKey({ createdAt: afterNoon(5) }));
    const outcomes = await Promise.all(
      replacements.map((replacement, index) =>
        (index % 2 === 0 ? store : replica).apiKeys.replace(
          scope,
          { id: key.id, at: afterNoon(5), overlapEnd: afterNoon(50) },
          replacement,
        ),
      ),
    );
    const winner = replacements[outcomes.indexOf(true)]?.key;
    expect(outcomes.filter((replaced) => replaced)).toHaveLength(1);
    expect((await store.apiKeys.find(key.id))?.key).toEqual({ ...key, expiresAt: afterNoon(50), replacedBy: winner?.id });
    expect((await store.apiKeys.list(scope, { limit: 100 })).items.map(({ id }) => id)).toEqual([winner?.id, key.id]);
    expect((await told()).map(([action]) => action).toSorted()).toEqual(['create', 'create', 'rotate']);
  });

  test('are not replaced once they are expired, revoked, or of another workspace', async () => {
    const [expired, revoked, foreign] = [await kept(), await kept(), await kept()];
    await store.apiKeys.revoke(scope, revoked.key.id, afterNoon(1));
    const replace = (id: string, at: number, workspace = scope.workspace) =>
      store.apiKeys.replace({ ...scope, workspace }, { id, at: afterNoon(at), overlapEnd: afterNoon(50) }, secretKey());
    expect(await replace(expired.key.id, 1_000)).toBe(false);
    expect(await replace(revoked.key.id, 2)).toBe(false);
    expect(await replace(foreign.key.id, 2, 'elsewhere')).toBe(false);
    expect((await store.apiKeys.list(scope, { limit: 100 })).items).toHaveLength(3);
  });

  test('count as usable in any workspace until they are expired or revoked', async () => {
    await run(url, 'DELETE FROM api_key');
    expect(await store.apiKeys.anyUsable(noon)).toBe(false);
    const { key } = await kept();
    expect(await store.apiKeys.anyUsable(afterNoon(999))).toBe(true);
    expect(await store.apiKeys.anyUsable(afterNoon(1_000))).toBe(false);
    await store.apiKeys.revoke(scope, key.id, afterNoon(1));
    expect(await store.apiKeys.anyUsable(afterNoon(2))).toBe(false);
  });
});
