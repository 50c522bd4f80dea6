import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Permission } from '../../src/services/identity/caller.ts';
import type { Answer } from './client.ts';
import { ALL, EMBED, type GuardedService, PORTAL, startGuardedService } from './guarded-service.ts';

let service: GuardedService;
let from: string;
beforeAll(async () => {
  service = await startGuardedService();
  const root = service.as((await service.issue(ALL)).secret);
  from = (await root.call('createAssessment', { body: { subject: { ref: 'theirs' } } })).body.id;
});
afterAll(() => service.discard());

async function carriedOver(credential: string, body: object, origin?: string): Promise<Answer> {
  return service.as(credential, undefined, origin).call('createAssessment', { body: { from, ...body } });
}

async function keyWith(...permissions: readonly Permission[]): Promise<string> {
  return (await service.issue({ ...ALL, permissions })).secret;
}

describe('carrying over', () => {
  it('needs the permission to create and the permission to read', async () => {
    const writer = await keyWith('assessments:write');
    const refused = await carriedOver(writer, {});
    expect(refused.body).toMatchObject({ status: 403, code: 'permission-missing' });
    expect(refused.body.detail).toContain('assessments:read');
    expect((await carriedOver(await keyWith('assessments:read'), {})).status).toBe(403);
    expect((await carriedOver(await keyWith('assessments:read', 'assessments:write'), {})).status).toBe(201);
  });

  it('finds nothing in another workspace', async () => {
    const { secret } = await service.issue(ALL, { workspace: 'elsewhere' });
    expect((await carriedOver(secret, {})).body).toMatchObject({ status: 404, code: 'assessment-not-found' });
  });

  it('is not for embedded forms', async () => {
    const { secret } = await service.issue(EMBED);
    expect((await carriedOver(secret, {}, PORTAL)).body).toMatchObject({ status: 403, code: 'permission-missing' });
    const page = service.as(secret, undefined, PORTAL);
    const { body: own } = await page.call('createAssessment', { body: { subject: { ref: 'own' } } });
    expect((await carriedOver(secret, { from: own.id }, PORTAL)).status).toBe(403);
    expect((await carriedOver(own.token, { from: own.id })).status).toBe(403);
  });

  it('tells nothing about what may not be read, whatever else is wrong', async () => {
    const body = { model: 'lunch', answers: { nothing: 1 }, more: true };
    const elsewhere = (await service.issue(ALL, { workspace: 'elsewhere' })).secret;
    for (const credential of [await keyWith('assessments:write'), elsewhere]) {
      const { errors } = (await carriedOver(credential, body)).body;
      expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/more']);
    }
  });
});
