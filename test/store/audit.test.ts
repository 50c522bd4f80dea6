import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AuditEntry, AuditFilter } from '../../src/services/audit/audit-entry.ts';
import type { Scope, Store } from '../../src/services/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { backends } from './backends.ts';
import { afterNoon, assessment, claim, model, noon, recommendation, scope as someone } from './samples.ts';

const WHOLE = { limit: 100 };

describe.each(backends)('the audit log on $provider', ({ provider, freshUrl, run }) => {
  let url: string;
  let store: Store;
  let scope: Scope;

  beforeAll(async () => {
    url = await freshUrl();
    store = await openStore(url);
  });
  afterAll(() => store.close());
  beforeEach(() => {
    scope = { ...someone, workspace: randomUUID(), requestId: 'request-1' };
  });

  async function entries(filter: AuditFilter = {}): Promise<readonly AuditEntry[]> {
    return (await store.audit.list(scope, filter, WHOLE)).items;
  }

  const told = async (filter: AuditFilter = {}) => (await entries(filter)).map(({ action, resource }) => [action, resource.id]);

  test('tells of every write by whom, when, to what, and on account of which request', async () => {
    const value = assessment();
    const record = recommendation(value.id, { createdAt: afterNoon(2) });
    const { id } = value;
    await store.assessments.create(scope, value, claim(`id:${id}`));
    await store.assessments.replace(scope, value, { ...value, answers: { q: 1 }, revision: 2, updatedAt: afterNoon(1) });
    await store.recommendations.record(scope, record, model, claim());
    await store.assessments.remove({ ...scope, actor: { kind: 'anyone', id: 'anyone' } }, id, { revision: 2, at: afterNoon(3) });

    const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    const common = { id: uuid, actor: scope.actor, requestId: 'request-1', assessmentId: id };
    const resource = { kind: 'assessment', id };
    expect(await entries()).toEqual([
      { ...common, actor: { kind: 'anyone', id: 'anyone' }, at: afterNoon(3), action: 'delete', resource, revision: 2 },
      { ...common, at: afterNoon(2), action: 'record', resource: { kind: 'recommendation', id: record.id } },
      { ...common, at: afterNoon(1), action: 'change', resource, revision: 2 },
      { ...common, at: noon, action: 'create', resource, revision: 1 },
    ]);
  });

  test('names the assessment that another one goes on from', async () => {
    const carriedOver = { from: randomUUID(), revision: 1, model: 'delivery-approach', version: '1.0.0', left: [] };
    const value = assessment({ carriedOver });
    await store.assessments.create(scope, value, claim());
    await store.assessments.replace(scope, value, { ...value, revision: 2, updatedAt: afterNoon(1) });
    const [change, creation] = await entries({ assessment: value.id });
    expect(creation).toMatchObject({ action: 'create', origin: carriedOver.from });
    expect(change).not.toHaveProperty('origin');
  });

  test('says nothing where nothing was written', async () => {
    const value = assessment();
    await store.assessments.create(scope, value, claim(`id:${value.id}`));
    await store.assessments.create(scope, value, claim(`id:${value.id}`));
    await store.assessments.create(scope, assessment({ id: value.id }), claim());
    await store.assessments.replace(scope, { ...value, revision: 8 }, { ...value, revision: 9 });
    await store.assessments.remove(scope, value.id, { revision: 9, at: noon });
    const record = recommendation(value.id);
    for (let times = 0; times < 3; times++) await store.recommendations.record(scope, record, model, claim(`id:${record.id}`));
    await store.recommendations.record(scope, recommendation(randomUUID()), model, claim());
    expect((await told()).toSorted()).toEqual([
      ['create', value.id],
      ['record', record.id],
    ]);
  });

  test('has one entry for each of many simultaneous writes that were made', async () => {
    const value = assessment();
    const creating = Array.from({ length: 10 }, () => store.assessments.create(scope, assessment(), claim('key:same')));
    await store.assessments.create(scope, value, claim());
    const changing = Array.from({ length: 10 }, () => store.assessments.replace(scope, value, { ...value, revision: 2 }));
    await Promise.all([...creating, ...changing]);
    expect((await told()).map(([action]) => action).toSorted()).toEqual(['change', 'create', 'create']);
  });

  test('is searched by resource, assessment, actor, action and time, in its own workspace', async () => {
    const assessmentId = randomUUID();
    const other = { ...scope, actor: { kind: 'token', id: 'ada' } } as const;
    const event = (index: number) =>
      ({ at: afterNoon(index), action: 'verify', resource: { kind: 'recommendation', id: `r${index}` } }) as const;
    await store.audit.append(scope, event(0));
    await store.audit.append(scope, { ...event(1), assessmentId });
    await store.audit.append(other, { ...event(2), assessmentId });
    await store.audit.append(other, { ...event(3), action: 'create' });
    await store.audit.append({ ...scope, workspace: 'elsewhere' }, event(4));
    const found = async (filter: AuditFilter) => (await told(filter)).map(([, id]) => id);
    expect(await found({})).toEqual(['r3', 'r2', 'r1', 'r0']);
    expect(await found({ resource: 'r1' })).toEqual(['r1']);
    expect(await found({ assessment: assessmentId })).toEqual(['r2', 'r1']);
    expect(await found({ actor: 'ada', action: 'verify' })).toEqual(['r2']);
    expect(await found({ from: afterNoon(1), to: afterNoon(3) })).toEqual(['r2', 'r1']);
    expect(await found({ to: noon })).toEqual([]);
  });

  test('comes in pages, of which filters by time are a part', async () => {
    for (let index = 0; index < 7; index++) {
      await store.audit.append(scope, {
        at: afterNoon(index >> 1),
        action: 'verify',
        resource: { kind: 'recommendation', id: `r${index}` },
      });
    }
    const filter = { to: afterNoon(3) };
    const whole = await entries(filter);
    const first = await store.audit.list(scope, filter, { limit: 4 });
    const rest = await store.audit.list(scope, filter, { limit: 4, ...(first.next && { after: first.next }) });
    expect(whole).toHaveLength(6);
    expect([...first.items, ...rest.items]).toEqual(whole);
    expect(rest.next).toBeUndefined();
  });

  test('cannot be changed, emptied or replaced, and only a purge that says so takes from it', async () => {
    await store.audit.append(scope, { at: noon, action: 'verify', resource: { kind: 'recommendation', id: 'r' } });
    const own = `WHERE workspace = '${scope.workspace}'`;
    const changed = /an audit (entry|horizon) cannot be changed/;
    await expect(run(url, `UPDATE audit_entry SET actor_id = 'nobody' ${own}`)).rejects.toThrow(changed);
    await expect(run(url, `DELETE FROM audit_entry ${own}`)).rejects.toThrow('an audit entry goes only in a purge');
    if (provider === 'postgresql') await expect(run(url, 'TRUNCATE audit_entry')).rejects.toThrow(changed);
    else await expect(run(url, `REPLACE INTO audit_entry SELECT * FROM audit_entry ${own}`)).rejects.toThrow(changed);
    expect(await entries()).toHaveLength(1);
  });
});
