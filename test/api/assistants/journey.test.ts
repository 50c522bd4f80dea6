import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { TOOLS } from '../../../src/contract/tools.ts';
import { toolsFor } from '../../../src/http/mcp/tool-list.ts';
import { PERMISSIONS } from '../../../src/services/identity/caller.ts';
import { type ServiceUnderTest, startService } from '../service-under-test.ts';
import { type Assistant, connect, type Generation } from './assistant.ts';

const ANSWERS = { targets: ['kubernetes'], 'runtime-count': 8, 'drift-pain': 4, 'config-style': 'declarative-files' };

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.discard());

describe.each<[Generation, string]>([
  ['stateless', '2026-07-28'],
  ['handshake', '2025-11-25'],
  ['first library', '2025-11-25'],
])('an assistant of the generation %s', (generation, version) => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await connect(service.url, generation);
  });
  afterAll(() => assistant.leave());

  it('agrees on a version and learns how to go about it', () => {
    expect(assistant.version).toBe(version);
    expect(assistant.instructions).toContain('next_question');
  });

  it('finds every tool there is', async () => {
    expect(await assistant.tools()).toEqual(Object.keys(TOOLS));
  });

  it('goes all the way: questions, evaluation, explanation, assessment, record, verification', async () => {
    const models = await assistant.use('list_models');
    expect(models.text).toMatch(/^delivery-approach 1\.1\.0: /);
    const { data: core } = await assistant.use('list_questions');
    const { data: full } = await assistant.use('list_questions', { depth: 'full', model: 'delivery-approach', version: '1.0.0' });
    expect(full.questions.length).toBeGreaterThan(core.questions.length);
    const next = await assistant.use('next_question', { answers: { targets: ['kubernetes'] } });
    expect(next.data).toMatchObject({ decided: false, questions: [{ question: expect.any(String) }] });
    expect(next.text).toMatch(/ \([a-z-]+, (single|multiple|boolean|scale|integer)\)\n/);

    const evaluated = await assistant.use('evaluate', { answers: ANSWERS });
    expect(evaluated.data).toMatchObject({ outcome: { recommended: 'gitops' }, method: { version: '1.1.0' } });
    const { body } = await service.call('evaluateAnswers', {
      params: { model: 'delivery-approach' },
      query: 'explain=summary',
      body: { answers: ANSWERS },
    });
    expect(evaluated.data).toEqual(body);
    const brief = await assistant.use('explain', { answers: ANSWERS });
    expect(brief.text).toMatch(/^GitOps leads .*\n[\s\S]*What would change it:\n- /);
    expect(Object.keys(brief.data)).toEqual(['method', 'outcome', 'alternatives', 'brief', 'contradictions', 'prerequisites']);
    const whole = await assistant.use('explain', { answers: ANSWERS, detail: 'full' });
    expect(whole.data.robustness.samples).toBe(1000);

    const subject = { ref: `component:default/${generation.replaceAll(' ', '-')}`, name: generation };
    const { data: created } = await assistant.use('create_assessment', { subject, answers: ANSWERS });
    const { data: changed, text } = await assistant.use('change_assessment', {
      id: created.id,
      revision: created.revision,
      answers: { 'drift-pain': 5, 'runtime-count': { remove: true } },
    });
    expect(text).toBe(`Assessment ${created.id} of ${generation}, revision 2, 3 answers.`);
    expect((await assistant.use('read_assessment', { id: created.id })).data).toEqual(changed);
    const { data: recorded } = await assistant.use('record_recommendation', { assessmentId: created.id, revision: 2 });
    expect(recorded).toMatchObject({ assessmentId: created.id, answers: { 'drift-pain': 5 }, evaluation: { robustness: {} } });
    expect((await assistant.use('read_recommendation', { id: recorded.id })).data).toEqual(recorded);
    const found = await assistant.use('find_recommendations', { subject: subject.ref });
    expect(found.data.items).toMatchObject([{ id: recorded.id, outcome: { recommended: 'gitops' } }]);
    const { text: record } = await assistant.use('read_decision_record', { id: recorded.id });
    expect(record).toMatch(new RegExp(`^---\nstatus: proposed\n[\\s\\S]*# GitOps for ${generation}\n`));
    const verified = await assistant.use('verify_recommendation', { id: recorded.id });
    expect(verified).toMatchObject({ text: 'It can be reproduced to the last digit.', data: { reproducible: true } });
  });

  it('hears in words and as a problem what it did wrong, everything at once', async () => {
    const given = { answers: { targets: ['kubernets'], 'drift-pain': 9 }, explain: 'everything' };
    const { isError, text, rest, data } = await assistant.use('evaluate', given);
    expect({ isError, data }).toEqual({ isError: true, data: undefined });
    expect(text).toMatch(
      /\(invalid-request\)\..*\n- \/explain .*\n- \/answers\/targets\/0 .*send one of kubernetes.*\n- \/answers\/drift-pain /,
    );
    expect(JSON.parse(rest[0] ?? '')).toMatchObject({ code: 'invalid-request', status: 422, errors: [{}, {}, {}] });
  });

  it.each<[keyof typeof TOOLS, Record<string, unknown>, string]>([
    ['evaluate', { answers: { nothing: 1 } }, 'answers-invalid'],
    ['evaluate', { answers: {}, weights: { nothing: 1 } }, 'weights-invalid'],
    ['evaluate', { model: 'nothing', answers: {} }, 'model-not-found'],
    ['next_question', { answers: {}, count: 11 }, 'invalid-request'],
    ['create_assessment', {}, 'invalid-request'],
    ['read_assessment', { id: '01900000-0000-7000-8000-ffffffffffff' }, 'assessment-not-found'],
    ['read_assessment', { id: 'none' }, 'invalid-request'],
    ['change_assessment', { id: '01900000-0000-7000-8000-ffffffffffff', revision: 1 }, 'assessment-not-found'],
    ['read_recommendation', { id: '01900000-0000-7000-8000-ffffffffffff' }, 'recommendation-not-found'],
    ['verify_recommendation', { id: '01900000-0000-7000-8000-ffffffffffff' }, 'recommendation-not-found'],
  ])('is refused %s of %j with %s', async (name, given, code) => {
    const { isError, rest } = await assistant.use(name, given);
    expect({ isError, code: JSON.parse(rest[0] ?? '').code }).toEqual({ isError: true, code });
  });

  it('is told the current revision when somebody was faster', async () => {
    const { data } = await assistant.use('create_assessment', { subject: { ref: 'race' } });
    const change = { id: data.id, revision: 1, answers: { 'drift-pain': 2 } };
    expect((await assistant.use('change_assessment', change)).isError).toBe(false);
    const { text } = await assistant.use('change_assessment', { ...change, answers: { 'drift-pain': 3 } });
    expect(text).toMatch(/\(revision-stale\)[\s\S]*The current revision is 2\./);
  });

  it('creates and records nothing twice with an id of its own', async () => {
    const id = { stateless: 'a', handshake: 'b', 'first library': 'c' }[generation];
    const wish = { id: `01900000-0000-7000-8000-0000000000f${id}`, subject: { ref: 'twice' } };
    const [one, other] = [await assistant.use('create_assessment', wish), await assistant.use('create_assessment', wish)];
    expect(other.data).toEqual(one.data);
  });
});

describe('many assistants at once', () => {
  it('get each what they asked for', async () => {
    const assistants = [
      await connect(service.url, 'stateless'),
      await connect(service.url, 'handshake'),
      await connect(service.url, 'first library'),
    ];
    const pains = Array.from({ length: 30 }, (_, index) => (index % 5) + 1);
    const created = await Promise.all(
      pains.map(async (pain, index) => {
        const subject = { ref: `team-${index}` };
        const said = await assistants[index % 3]?.use('create_assessment', { subject, answers: { 'drift-pain': pain } });
        return said?.data;
      }),
    );
    expect(new Set(created.map(({ id }) => id)).size).toBe(30);
    expect(created.map(({ answers }) => answers['drift-pain'])).toEqual(pains);
    expect(created.map(({ subject }) => subject.ref)).toEqual(pains.map((_, index) => `team-${index}`));
    await Promise.all(assistants.map((one) => one.leave()));
  });
});

describe('the tools', () => {
  const { tools } = toolsFor({
    scope: { workspace: 'default', actor: { kind: 'anyone', id: 'anyone' } },
    permissions: new Set(PERMISSIONS),
  });

  it.each(tools.map((tool) => [tool.name, tool] as const))('%s has schemas of objects, and says what it does', (_, tool) => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const schema of [tool.inputSchema, ...(tool.outputSchema === undefined ? [] : [tool.outputSchema])]) {
      expect(schema.type).toBe('object');
      expect(ajv.validateSchema(JSON.parse(JSON.stringify(schema)))).toBe(true);
    }
    expect(tool.inputSchema['additionalProperties']).toBe(false);
    const properties = Object.values(tool.inputSchema.properties ?? {}) as { description?: string; $ref?: string }[];
    expect(properties.filter(({ description, $ref }) => description === undefined && $ref === undefined)).toEqual([]);
    expect(tool.description?.length).toBeGreaterThan(40);
    expect(tool.annotations).toMatchObject({ openWorldHint: false, readOnlyHint: expect.any(Boolean) });
  });

  it('take little of the attention of an assistant', () => {
    expect(JSON.stringify(tools.map(({ outputSchema: _, ...tool }) => tool)).length).toBeLessThan(20_000);
    expect(JSON.stringify(tools).length).toBeLessThan(60_000);
  });
});
