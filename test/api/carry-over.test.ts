import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from './client.ts';
import { lunchModels } from './lunch-model.ts';
import { outingModels } from './outing-model.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const UNKNOWN = '01900000-0000-7000-8000-ffffffffffff';
const models = outingModels('1.0.0', '1.1.0');

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await startService({ modelsDir: models });
});
afterAll(async () => {
  await service.discard();
  rmSync(models, { recursive: true });
});

const create = (body: object, headers = {}) => service.call('createAssessment', { body, headers });
const read = (id: string) => service.call('getAssessment', { params: { id } });
const leftOut = ({ body }: Answer): readonly (readonly string[])[] =>
  body.carriedOver.left.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]);

/** An assessment of the first version. */
async function older(body: object = {}): Promise<string> {
  const subject = { ref: 'saturday', name: 'Saturday', tags: ['free'] };
  const created = await create({ subject, model: 'outing', version: '1.0.0', ...body });
  expect(created.status).toBe(201);
  return created.body.id;
}

describe('an assessment that goes on from an older one', () => {
  it('begins with its subject, answers and weights, for the newest version', async () => {
    const answers = { sunny: true, company: ['friends'], hours: 3 };
    const from = await older({ answers, weights: { fun: 3 } });
    const before = await read(from);
    const { status, body, headers } = await create({ from });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      subject: { ref: 'saturday', name: 'Saturday', tags: ['free'] },
      model: 'outing',
      version: '1.1.0',
      answers,
      weights: { fun: 3 },
      revision: 1,
      createdAt: expect.any(String),
      updatedAt: body.createdAt,
      carriedOver: { from, revision: 1, model: 'outing', version: '1.0.0', left: [] },
    });
    expect(headers).toMatchObject({ etag: '"1"', location: `/v1/assessments/${body.id}` });
    expect(await read(from)).toMatchObject({ text: before.text });
  });

  it('is told of every answer and weight that no longer fits, and does without it', async () => {
    const fitting = { sunny: false, hours: 3 };
    const unfitting = { company: ['friends', 'dog'], warmth: 4, day: 'sunday', music: true, noise: 3, fare: 9 };
    const from = await older({ answers: { ...unfitting, ...fitting }, weights: { fun: 2, cost: 5 } });
    const created = await create({ from });
    expect(created.body).toMatchObject({ version: '1.1.0', answers: fitting, weights: { fun: 2 } });
    expect(Object.keys(created.body.answers)).toEqual(Object.keys(fitting));
    expect(leftOut(created)).toEqual([
      ['/answers/company/1', 'unknown-choice'],
      ['/answers/warmth', 'question-changed'],
      ['/answers/day', 'question-changed'],
      ['/answers/music', 'retired-question'],
      ['/answers/noise', 'question-changed'],
      ['/answers/fare', 'unknown-question'],
      ['/weights/cost', 'unknown-criterion'],
    ]);
    expect(created.body.carriedOver.left.map(({ message }: { message: string }) => message)).toEqual([
      'There is no choice "dog"; send one of friends, parents, children.',
      'outing 1.1.0 asks for a scale from 1 to 10, no longer for a scale from 1 to 5; answer it anew.',
      'outing 1.1.0 asks for a list of choices, no longer for one choice; answer it anew.',
      'outing 1.1.0 no longer asks this.',
      'outing 1.1.0 asks for a whole number, no longer for a scale from 1 to 5; answer it anew.',
      'outing 1.1.0 has no question of this id; see its questionnaire for those it has.',
      'There is no criterion of this id; the model has fun, rest.',
    ]);
  });

  it('keeps what says nothing about the choices: not known, and not applicable', async () => {
    const answers = { warmth: null, day: { notApplicable: 'any day' }, company: { anyOf: [['friends'], ['parents']] } };
    const from = await older({ answers: { ...answers, music: null } });
    const created = await create({ from });
    expect(created.body.answers).toEqual(answers);
    expect(leftOut(created)).toEqual([['/answers/music', 'retired-question']]);
  });

  it('loses a set of possible values when one of them is gone', async () => {
    const created = await create({ from: await older({ answers: { company: { anyOf: [['friends'], ['dog']] } } }) });
    expect(created.body.answers).toEqual({});
    expect(leftOut(created)).toEqual([['/answers/company/anyOf/1/0', 'unknown-choice']]);
  });

  it('has what the request says in the place of what was there', async () => {
    const from = await older({ answers: { sunny: true, warmth: 4, hours: 2 }, weights: { cost: 4, fun: 2 } });
    const created = await create({
      from,
      subject: { ref: 'sunday' },
      answers: { warmth: 9, sunny: null },
      weights: { rest: 7, fun: 1 },
    });
    expect(created.body).toMatchObject({
      subject: { ref: 'sunday', name: 'sunday', tags: [] },
      answers: { hours: 2, warmth: 9, sunny: null },
      weights: { rest: 7, fun: 1 },
    });
    expect(leftOut(created)).toEqual([['/weights/cost', 'unknown-criterion']]);
  });

  it('weighs anew when no weight is left that is not zero', async () => {
    const from = await older({ weights: { fun: 0, cost: 5 } });
    const given = await create({ from, weights: { rest: 2 } });
    expect(given.body.weights).toEqual({ fun: 0, rest: 2 });
    const dropped = await create({ from, weights: { rest: 0 } });
    expect(dropped.body.weights).toEqual({ rest: 0 });
    expect(leftOut(dropped)).toEqual([
      ['/weights/cost', 'unknown-criterion'],
      ['/weights', 'all-weights-zero'],
    ]);
  });

  it('goes to the version that is named, also back to an earlier one', async () => {
    const { body } = await create({ subject: { ref: 'a' }, model: 'outing', answers: { warmth: 9, company: ['children'] } });
    const back = await create({ from: body.id, version: '1.0.0', model: 'outing' });
    expect(back.body).toMatchObject({ version: '1.0.0', answers: {}, carriedOver: { from: body.id, version: '1.1.0' } });
    expect(leftOut(back)).toEqual([
      ['/answers/warmth', 'question-changed'],
      ['/answers/company/0', 'unknown-choice'],
    ]);
    const same = await create({ from: body.id, version: '1.1.0' });
    expect(same.body).toMatchObject({ answers: body.answers, carriedOver: { left: [] } });
  });

  it('takes the state that the older one has at that time, and none of its recommendations', async () => {
    const from = await older({ answers: { hours: 2 } });
    await service.call('changeAssessment', { params: { id: from }, body: { revision: 1, answers: { hours: 5 } } });
    await service.call('recordRecommendation', { params: { id: from }, body: {} });
    const { body } = await create({ from });
    expect(body).toMatchObject({ answers: { hours: 5 }, revision: 1, carriedOver: { from, revision: 2 } });
    expect(body).not.toHaveProperty('latestRecommendation');
  });

  it('tells what was carried over at its creation only', async () => {
    const { body } = await create({ from: await older() });
    const change = { params: { id: body.id }, body: { revision: 1, answers: { hours: 1 } } };
    const replies = [await read(body.id), await service.call('changeAssessment', change), await service.call('listAssessments')];
    for (const { text } of replies) expect(text).not.toContain('carriedOver');
  });

  it('is told of in the audit log with the older one', async () => {
    const from = await older();
    const { body } = await create({ from });
    const told = async (assessment: string) =>
      (await service.call('listAuditEntries', { query: `assessment=${assessment}` })).body.items;
    expect(await told(body.id)).toMatchObject([{ action: 'create', resource: { id: body.id }, origin: from }]);
    const [before, ...more] = await told(from);
    expect([before, more]).toEqual([expect.not.objectContaining({ origin: expect.anything() }), []]);
  });
});

describe('a carry-over that is sent again', () => {
  it.each([
    ['key', {}, { 'Idempotency-Key': 'carry-over-1' }],
    ['id', { id: '01900000-0000-7000-8000-0000000000ca' }, {}],
  ])('under one %s gives one assessment and one reply, whatever becomes of the older one', async (_name, own, headers) => {
    const from = await older({ answers: { fare: 3, hours: 2 } });
    const first = await create({ ...own, from }, headers);
    await service.call('changeAssessment', { params: { id: from }, body: { revision: 1, answers: { fare: null, hours: 7 } } });
    const second = await create({ ...own, from }, headers);
    await service.call('deleteAssessment', { params: { id: from }, query: 'revision=2' });
    const third = await create({ ...own, from }, headers);
    for (const again of [second, third]) {
      expect(again).toMatchObject({ status: 201, text: first.text, headers: { 'idempotent-replayed': 'true' } });
    }
    expect(leftOut(third)).toEqual([['/answers/fare', 'unknown-question']]);
  });

  it('at the same time gives one assessment', async () => {
    const from = await older();
    const sent = Array.from({ length: 10 }, () => create({ from }, { 'Idempotency-Key': 'carry-over-2' }));
    const answers = await Promise.all(sent);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('under one key takes no other content', async () => {
    const [from, other] = [await older(), await older()];
    const headers = { 'Idempotency-Key': 'carry-over-3' };
    await create({ from }, headers);
    for (const body of [{ from: other }, { from, version: '1.1.0' }, { subject: { ref: 'saturday' }, model: 'outing' }]) {
      expect((await create(body, headers)).body).toMatchObject({ status: 409, code: 'idempotency-key-reused' });
    }
    expect((await create({ id: from, from })).body).toMatchObject({ status: 409, code: 'id-taken' });
  });
});

describe('a carry-over is refused', () => {
  const pointers = ({ body }: Answer): readonly string[] => body.errors.map(({ pointer }: { pointer: string }) => pointer);

  it('from what is not there', async () => {
    expect((await create({ from: UNKNOWN })).body).toMatchObject({ status: 404, code: 'assessment-not-found' });
    expect((await create({ from: await older(), version: '2.0.0' })).body).toMatchObject({
      status: 404,
      code: 'model-not-found',
    });
  });

  it('to another model', async () => {
    const refused = await create({ from: await older(), model: 'delivery-approach', answers: { nothing: 1 } });
    expect(refused.body).toMatchObject({ status: 422, code: 'invalid-request' });
    expect(pointers(refused)).toEqual(['/model', '/answers/nothing']);
  });

  it('with answers or weights that do not fit the newer version', async () => {
    const from = await older({ answers: { fare: 3 } });
    const answers = await create({ from, answers: { fare: 4, company: ['dog'] } });
    expect(answers.body).toMatchObject({ status: 422, code: 'answers-invalid' });
    expect(pointers(answers)).toEqual(['/answers/fare', '/answers/company/0']);
    const zero = await create({ from, weights: { fun: 0, rest: 0 } });
    expect(zero.body).toMatchObject({ status: 422, code: 'weights-invalid', errors: [{ pointer: '/weights' }] });
  });

  it('with everything that is wrong at once', async () => {
    const from = await older();
    const refused = await create({ from, model: 'lunch', version: '1.1.0', answers: { fare: 1 }, subject: {}, more: 1 });
    expect(pointers(refused).toSorted()).toEqual(['/answers/fare', '/model', '/more', '/subject/ref']);
    expect(pointers(await create({ from: 'the old one', answers: { fare: 1 } }))).toEqual(['/from']);
    expect(pointers(await create({ from: 1, weights: { no: 'x' } })).toSorted()).toEqual(['/from', '/weights/no']);
    expect(pointers(await create({ from: UNKNOWN, more: 1 }))).toEqual(['/more']);
  });

  it('without a subject where there is no older one, together with the rest', async () => {
    const refused = await create({ answers: { nobody: 1 }, more: 1 });
    expect(pointers(refused).toSorted()).toEqual(['/answers/nobody', '/more', '/subject']);
    expect(refused.body.errors.find(({ pointer }: { pointer: string }) => pointer === '/subject').code).toBe('required');
  });
});

describe('an assessment whose version is no longer served', () => {
  const carriedFrom = async (prepare: (service: ServiceUnderTest, id: string) => Promise<unknown>) => {
    const [first, second] = [outingModels('1.0.0'), outingModels('1.1.0')];
    const before = await startService({ modelsDir: first });
    const body = { subject: { ref: 'a' }, model: 'outing', answers: { hours: 2, noise: 3, fare: 1 } };
    const { body: old } = await before.call('createAssessment', { body });
    await prepare(before, old.id);
    const after = await before.restart({ modelsDir: second });
    const created = await after.call('createAssessment', { body: { from: old.id } });
    await after.discard();
    for (const directory of [first, second]) rmSync(directory, { recursive: true });
    return created;
  };

  it('is judged by what was kept with its recommendation', async () => {
    const created = await carriedFrom((service, id) => service.call('recordRecommendation', { params: { id }, body: {} }));
    expect(created.body.answers).toEqual({ hours: 2 });
    expect(leftOut(created)).toEqual([
      ['/answers/noise', 'question-changed'],
      ['/answers/fare', 'unknown-question'],
    ]);
  });

  it('is judged by the newer version alone where nothing was kept', async () => {
    const created = await carriedFrom(async () => {});
    expect(created.body.answers).toEqual({ hours: 2, noise: 3 });
    expect(leftOut(created)).toEqual([['/answers/fare', 'unknown-question']]);
  });

  it('is not carried over to a model that is gone', async () => {
    const lunch = await lunchModels('1.0.0');
    const before = await startService({ modelsDir: lunch });
    const { body: old } = await before.call('createAssessment', { body: { subject: { ref: 'a' }, model: 'lunch' } });
    const after = await before.restart({ modelsDir: models });
    const refused = await after.call('createAssessment', { body: { from: old.id } });
    expect(refused.body).toMatchObject({ status: 404, code: 'model-not-found' });
    await after.discard();
    rmSync(lunch, { recursive: true });
  });
});
