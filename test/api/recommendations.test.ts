import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lunchModels } from './lunch-model.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const UNKNOWN = '01900000-0000-7000-8000-ffffffffffff';

describe('recommendations', () => {
  let service: ServiceUnderTest;
  let models: string;
  beforeAll(async () => {
    models = await lunchModels('1.0.0', '2.0.0');
    service = await startService({ modelsDir: models });
  });
  afterAll(async () => {
    await service.discard();
    await rm(models, { recursive: true });
  });

  async function assess(body: object = {}): Promise<string> {
    const answers = { targets: ['kubernetes'], 'runtime-count': 30, 'drift-pain': 5 };
    const created = await service.call('createAssessment', {
      body: { subject: { ref: 'payments', tags: ['a'] }, answers, ...body },
    });
    return created.body.id;
  }
  const record = (id: string, body: unknown = {}, headers = {}) =>
    service.call('recordRecommendation', { params: { id }, body, headers });
  const read = (id: string) => service.call('getRecommendation', { params: { id } });
  const verify = (id: string) => service.call('verifyRecommendation', { params: { id } });

  it('hold the inputs and everything they gave, in full', async () => {
    const id = await assess({ weights: { rollback: 5 } });
    const { body, headers } = await record(id);
    const answers = { targets: ['kubernetes'], 'runtime-count': 30, 'drift-pain': 5 };
    expect(body).toMatchObject({
      assessmentId: id,
      subject: { ref: 'payments', name: 'payments', tags: ['a'] },
      answers,
      weights: { rollback: 5 },
    });
    expect(headers['location']).toBe(`/v1/recommendations/${body.id}`);
    const evaluated = await service.call('evaluateAnswers', {
      params: { model: 'delivery-approach' },
      body: { answers, weights: { rollback: 5 } },
    });
    expect(body.evaluation).toEqual(evaluated.body);
  });

  it('are read as they were sent, byte for byte, also after a restart and a change of the answers', async () => {
    const id = await assess();
    const recorded = await record(id);
    await service.call('changeAssessment', { params: { id }, body: { revision: 1, answers: { 'drift-pain': 1 } } });
    service = await service.restart();
    expect((await read(recorded.body.id)).text).toBe(recorded.text);
    expect((await service.call('listRecommendations', { query: 'limit=1' })).text).toContain(recorded.text);
    expect((await verify(recorded.body.id)).body).toEqual({ reproducible: true, differences: [] });
  });

  it('are noted by their assessment', async () => {
    const id = await assess();
    const { body } = await record(id);
    const assessment = await service.call('getAssessment', { params: { id } });
    expect(assessment.body).toMatchObject({
      revision: 1,
      latestRecommendation: {
        id: body.id,
        recommended: body.evaluation.outcome.recommended,
        verdict: body.evaluation.outcome.verdict,
        createdAt: body.createdAt,
      },
    });
  });

  it('are recorded without a body too', async () => {
    const { status } = await service.call('recordRecommendation', { params: { id: await assess() } });
    expect(status).toBe(201);
  });

  it('are recorded once, however often the request arrives', async () => {
    const id = await assess();
    for (const [body, headers] of [
      [{}, { 'Idempotency-Key': 'recording-1' }],
      [{ id: '01900000-0000-7000-8000-00000000dddd' }, {}],
    ] as const) {
      const answers = await Promise.all([record(id, body, headers), record(id, body, headers), record(id, body, headers)]);
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers.filter(({ headers: { 'idempotent-replayed': replayed } }) => replayed === 'true')).toHaveLength(2);
    }
  });

  it('are not recorded for two assessments under one key or id', async () => {
    const [one, other] = [await assess(), await assess()];
    const [id, headers] = ['01900000-0000-7000-8000-00000000eeee', { 'Idempotency-Key': 'recording-2' }];
    await record(one, { id }, headers);
    expect((await record(other, {}, headers)).body).toMatchObject({ status: 409, code: 'idempotency-key-reused' });
    expect((await record(other, { id })).body).toMatchObject({ status: 409, code: 'id-taken' });
  });

  it('are recorded from the named revision only', async () => {
    const id = await assess();
    expect(await record(id, { revision: 2 })).toMatchObject({ status: 412, body: { currentRevision: 1 } });
    expect(await record(id, {}, { 'If-Match': '"2"' })).toMatchObject({ status: 412 });
    expect(await record(id, { revision: 1 }, { 'If-Match': '"2"' })).toMatchObject({ status: 422 });
    expect(await record(id, { revision: 1 }, { 'If-Match': '"1"' })).toMatchObject({ status: 201 });
  });

  it('are given again to the same request, also after the answers have changed', async () => {
    const id = await assess();
    const body = { id: '01900000-0000-7000-8000-00000000cccc', revision: 1 };
    const first = await record(id, body);
    await service.call('changeAssessment', { params: { id }, body: { revision: 1, answers: { 'drift-pain': 1 } } });
    const again = await record(id, body);
    expect(again).toMatchObject({ status: 201, text: first.text, headers: { 'idempotent-replayed': 'true' } });
    expect(await record(id, { revision: 1 })).toMatchObject({ status: 412, body: { currentRevision: 2 } });
  });

  it('are listed newest first, by assessment and by subject', async () => {
    const id = await assess({ subject: { ref: 'listed' } });
    const recorded = [];
    for (let index = 0; index < 3; index++) recorded.unshift((await record(id)).body);
    const bySubject = await service.call('listRecommendations', { query: 'subject=listed' });
    expect(bySubject.body).toEqual({ items: recorded });
    const params = { id };
    const first = await service.call('listAssessmentRecommendations', { params, query: 'limit=2' });
    const rest = await service.call('listAssessmentRecommendations', { params, query: `limit=2&cursor=${first.body.next}` });
    expect([...first.body.items, ...rest.body.items]).toEqual(recorded);
    expect(first.headers['link']).toContain(`</v1/assessments/${id}/recommendations?limit=2&cursor=`);
    expect(rest.headers).not.toHaveProperty('link');
  });

  it('may say that nothing is recommended', async () => {
    const id = await assess({ answers: {} });
    const { body } = await record(id);
    expect(body.evaluation.outcome).not.toHaveProperty('recommended');
    expect((await verify(body.id)).body.reproducible).toBe(true);
    expect((await service.call('listAssessments', { query: 'recommended=none' })).body.items).toEqual([
      expect.objectContaining({ id }),
    ]);
  });

  it('stand when their model version is served no more, and more can be recorded with it', async () => {
    const id = await assess({ model: 'lunch', version: '1.0.0', answers: { rain: true } });
    const forgotten = await assess({ model: 'lunch', version: '1.0.0', answers: { rain: true } });
    const { body, text } = await record(id);
    await rm(join(models, 'lunch-1.0.0.json'));
    service = await service.restart();
    expect((await service.call('getModelVersion', { params: { model: 'lunch', version: '1.0.0' } })).status).toBe(404);
    expect((await read(body.id)).text).toBe(text);
    expect((await verify(body.id)).body).toEqual({ reproducible: true, differences: [] });
    expect(
      (await service.call('changeAssessment', { params: { id }, body: { revision: 1, answers: { rain: false } } })).status,
    ).toBe(200);
    expect((await record(id)).body.evaluation.outcome.recommended).toBe('park');
    expect((await record(forgotten)).body).toMatchObject({ status: 404, code: 'model-not-found' });
    expect((await service.call('getAssessment', { params: { id: forgotten } })).status).toBe(200);
  });

  it('are not found where there are none', async () => {
    expect((await read(UNKNOWN)).body).toMatchObject({ status: 404, code: 'recommendation-not-found' });
    expect((await verify('nope')).body).toMatchObject({ status: 404, code: 'recommendation-not-found' });
    expect((await record(UNKNOWN)).body).toMatchObject({ status: 404, code: 'assessment-not-found' });
  });
});
