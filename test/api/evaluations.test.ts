import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const params = { model: 'delivery-approach' };
const answers = {
  targets: ['kubernetes'],
  'runtime-count': 30,
  'drift-pain': 5,
  'truth-record': null,
  'git-skill': { anyOf: [4, 5] },
};

describe('evaluating', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.discard());

  it('names the model, the outcome and every alternative', async () => {
    const { body } = await service.call('evaluateAnswers', { params, body: { answers } });
    expect(body.method).toMatchObject({
      model: 'delivery-approach',
      version: '1.1.0',
      contentHash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(body.outcome.recommended).toBe('gitops');
    expect(body.alternatives.map(({ id }: { id: string }) => id).toSorted()).toEqual(['cicd', 'gitops', 'hybrid']);
  });

  it('explains as much as is asked for', async () => {
    const keys = await Promise.all(
      ['none', 'summary', 'full'].map(async (explain) => {
        const { body } = await service.call('evaluateAnswers', { params, query: `explain=${explain}`, body: { answers } });
        return Object.keys(body).length;
      }),
    );
    expect(keys).toEqual(keys.toSorted((one, other) => one - other));
    expect(new Set(keys).size).toBe(3);
  });

  it('explains in full unless told otherwise', async () => {
    const [plain, full] = await Promise.all([
      service.call('evaluateAnswers', { params, body: { answers } }),
      service.call('evaluateAnswers', { params, query: 'explain=full', body: { answers } }),
    ]);
    expect(plain.text).toBe(full.text);
  });

  it("counts the caller's weights", async () => {
    const share = async (weights: object) => {
      const { body } = await service.call('evaluateAnswers', { params, body: { answers, weights } });
      return body.criteria.find(({ id }: { id: string }) => id === 'rollback').share;
    };
    expect(await share({ rollback: 100 })).toBeGreaterThan(await share({}));
  });

  it('recommends nothing for no answers', async () => {
    const { body } = await service.call('evaluateAnswers', { params, body: { answers: {} } });
    expect(body.outcome).not.toHaveProperty('recommended');
    expect(body.outcome.verdict).toBe('none');
  });

  it('tells everything that is wrong at once, whoever finds it', async () => {
    const { body } = await service.call('evaluateAnswers', {
      params,
      query: 'explain=all&depth=core',
      body: {
        answers: { targets: ['moon'], 'drift-pain': 9, nobody: 1, 'git-skill': { notApplicable: '' } },
        weights: { rollback: -1, nothing: 1 },
        extra: true,
      },
    });
    expect(body).toMatchObject({ status: 422, code: 'invalid-request' });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/answers/drift-pain',
      '/answers/git-skill/notApplicable',
      '/answers/nobody',
      '/answers/targets/0',
      '/extra',
      '/query/depth',
      '/query/explain',
      '/weights/nothing',
      '/weights/rollback',
    ]);
  });

  it.each([
    ['answers-invalid', { answers: { nobody: 1 }, weights: { nothing: 1 } }, ['/answers/nobody', '/weights/nothing']],
    ['weights-invalid', { answers: {}, weights: { nothing: 1 } }, ['/weights/nothing']],
    ['invalid-request', { weights: {} }, ['/answers']],
    ['invalid-request', { answers: [] }, ['/answers']],
    ['invalid-request', [], ['']],
  ])('refuses with %s: %j', async (code, body, pointers) => {
    const answer = await service.call('evaluateAnswers', { params, body });
    expect(answer.body.code).toBe(code);
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  });

  it('refuses weights that are all zero', async () => {
    const { body: list } = await service.call('getQuestionnaire', { params });
    const weights = Object.fromEntries(list.criteria.map(({ id }: { id: string }) => [id, 0]));
    const { body } = await service.call('evaluateAnswers', { params, body: { answers, weights } });
    expect(body).toMatchObject({ code: 'weights-invalid', errors: [{ pointer: '/weights', code: 'all-weights-zero' }] });
  });

  it.each(['toString', 'valueOf', 'hasOwnProperty', 'length'])('takes %s for the unknown question it is', async (key) => {
    const { body } = await service.call('evaluateAnswers', { params, body: { answers: { [key]: true }, weights: { [key]: 1 } } });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([`/answers/${key}`, `/weights/${key}`]);
  });

  it('says which models and versions there are when one is not', async () => {
    const versions = await service.call('evaluateAnswers', { params, body: { answers: {}, version: '9.9.9' } });
    expect(versions.body).toMatchObject({ code: 'model-not-found', detail: expect.stringContaining('1.0.0') });
    const models = await service.call('evaluateAnswers', { params: { model: 'nobody' }, body: { answers: {} } });
    expect(models.body).toMatchObject({ code: 'model-not-found', detail: expect.stringContaining('delivery-approach') });
  });
});
