import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServiceUnderTest, START, startService } from './service-under-test.ts';

const ID = '01900000-0000-7000-8000-aaaaaaaaaaaa';
const RECORD = '01900000-0000-7000-8000-bbbbbbbbbbbb';

describe('the audit log', () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await startService();
    const headers = { 'X-Request-Id': 'creation-1' };
    const creating = { headers, body: { id: ID, subject: { ref: 'Top secret' }, answers: { 'drift-pain': 4 } } };
    for (let times = 0; times < 2; times++) await service.call('createAssessment', creating);
    await service.call('changeAssessment', { params: { id: ID }, body: { revision: 1, answers: { 'drift-pain': 5 } } });
    await service.call('changeAssessment', { params: { id: ID }, body: { revision: 2, answers: { 'drift-pain': 5 } } });
    for (let times = 0; times < 2; times++)
      await service.call('recordRecommendation', { params: { id: ID }, body: { id: RECORD } });
    await service.call('verifyRecommendation', { params: { id: RECORD } });
    await service.call('deleteAssessment', { params: { id: ID }, query: 'revision=2' });
    await service.call('createAssessment', { body: { subject: { ref: 'other' } } });
  });
  afterAll(() => service.discard());

  const list = (query = '') => service.call('listAuditEntries', { query });
  const told = async (query = '') => (await list(query)).body.items.map(({ action }: { action: string }) => action);

  it('tells who did what to which resource, once for each thing that was done', async () => {
    const { body } = await list(`assessment=${ID}`);
    expect(body.items).toMatchObject([
      { action: 'delete', resource: { kind: 'assessment', id: ID }, revision: 2 },
      { action: 'verify', resource: { kind: 'recommendation', id: RECORD }, assessmentId: ID },
      { action: 'record', resource: { kind: 'recommendation', id: RECORD }, assessmentId: ID },
      { action: 'change', resource: { kind: 'assessment', id: ID }, revision: 2 },
      { action: 'create', resource: { kind: 'assessment', id: ID }, revision: 1, requestId: 'creation-1' },
    ]);
    for (const { actor } of body.items) expect(actor).toEqual({ kind: 'anyone', id: 'anyone' });
  });

  it('says nothing of answers and names', async () => {
    expect((await list()).text).not.toMatch(/secret|drift-pain/i);
  });

  it.each([
    ['', 6],
    ['action=create', 2],
    [`resource=${RECORD}`, 2],
    [`resource=${RECORD}&action=verify`, 1],
    ['actor=anyone', 6],
    ['actor=nobody', 0],
    [`to=${new Date(START).toISOString()}`, 0],
    [`from=${new Date(START).toISOString()}`, 6],
  ])('finds what %j asks for', async (query, count) => {
    expect(await told(query)).toHaveLength(count);
  });

  it('takes times as bounds, the second one excluded', async () => {
    const { body } = await list(`assessment=${ID}`);
    const [deleted, verified] = body.items;
    expect(await told(`from=${verified.at}&to=${deleted.at}`)).toEqual(['verify']);
  });

  it('comes whole in pages, by body and by Link', async () => {
    const seen: string[] = [];
    for (let query = 'limit=2'; query !== ''; ) {
      const { body, headers } = await list(query);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      const link = /^<\/v1\/audit\?(.*)>; rel="next"$/.exec(headers['link'] ?? '')?.[1] ?? '';
      expect(new URLSearchParams(link).get('cursor')).toBe(body.next ?? null);
      query = link;
    }
    expect(seen).toEqual((await list()).body.items.map(({ id }: { id: string }) => id));
  });

  it.each(['action=write', 'assessment=1', 'from=yesterday', 'to=2026-01-01', 'limit=0', 'cursor=xyz', 'workspace=default'])(
    'refuses %s',
    async (query) => {
      const { body } = await list(query);
      expect(body).toMatchObject({ status: 422, code: 'invalid-request' });
      expect(body.errors[0].pointer).toBe(`/query/${query.split('=')[0]}`);
    },
  );

  it('refuses a cursor with other filters', async () => {
    const { body } = await list('limit=1&action=create&to=2027-01-01T00:00:00Z');
    expect(await list(`limit=1&action=create&to=2027-01-02T00:00:00Z&cursor=${body.next}`)).toMatchObject({ status: 422 });
    expect(await list(`limit=1&action=create&to=2027-01-01T00:00:00Z&cursor=${body.next}`)).toMatchObject({ status: 200 });
  });
});
