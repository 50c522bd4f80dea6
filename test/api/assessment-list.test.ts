import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

describe('the list of assessments', () => {
  let service: ServiceUnderTest;
  const ids: string[] = [];

  beforeAll(async () => {
    service = await startService();
    for (let index = 0; index < 7; index++) {
      const subject = {
        ref: `team-${index % 2}`,
        name: `Team ${index} of Zürich`,
        tags: index < 3 ? ['early', 'tier-1'] : ['late'],
      };
      const { body } = await service.call('createAssessment', { body: { subject, answers: { targets: ['mobile-stores'] } } });
      ids.unshift(body.id);
    }
    await service.call('recordRecommendation', { params: { id: ids[0] ?? '' } });
  });
  afterAll(() => service.discard());

  const list = async (query = '') => service.call('listAssessments', { query });
  const idsOf = async (query: string): Promise<readonly string[]> =>
    (await list(query)).body.items.map(({ id }: { id: string }) => id);

  it('starts with the newest', async () => {
    expect(await idsOf('')).toEqual(ids);
    expect((await list()).headers).not.toHaveProperty('link');
  });

  it.each([1, 2, 3, 6])('comes whole in pages of %s, by body and by Link', async (limit) => {
    const byBody: string[] = [];
    const byLink: string[] = [];
    for (let query = `limit=${limit}`; query !== ''; ) {
      const { body } = await list(query);
      byBody.push(...body.items.map(({ id }: { id: string }) => id));
      query = body.next === undefined ? '' : `limit=${limit}&cursor=${body.next}`;
    }
    for (let query = `limit=${limit}`; query !== ''; ) {
      const { body, headers } = await list(query);
      byLink.push(...body.items.map(({ id }: { id: string }) => id));
      query = /^<\/v1\/assessments\?(.*)>; rel="next"$/.exec(headers['link'] ?? '')?.[1] ?? '';
    }
    expect(byBody).toEqual(ids);
    expect(byLink).toEqual(ids);
  });

  it('neither loses nor doubles what was there while others are added', async () => {
    const first = await list('limit=3');
    const { body } = await service.call('createAssessment', { body: { subject: { ref: 'late' } } });
    const rest = await list(`cursor=${first.body.next}`);
    expect([...first.body.items, ...rest.body.items].map(({ id }) => id)).toEqual(ids);
    await service.call('deleteAssessment', { params: { id: body.id }, query: 'revision=1' });
  });

  it.each([
    ['subject=team-1', [1, 3, 5]],
    ['tag=early', [4, 5, 6]],
    ['tag=tier-1&subject=team-1', [5]],
    ['tag=EARLY', []],
    ['text=TEAM%203', [3]],
    ['text=z%C3%BCRICH', [0, 1, 2, 3, 4, 5, 6]],
    ['text=tier', [4, 5, 6]],
    ['text=%25', []],
    ['recommended=cicd', [0]],
    ['recommended=none', []],
    ['subject=nobody', []],
  ])('finds what %s asks for', async (query, places) => {
    expect(await idsOf(query)).toEqual(places.map((place) => ids[place]));
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=1e1',
    'limit=',
    'limit=1&limit=2',
    'offset=3',
    'cursor=',
    'cursor=xyz',
    'tag=',
    'recommended=A%20B',
    'text=%00',
  ])('refuses %s', async (query) => {
    const { body } = await list(query);
    expect(body).toMatchObject({ status: 422, code: 'invalid-request' });
    expect(body.errors[0].pointer).toBe(`/query/${query.split('=')[0]}`);
  });

  it('refuses a cursor of other filters, of another list, or a damaged one', async () => {
    const { body } = await list('limit=1&tag=early');
    const cursors = [
      `cursor=${body.next}`,
      `tag=late&cursor=${body.next}`,
      `tag=early&cursor=${body.next}x`,
      `tag=early&cursor=${body.next.slice(1)}`,
    ];
    for (const query of cursors) expect(await list(query)).toMatchObject({ status: 422 });
    expect(await service.call('listRecommendations', { query: `cursor=${body.next}` })).toMatchObject({ status: 422 });
    expect(await list(`limit=2&tag=early&cursor=${body.next}`)).toMatchObject({ status: 200 });
  });
});
