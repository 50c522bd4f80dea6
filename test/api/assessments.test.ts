import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from './client.ts';
import { type ServiceUnderTest, START, startService } from './service-under-test.ts';

const UNKNOWN = '01900000-0000-7000-8000-ffffffffffff';

describe('assessments', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService({ publicUrl: 'https://advisor.example.org/base' });
  });
  afterAll(() => service.discard());

  const create = (body: object, headers = {}) =>
    service.call('createAssessment', { body: { subject: { ref: 'payments' }, ...body }, headers });
  const read = (id: string) => service.call('getAssessment', { params: { id } });
  const change = (id: string, body: unknown, headers = {}) => service.call('changeAssessment', { params: { id }, body, headers });
  const remove = (id: string, query = '', headers = {}) => service.call('deleteAssessment', { params: { id }, query, headers });
  const pointers = ({ body }: Answer): readonly string[] => body.errors.map(({ pointer }: { pointer: string }) => pointer);

  describe('are created', () => {
    it('with what is known and what follows from it', async () => {
      const { status, body, headers } = await create({ answers: { targets: ['kubernetes'] } });
      expect(status).toBe(201);
      expect(body).toEqual({
        id: expect.any(String),
        subject: { ref: 'payments', name: 'payments', tags: [] },
        model: 'delivery-approach',
        version: '1.1.0',
        answers: { targets: ['kubernetes'] },
        weights: {},
        revision: 1,
        createdAt: expect.stringMatching(/^2026-01-01T00:\d\d:\d\d\.000Z$/),
        updatedAt: body.createdAt,
      });
      expect(Date.parse(body.createdAt)).toBeGreaterThanOrEqual(START);
      expect(headers).toMatchObject({ etag: '"1"', location: `https://advisor.example.org/base/v1/assessments/${body.id}` });
      expect(await read(body.id)).toMatchObject({ body, headers: { etag: '"1"', 'cache-control': 'private, no-cache' } });
    });

    it('once, however often a request with the same key or id arrives', async () => {
      const id = '01900000-0000-7000-8000-00000000aaaa';
      for (const [body, headers] of [
        [{ answers: { 'drift-pain': 2 } }, { 'Idempotency-Key': 'key-number-1' }],
        [{ id }, {}],
      ] as const) {
        const answers = await Promise.all([create(body, headers), create(body, headers), create(body, headers)]);
        expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
        expect(answers.map(({ headers: { 'idempotent-replayed': replayed } }) => replayed).toSorted()).toEqual([
          'true',
          'true',
          undefined,
        ]);
      }
    });

    it('not twice under one key or id', async () => {
      await create({ id: '01900000-0000-7000-8000-00000000bbbb' }, { 'Idempotency-Key': 'key-number-2' });
      const sameKey = await create({ answers: {} }, { 'Idempotency-Key': 'key-number-2' });
      expect(sameKey.body).toMatchObject({ status: 409, code: 'idempotency-key-reused' });
      const sameId = await create({ id: '01900000-0000-7000-8000-00000000BBBB', answers: {} });
      expect(sameId.body).toMatchObject({ status: 409, code: 'id-taken' });
    });

    it('not with an id that the service itself gave to another one', async () => {
      const { body } = await create({});
      expect((await create({ id: body.id, subject: { ref: 'other' } })).body).toMatchObject({ status: 409, code: 'id-taken' });
    });

    it('not with anything wrong, all of which is told', async () => {
      const subject = { ref: '', name: 'a\nb', tags: ['x', 'x'], owner: 'me' };
      const answer = await create(
        { id: 'mine', subject, answers: { nobody: 1 }, weights: { rollback: 'much' }, revision: 1 },
        { 'Idempotency-Key': 'short' },
      );
      expect(pointers(answer).toSorted()).toEqual([
        '/answers/nobody',
        '/headers/Idempotency-Key',
        '/id',
        '/revision',
        '/subject/name',
        '/subject/owner',
        '/subject/ref',
        '/subject/tags',
        '/weights/rollback',
      ]);
    });
  });

  describe('are changed', () => {
    it('answer by answer: each one named is replaced whole or taken back', async () => {
      const answers = { targets: ['kubernetes'], 'drift-pain': 2, 'git-skill': { anyOf: [1, 2] } };
      const { body } = await create({ answers, weights: { rollback: 2, compliance: 3 } });
      const changed = await change(body.id, {
        revision: 1,
        answers: { 'drift-pain': null, 'git-skill': { notApplicable: 'no Git' }, targets: { remove: true } },
        weights: { rollback: { remove: true }, compliance: 4 },
        subject: { name: 'Payments', tags: ['retail'] },
      });
      expect(changed.body).toMatchObject({
        answers: { 'drift-pain': null, 'git-skill': { notApplicable: 'no Git' } },
        weights: { compliance: 4 },
        subject: { ref: 'payments', name: 'Payments', tags: ['retail'] },
        revision: 2,
      });
      expect(Object.keys(changed.body.answers).toSorted()).toEqual(['drift-pain', 'git-skill']);
      expect(Date.parse(changed.body.updatedAt)).toBeGreaterThan(Date.parse(changed.body.createdAt));
      expect((await read(body.id)).text).toBe(changed.text);
    });

    it('by merge patch too, which means the same', async () => {
      const { body } = await create({ answers: { 'drift-pain': 2 } });
      const headers = { 'Content-Type': 'application/merge-patch+json', 'If-Match': '"1"' };
      expect((await change(body.id, { answers: { 'drift-pain': null } }, headers)).body.answers).toEqual({ 'drift-pain': null });
    });

    it('not at all by a change that changes nothing', async () => {
      const created = await create({ answers: { 'drift-pain': 2 } });
      for (const nothing of [{}, { answers: { 'drift-pain': 2, targets: { remove: true } } }, { subject: { ref: 'payments' } }]) {
        expect((await change(created.body.id, nothing, { 'If-Match': '"1"' })).text).toBe(created.text);
      }
    });

    it('only from the current revision', async () => {
      const { body } = await create({});
      const [first, second] = await Promise.all(
        [4, 5].map((pain) => change(body.id, { revision: 1, answers: { 'drift-pain': pain } })),
      );
      const statuses = [first?.status, second?.status];
      expect(statuses.toSorted()).toEqual([200, 412]);
      const stale = first?.status === 412 ? first : second;
      expect(stale?.body).toMatchObject({ code: 'revision-stale', currentRevision: 2 });
      for (const given of ['"1"', 'W/"2"', '"x"', '"1", "3"']) {
        expect(await change(body.id, {}, { 'If-Match': given })).toMatchObject({ status: 412 });
      }
      expect(await change(body.id, {}, { 'If-Match': '"1", "2"' })).toMatchObject({ status: 200 });
    });

    it('by many at once without losing anything, when any revision will do', async () => {
      const { body } = await create({});
      const wishes = [{ 'drift-pain': 4 }, { targets: ['kubernetes'] }, { 'git-skill': 5 }, { 'runtime-count': 7 }];
      const answers = await Promise.all(wishes.map((wish) => change(body.id, { answers: wish }, { 'If-Match': '*' })));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect((await read(body.id)).body).toMatchObject({ revision: 5, answers: Object.assign({}, ...wishes) });
    });

    it('not without naming a revision, nor with two different ones', async () => {
      const { body } = await create({});
      expect((await change(body.id, { answers: {} })).body).toMatchObject({ status: 428, code: 'revision-required' });
      expect(pointers(await change(body.id, { revision: 2 }, { 'If-Match': '"1"' }))).toEqual(['/revision']);
    });

    it('not by taking back what the model does not ask', async () => {
      const { body } = await create({ answers: { 'drift-pain': 2 } });
      const refused = await change(body.id, {
        revision: 1,
        answers: { nothing: { remove: true } },
        weights: { no: { remove: true } },
      });
      expect(refused.status).toBe(422);
      expect(pointers(refused).toSorted()).toEqual(['/answers/nothing', '/weights/no']);
    });

    it('not into something the model refuses, and then nothing is changed', async () => {
      const created = await create({ answers: { 'drift-pain': 2 } });
      const { id } = created.body;
      const bad = {
        revision: 1,
        answers: { 'drift-pain': 9, targets: { remove: false } },
        weights: { rollback: null },
        subject: { ref: 'x' },
      };
      const refused = await change(id, bad);
      expect(refused.body.code).toBe('answers-invalid');
      expect(pointers(refused).toSorted()).toEqual(['/answers/drift-pain', '/answers/targets', '/weights/rollback']);
      const worse = await change(id, { ...bad, revision: 'x' });
      expect(pointers(worse).toSorted()).toEqual(['/answers/drift-pain', '/answers/targets', '/revision', '/weights/rollback']);
      expect((await read(id)).text).toBe(created.text);
    });
  });

  describe('are deleted', () => {
    it('with everything recorded for them, from the current revision only', async () => {
      const { body } = await create({});
      const record = await service.call('recordRecommendation', { params: { id: body.id }, body: {} });
      expect(await remove(body.id)).toMatchObject({ status: 428 });
      expect(await remove(body.id, 'revision=2')).toMatchObject({ status: 412, body: { currentRevision: 1 } });
      expect(await remove(body.id, 'revision=2', { 'If-Match': '"1"' })).toMatchObject({ status: 422 });
      expect(await remove(body.id, 'revision=1')).toMatchObject({ status: 204, text: '' });
      expect(await read(body.id)).toMatchObject({ status: 404 });
      expect(await service.call('getRecommendation', { params: { id: record.body.id } })).toMatchObject({ status: 404 });
      expect(await remove(body.id, 'revision=1')).toMatchObject({ status: 404 });
    });

    it('by ETag, or whatever the revision', async () => {
      for (const tag of ['"1"', '*']) {
        const { body } = await create({});
        expect(await remove(body.id, '', { 'If-Match': tag })).toMatchObject({ status: 204 });
      }
    });

    it('together with their key, which may then be used anew', async () => {
      const headers = { 'Idempotency-Key': 'key-number-3' };
      const { body } = await create({}, headers);
      await remove(body.id, 'revision=1');
      const again = await create({ answers: {} }, headers);
      expect(again.headers).not.toHaveProperty('idempotent-replayed');
    });
  });

  it.each(['nope', '01900000-0000-4000-8000-000000000000', '%00', UNKNOWN, '__proto__'])('are not found under %s', async (id) => {
    expect((await read(id)).body).toMatchObject({ status: 404, code: 'assessment-not-found' });
  });

  it('are found whatever the case of the id', async () => {
    const id = '01900000-0000-7000-8000-00000000cafe';
    await create({ id });
    expect((await read(id.toUpperCase())).body.id).toBe(id);
  });
});
