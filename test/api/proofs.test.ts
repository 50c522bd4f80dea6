import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const params = { model: 'delivery-approach' };

describe('proofs and suggestions', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.discard());

  const evaluate = (body: object, query = '') => service.call('evaluateAnswers', { params, body, query });
  const answers = { targets: ['kubernetes'], 'runtime-count': 30, 'drift-pain': 5, 'after-merge': 'several-gates' };

  it('are the same bytes for the same request in any order of keys', async () => {
    const weights = { rollback: 5, automation: 1 };
    const one = await evaluate({ answers, weights });
    const other = await evaluate({
      weights: Object.fromEntries(Object.entries(weights).reverse()),
      answers: Object.fromEntries(Object.entries(answers).reverse()),
    });
    expect(other.text).toBe(one.text);
  });

  it('are left out of the barest reply and cut in a summary', async () => {
    const none = (await evaluate({ answers }, 'explain=none')).body;
    expect(Object.keys(none)).toEqual(['method', 'outcome', 'alternatives']);
    expect(Object.keys(none.outcome)).toEqual(['recommended', 'margin', 'coverage']);
    expect(Object.keys(none.alternatives[0])).toEqual(['id', 'title', 'score', 'rank', 'excludedBy']);
    const summary = (await evaluate({ answers }, 'explain=summary')).body;
    expect(summary.outcome).toMatchObject({ decided: false, exact: expect.any(Boolean), idle: 0 });
    expect(summary.alternatives[0].range).toHaveLength(2);
    expect(summary).not.toHaveProperty('robustness');
  });

  it('leave locked questions alone, and refuse to lock what is not there', async () => {
    const changed = (body: { counterfactuals: { sets?: { changes: { question: string }[] }[] }[] }) =>
      body.counterfactuals.flatMap(({ sets = [] }) => sets.flatMap(({ changes }) => changes.map(({ question }) => question)));
    const free = changed((await evaluate({ answers })).body);
    const [first = ''] = free;
    expect(free.length).toBeGreaterThan(0);
    expect(changed((await evaluate({ answers, locked: [first] })).body)).not.toContain(first);
    expect(await evaluate({ answers, locked: ['nothing'] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/locked/0', code: 'unknown-question' }] },
    });
  });

  it('ask next what moves the result furthest, of the quick questions only if that is wanted', async () => {
    const next = (body: object) => service.call('findNextQuestions', { params, body });
    const { body } = await next({ answers: { targets: ['kubernetes'] }, count: 5 });
    const swings = body.questions.map(({ swing }: { swing: number }) => swing);
    expect(swings).toHaveLength(5);
    expect(swings).toEqual(swings.toSorted((one: number, other: number) => other - one));
    expect(body).toMatchObject({ decided: false, remaining: expect.any(Number) });
    const { body: questionnaire } = await service.call('getQuestionnaire', { params, query: 'depth=core' });
    const core = questionnaire.questions.map(({ id }: { id: string }) => id);
    const quick = await next({ answers: { targets: ['kubernetes'] }, count: 10, depth: 'core' });
    expect(quick.body.questions.every(({ question }: { question: string }) => core.includes(question))).toBe(true);
    expect(await next({ answers, count: 11 })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/count' }] } });
  });

  it('say when the result is decided, and go on asking', async () => {
    const { body } = await service.call('findNextQuestions', { params, body: { answers: { targets: ['mobile-stores'] } } });
    expect(body).toMatchObject({ decided: true, remaining: 0 });
    expect(body.questions).toHaveLength(1);
    expect((await evaluate({ answers: { targets: ['mobile-stores'] } })).body.outcome).toMatchObject({
      decided: true,
      possible: ['cicd'],
      idle: expect.any(Number),
    });
  });

  it('ask next about an assessment what they would ask about its answers', async () => {
    const created = await service.call('createAssessment', { body: { subject: { ref: 'next' }, answers } });
    const stored = await service.call('findAssessmentNextQuestions', { params: { id: created.body.id }, body: { count: 3 } });
    const stateless = await service.call('findNextQuestions', { params, body: { answers, count: 3 } });
    expect(stored.text).toBe(stateless.text);
  });

  it('set scenarios beside a base', async () => {
    const { body } = await service.call('compareScenarios', {
      params,
      body: {
        base: { answers: { ...answers, 'drift-pain': 1 } },
        scenarios: [
          { name: 'more drift', answers: { 'drift-pain': 5 } },
          { name: 'unsaid', answers: { 'drift-pain': { remove: true } } },
          { name: 'the same' },
        ],
      },
    });
    const [drift, unsaid, same] = body.scenarios;
    const direct = (await evaluate({ answers })).body;
    expect(drift).toMatchObject({ name: 'more drift', outcome: direct.outcome, alternatives: direct.alternatives });
    expect(drift.changed).toBe(body.base.outcome.recommended !== direct.outcome.recommended);
    expect(drift.movers).toHaveLength(3);
    expect(drift.shifts.gitops).toBeGreaterThan(0);
    const { 'drift-pain': _, ...without } = answers;
    expect(unsaid.alternatives).toEqual((await evaluate({ answers: without })).body.alternatives);
    expect(same).toMatchObject({ changed: false, movers: [], shifts: { cicd: 0, gitops: 0, hybrid: 0 } });
  });

  it('name every place in the scenarios that does not fit', async () => {
    const { status, body } = await service.call('compareScenarios', {
      params,
      body: {
        base: { answers: { 'drift-pain': 9 } },
        scenarios: [
          { name: 'a', answers: { 'drift-pain': 3, nothing: 1 }, weights: { rollback: -1 } },
          { name: 'b', answers: { 'drift-pain': 3, nobody: { remove: true } } },
        ],
      },
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/base/answers/drift-pain',
      '/scenarios/0/answers/nothing',
      '/scenarios/0/weights/rollback',
      '/scenarios/1/answers/nobody',
    ]);
  });
});
