import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lunchModels } from './lunch-model.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

/** A catalogue reference, with characters that would end a part of a path. */
const PAYMENTS = 'component:default/payments';

describe('what a component decided', () => {
  let service: ServiceUnderTest;
  let models: string;
  beforeAll(async () => {
    models = await lunchModels('1.0.0');
    service = await startService({ modelsDir: models });
  });
  afterAll(async () => {
    await service.discard();
    await rm(models, { recursive: true });
  });

  async function decide(ref: string, request: object): Promise<string> {
    const { body } = await service.call('createAssessment', { body: { subject: { ref }, ...request } });
    const recorded = await service.call('recordRecommendation', { params: { id: body.id }, body: {} });
    return recorded.body.id;
  }
  const badge = (query: string, headers = {}) => service.call('getBadge', { query, headers });
  const says = async (query: string) => /aria-label="([^"]*)"/.exec((await badge(query)).text)?.[1];

  it('is one request, by a reference that stands in the query as it is', async () => {
    await decide(PAYMENTS, { answers: { targets: ['mobile-stores'] } });
    const latest = await decide(PAYMENTS, { answers: { targets: ['kubernetes'], 'drift-pain': 5 } });
    await decide('component:default/checkout', { answers: { targets: ['mobile-stores'] } });
    for (const reference of [PAYMENTS, encodeURIComponent(PAYMENTS)]) {
      const { body } = await service.call('listRecommendations', { query: `subject=${reference}&limit=1` });
      expect(body.items.map(({ id }: { readonly id: string }) => id)).toEqual([latest]);
    }
  });

  it('can be asked for by the decision model', async () => {
    const lunch = await decide(PAYMENTS, { model: 'lunch', answers: { rain: true } });
    const { body } = await service.call('listRecommendations', { query: `subject=${PAYMENTS}&model=lunch` });
    expect(body.items.map(({ id }: { readonly id: string }) => id)).toEqual([lunch]);
    expect(await says(`subject=${PAYMENTS}&model=lunch`)).toBe('lunch: Canteen');
  });

  it('is a badge that nobody keeps without asking, and that only the service’s own pages show', async () => {
    await decide('resource:default/ledger', { answers: { targets: ['kubernetes'], 'drift-pain': 5 } });
    const { headers, text } = await badge('subject=resource:default/ledger');
    expect(text).toMatch(/^<svg .*<\/svg>$/s);
    expect(headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
    const again = await badge('subject=resource:default/ledger', { 'If-None-Match': headers['etag'] ?? '' });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it('is said with words of the page’s own, and at once when it has changed', async () => {
    const query = 'subject=group:default/a%26b&label=How%20we%20%3Cdeliver%3E';
    expect(await says(query)).toBe('How we &lt;deliver&gt;: not decided yet');
    await decide('group:default/a&b', { answers: {} });
    expect(await says(query)).toBe('How we &lt;deliver&gt;: no recommendation');
    expect(await says('subject=group:default/a%26b')).toBe('delivery approach: no recommendation');
  });

  it('is shown by pages of other origins where the form may be embedded', async () => {
    const embedded = await startService({ embedOrigins: ['https://portal.example.org'] });
    const { headers } = await embedded.call('getBadge', { query: 'subject=a' });
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    await embedded.discard();
  });

  it('names the subject, and nothing that is not known', async () => {
    expect((await badge('')).body.errors).toMatchObject([{ pointer: '/query/subject', code: 'required' }]);
    expect((await badge('subject=a&style=plastic')).body.errors).toMatchObject([{ pointer: '/query/style' }]);
    expect((await badge('subject=a&model=Lunch!&label=')).body.errors).toMatchObject([
      { pointer: '/query/model' },
      { pointer: '/query/label' },
    ]);
  });
});
