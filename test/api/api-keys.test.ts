import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '../../src/services/identity/caller.ts';
import type { Client } from './client.ts';
import { ALL, EMBED, type GuardedService, PORTAL, startGuardedService } from './guarded-service.ts';
import { startService } from './service-under-test.ts';

let service: GuardedService;
let root: Client;
beforeAll(async () => {
  service = await startGuardedService();
  root = service.as((await service.issue(ALL)).secret);
});
afterAll(() => service.discard());

async function createKey(body: object, by: Client = root) {
  return by.call('createApiKey', { body: { name: 'key', ...body } });
}

const manager = async () => service.as((await service.issue({ ...ALL, permissions: ['keys:manage', 'models:read'] })).secret);

describe('creating a key', () => {
  it('shows it once, and it opens what it may', async () => {
    const { status, body } = await createKey({ name: 'portal', permissions: ['models:read'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'portal', kind: 'secret', permissions: ['models:read'] });
    expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(365 * 24 * 60 * 60 * 1000);
    const client = service.as(body.secret);
    expect((await client.call('listModels')).status).toBe(200);
    expect((await client.call('listAssessments')).body.detail).toContain('assessments:read');
    const list = await root.call('listApiKeys');
    expect(list.body.items[0]).toEqual({ ...body, secret: undefined });
    expect(list.text).not.toContain(body.secret);
  });

  it('hands out nothing that its creator may not do', async () => {
    const by = await manager();
    expect((await createKey({ permissions: ['models:read', 'keys:manage'] }, by)).status).toBe(201);
    const refused = await createKey({ permissions: ['models:read', 'audit:read', 'evaluations:run'] }, by);
    expect(refused).toMatchObject({ status: 403, body: { code: 'permission-missing' } });
    expect(refused.body.detail).toContain('audit:read, evaluations:run');
    expect((await createKey({ kind: 'embed', model: EMBED.name, origins: [PORTAL] }, by)).status).toBe(404);
    expect((await createKey({ kind: 'embed', model: 'delivery-approach', origins: [PORTAL] }, by)).status).toBe(403);
  });

  it.each([
    [{}, ['/permissions']],
    [{ permissions: [] }, ['/permissions']],
    [{ permissions: ['admin'] }, ['/permissions/0']],
    [{ permissions: ['models:read'], origins: [PORTAL] }, ['/origins']],
    [{ kind: 'embed' }, ['/model', '/origins']],
    [{ kind: 'embed', permissions: ['models:read'], model: 'm', origins: [PORTAL] }, ['/permissions']],
    [{ kind: 'embed', model: 'm', origins: [`${PORTAL}/`] }, ['/origins/0']],
    [{ kind: 'embed', model: 'm', origins: ['https://*.example.org'] }, ['/origins/0']],
    [{ kind: 'embed', model: 'm', origins: ['null'] }, ['/origins/0']],
    [{ permissions: ['models:read'], expiresInDays: 0 }, ['/expiresInDays']],
    [{ kind: 'embed', model: 'm', origins: ['https://portal.example.org:443'] }, ['/origins/0']],
    [{ permissions: ['models:read'], workspace: 'elsewhere' }, ['/workspace']],
  ])('refuses %j', async (body, pointers) => {
    const { status, body: problem } = await createKey(body);
    expect(status).toBe(422);
    expect(problem.errors.map(({ pointer }: { readonly pointer: string }) => pointer)).toEqual(pointers);
  });

  it('is not possible on a service without a pepper', async () => {
    const open = await startService();
    const refused = await open.call('createApiKey', { body: { name: 'key', permissions: ['models:read'] } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'key-pepper-missing' } });
    expect((await open.call('listApiKeys')).body).toEqual({ items: [] });
    await open.discard();
  });
});

describe('rotating a key', () => {
  it('gives a key like it, and both are valid until the overlap ends', async () => {
    const { body: old } = await createKey({ permissions: ['models:read'], expiresInDays: 30 });
    const { status, body: fresh } = await root.call('rotateApiKey', { params: { id: old.id }, body: { overlapSeconds: 600 } });
    expect(status).toBe(201);
    expect(fresh).toMatchObject({ name: 'key', kind: 'secret', permissions: ['models:read'] });
    expect(Date.parse(fresh.expiresAt) - Date.parse(fresh.createdAt)).toBe(30 * 24 * 60 * 60 * 1000);
    expect((await service.as(old.secret).call('listModels')).status).toBe(200);
    expect((await service.as(fresh.secret).call('listModels')).status).toBe(200);
    const { items } = (await root.call('listApiKeys')).body;
    const listed = items.find(({ id }: { readonly id: string }) => id === old.id);
    expect(listed.replacedBy).toBe(fresh.id);
    expect(Date.parse(listed.expiresAt) - Date.parse(fresh.createdAt)).toBe(600_000);
  });

  it('ends the old key at once without an overlap', async () => {
    const { body: old } = await createKey({ permissions: ['models:read'] });
    expect((await service.as(old.secret).call('listModels')).status).toBe(200);
    const { body: fresh } = await root.call('rotateApiKey', { params: { id: old.id }, body: { overlapSeconds: 0 } });
    expect((await service.as(old.secret).call('listModels')).status).toBe(401);
    expect((await service.as(fresh.secret).call('listModels')).status).toBe(200);
  });

  it('happens once, and not to a key that has ended', async () => {
    const { body: old } = await createKey({ permissions: ['models:read'] });
    await root.call('rotateApiKey', { params: { id: old.id } });
    expect(await root.call('rotateApiKey', { params: { id: old.id } })).toMatchObject({
      status: 409,
      body: { code: 'api-key-ended' },
    });
    const { body: revoked } = await createKey({ permissions: ['models:read'] });
    await root.call('revokeApiKey', { params: { id: revoked.id } });
    expect((await root.call('rotateApiKey', { params: { id: revoked.id } })).status).toBe(409);
  });

  it('does not lend its caller the permissions of the key', async () => {
    const { body: strong } = await createKey({ permissions: PERMISSIONS });
    expect((await (await manager()).call('rotateApiKey', { params: { id: strong.id } })).status).toBe(403);
    expect((await service.as(strong.secret).call('listAuditEntries')).status).toBe(200);
  });
});

describe('revoking a key', () => {
  it('ends it within 5 s where it is remembered, and at once where it is revoked', async () => {
    const { body: key } = await createKey({ permissions: ['models:read'] });
    const client = service.as(key.secret);
    expect((await client.call('listModels')).status).toBe(200);
    expect((await root.call('revokeApiKey', { params: { id: key.id } })).status).toBe(204);
    expect((await client.call('listModels')).status).toBe(401);
    expect((await root.call('revokeApiKey', { params: { id: key.id } })).status).toBe(204);
  });

  it('is told in the audit log with everything else that was done to keys', async () => {
    const { body: key } = await createKey({ permissions: ['models:read'] });
    const { body: fresh } = await root.call('rotateApiKey', { params: { id: key.id } });
    await root.call('revokeApiKey', { params: { id: key.id } });
    const told = async (resource: string) => {
      const { body } = await root.call('listAuditEntries', { query: `resource=${resource}` });
      return body.items.map(({ action }: { readonly action: string }) => action).toReversed();
    };
    expect(await told(key.id)).toEqual(['create', 'rotate', 'revoke']);
    expect(await told(fresh.id)).toEqual(['create']);
  });
});

describe('the list of keys', () => {
  it('comes in pages, of its own workspace alone', async () => {
    const elsewhere = service.as((await service.issue(ALL, { workspace: 'pages' })).secret);
    for (let number = 0; number < 3; number++) await createKey({ name: `${number}`, permissions: ['models:read'] }, elsewhere);
    const names: string[] = [];
    for (let query = 'limit=2'; query !== ''; ) {
      const { body, headers } = await elsewhere.call('listApiKeys', { query });
      names.push(...body.items.map(({ name }: { readonly name: string }) => name));
      query = body.next === undefined ? '' : `limit=2&cursor=${body.next}`;
      expect(headers['link'] === undefined).toBe(body.next === undefined);
    }
    expect(names).toEqual(['2', '1', '0', 'everything']);
  });
});
