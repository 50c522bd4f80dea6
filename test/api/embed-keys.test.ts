import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer, Client } from './client.ts';
import { ALL, EMBED, type GuardedService, PORTAL, startGuardedService } from './guarded-service.ts';
import { lunchModels } from './lunch-model.ts';

let service: GuardedService;
let root: Client;
let page: Client;
let form: Client;
let created: Answer;
beforeAll(async () => {
  service = await startGuardedService({ modelsDir: await lunchModels('1.0.0') });
  root = service.as((await service.issue(ALL)).secret);
  page = service.as((await service.issue(EMBED)).secret, undefined, PORTAL);
});
afterAll(() => service.discard());
beforeEach(async () => {
  created = await page.call('createAssessment', { body: { subject: { ref: 'payments' } } });
  form = service.as(created.body.token);
});

const params = () => ({ id: created.body.id });

describe('whoever a page lets in', () => {
  it('reads the questionnaire, creates an assessment, fills it and records it', async () => {
    expect((await page.call('getQuestionnaire', { params: { model: 'delivery-approach' } })).status).toBe(200);
    expect(created.status).toBe(201);
    const change = { revision: 1, answers: { 'drift-pain': 5 } };
    expect((await form.call('changeAssessment', { params: params(), body: change })).body.revision).toBe(2);
    expect((await form.call('getQuestionnaire', { params: { model: 'delivery-approach' } })).status).toBe(200);
    const evaluated = await form.call('evaluateAnswers', { params: { model: 'delivery-approach' }, body: { answers: {} } });
    expect(evaluated.status).toBe(200);
    const { body: record } = await form.call('recordRecommendation', { params: params(), body: {} });
    for (const format of ['json', 'markdown', 'html', 'svg']) {
      const { status } = await form.call('getRecommendation', { params: { id: record.id }, query: `format=${format}` });
      expect(status).toBe(200);
    }
    expect((await form.call('listAssessmentRecommendations', { params: params() })).body.items).toEqual([record]);
  });

  it('gets the token with the creation, and nowhere else', async () => {
    expect(created.body.token).toMatch(/^dadv_at_/);
    const replies = [await form.call('getAssessment', { params: params() }), await root.call('listAssessments')];
    for (const { text } of replies) expect(text).not.toContain('token');
    expect((await root.call('createAssessment', { body: { subject: { ref: 'a' } } })).body.token).toBeUndefined();
  });

  it('gets a token again with a creation that is sent again', async () => {
    const body = { id: '01900000-0000-7000-8000-dddddddddddd', subject: { ref: 'again' } };
    const first = await page.call('createAssessment', { body });
    const again = await page.call('createAssessment', { body });
    expect(again).toMatchObject({ status: 201, headers: { 'idempotent-replayed': 'true' }, body: { id: first.body.id } });
    const { status } = await service.as(again.body.token).call('getAssessment', { params: { id: first.body.id } });
    expect(status).toBe(200);
  });

  it('gets no assessment of others by guessing how it was created', async () => {
    const body = { id: '01900000-0000-7000-8000-eeeeeeeeeeee', subject: { ref: 'theirs' } };
    await root.call('createAssessment', { body });
    expect(await page.call('createAssessment', { body })).toMatchObject({ status: 409, body: { code: 'id-taken' } });
    const other = service.as((await service.issue(EMBED)).secret, undefined, PORTAL);
    const mine = { ...body, id: '01900000-0000-7000-8000-abcabcabcabc' };
    await page.call('createAssessment', { body: mine });
    expect((await other.call('createAssessment', { body: mine })).status).toBe(409);
  });

  it('sees neither the assessment nor the records of somebody else', async () => {
    const { body: theirs } = await page.call('createAssessment', { body: { subject: { ref: 'theirs' } } });
    const { body: record } = await root.call('recordRecommendation', { params: { id: theirs.id }, body: {} });
    const id = { params: { id: theirs.id } };
    expect((await form.call('getAssessment', id)).status).toBe(404);
    expect((await form.call('changeAssessment', { ...id, body: { revision: 1, answers: {} } })).status).toBe(404);
    expect((await form.call('changeAssessment', { ...id, body: { nonsense: true } })).status).toBe(422);
    expect((await form.call('recordRecommendation', { ...id, body: {} })).status).toBe(404);
    expect((await form.call('listAssessmentRecommendations', id)).status).toBe(404);
    for (const format of ['json', 'html'])
      expect((await form.call('getRecommendation', { params: { id: record.id }, query: `format=${format}` })).status).toBe(404);
  });

  it('has no other model', async () => {
    const lunch = { params: { model: 'lunch' } };
    expect((await root.call('getQuestionnaire', lunch)).status).toBe(200);
    expect((await page.call('getQuestionnaire', lunch)).status).toBe(404);
    expect((await form.call('getQuestionnaire', lunch)).status).toBe(404);
    expect((await form.call('evaluateAnswers', { ...lunch, body: { answers: {} } })).status).toBe(404);
    const other = await page.call('createAssessment', { body: { subject: { ref: 'a' }, model: 'lunch' } });
    expect(other).toMatchObject({ status: 404, body: { code: 'model-not-found' } });
    expect((await page.call('createAssessment', { body: { subject: {}, model: 'lunch' } })).status).toBe(404);
  });

  it('reads from a page of the service itself, where browsers name no origin', async () => {
    const own = new URL(service.url).origin.replace('localhost', '127.0.0.1');
    const { secret } = await service.issue({ ...EMBED, origins: [own] });
    const reading = { params: { model: 'delivery-approach' } };
    const ask = async (headers: Readonly<Record<string, string>>) =>
      (await service.as(secret).call('getQuestionnaire', { ...reading, headers: { Host: new URL(own).host, ...headers } }))
        .status;
    expect(await ask({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(await ask({ 'Sec-Fetch-Site': 'same-origin', Origin: PORTAL })).toBe(403);
    expect(await ask({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await ask({})).toBe(403);
  });

  it('loses everything when the embed key is revoked', async () => {
    const { key, secret } = await service.issue(EMBED);
    const doomed = service.as(secret, undefined, PORTAL);
    const { body } = await doomed.call('createAssessment', { body: { subject: { ref: 'a' } } });
    const visitor = service.as(body.token);
    expect((await visitor.call('getAssessment', { params: { id: body.id } })).status).toBe(200);
    await root.call('revokeApiKey', { params: { id: key.id } });
    expect((await visitor.call('getAssessment', { params: { id: body.id } })).status).toBe(401);
    expect((await root.call('getAssessment', { params: { id: body.id } })).status).toBe(200);
  });

  it('does not open what somebody creates later under the id of a deleted assessment', async () => {
    const body = { id: '01900000-0000-7000-8000-deaddeaddead', subject: { ref: 'first' } };
    const visitor = service.as((await page.call('createAssessment', { body })).body.token);
    const { id } = body;
    expect((await visitor.call('getAssessment', { params: { id } })).status).toBe(200);
    await root.call('deleteAssessment', { params: { id }, query: 'revision=1' });
    await root.call('createAssessment', { body: { ...body, subject: { ref: 'second' } } });
    const { body: record } = await root.call('recordRecommendation', { params: { id }, body: {} });
    expect((await visitor.call('getAssessment', { params: { id } })).status).toBe(404);
    expect((await visitor.call('changeAssessment', { params: { id }, body: { revision: 1, answers: {} } })).status).toBe(404);
    expect((await visitor.call('recordRecommendation', { params: { id }, body: {} })).status).toBe(404);
    expect((await visitor.call('listAssessmentRecommendations', { params: { id } })).status).toBe(404);
    expect((await visitor.call('getRecommendation', { params: { id: record.id } })).status).toBe(404);
    expect((await visitor.call('findAssessmentNextQuestions', { params: { id }, body: {} })).status).toBe(404);
  });

  it('is told in the audit log by the embed key', async () => {
    await form.call('recordRecommendation', { params: params(), body: {} });
    const { body } = await root.call('listAuditEntries', { query: `assessment=${created.body.id}` });
    expect(body.items.map(({ action, actor }: { action: string; actor: { kind: string } }) => [action, actor.kind])).toEqual([
      ['record', 'assessment-token'],
      ['create', 'embed-key'],
    ]);
  });
});
