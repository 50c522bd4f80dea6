import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { lunchModels } from './lunch-model.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const params = { model: 'delivery-approach', version: '1.1.0' };

describe('models', () => {
  let service: ServiceUnderTest;
  let models: string;
  beforeAll(async () => {
    models = await lunchModels('1.9.0', '1.10.0');
    service = await startService({ modelsDir: models });
  });
  afterAll(async () => {
    await service.discard();
    await rm(models, { recursive: true });
  });

  it('are listed with all their versions, the highest named as the latest', async () => {
    const { body } = await service.call('listModels');
    expect(body.items).toContainEqual(expect.objectContaining({ id: 'lunch', latest: '1.10.0', versions: ['1.9.0', '1.10.0'] }));
    expect(body.items).toContainEqual(expect.objectContaining({ id: 'delivery-approach' }));
  });

  it('are sent as the bytes whose hash names them', async () => {
    const { text, headers } = await service.call('getModelVersion', { params });
    const hash = createHash('sha256').update(text).digest('hex');
    expect(headers['etag']).toBe(`"sha256:${hash}"`);
    const { body } = await service.call('evaluateAnswers', { params, body: { answers: {} } });
    expect(body.method.contentHash).toBe(`sha256:${hash}`);
  });

  it('may be kept for good where the version is named, and only with a question where it is not', async () => {
    const [fixed, latest] = await Promise.all([
      service.call('getModelVersion', { params }),
      service.call('getModel', { params }),
    ]);
    expect(fixed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(latest.headers['cache-control']).toBe('no-cache');
    expect(latest.text).toBe(fixed.text);
  });

  it('give the latest version unless one is named', async () => {
    const latest = await service.call('getModel', { params: { model: 'lunch' } });
    const older = await service.call('getModelVersion', { params: { model: 'lunch', version: '1.9.0' } });
    expect([latest.body.version, older.body.version]).toEqual(['1.10.0', '1.9.0']);
    const asked = await service.call('getQuestionnaire', { params: { model: 'lunch' }, query: 'version=1.9.0' });
    expect(asked.body.version).toBe('1.9.0');
  });

  it.each(['getModel', 'getModelVersion', 'getQuestionnaire', 'getAnswersSchema'] as const)(
    'are not sent again to who has them: %s',
    async (operation) => {
      const { headers } = await service.call(operation, { params });
      const etag = headers['etag'] ?? '';
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const answer = await service.call(operation, { params, headers: { 'If-None-Match': known } });
        expect(answer).toMatchObject({ status: 304, text: '', headers: { etag } });
      }
      expect(await service.call(operation, { params, headers: { 'If-None-Match': '"other"' } })).toMatchObject({ status: 200 });
    },
  );

  it('have a quick questionnaire and a full one, without points', async () => {
    const [core, full] = await Promise.all(
      ['core', 'full'].map((depth) => service.call('getQuestionnaire', { params, query: `depth=${depth}` })),
    );
    const ids = (answer: typeof core) => answer?.body.questions.map(({ id }: { id: string }) => id);
    expect(ids(core).length).toBeLessThan(ids(full).length);
    expect(ids(full)).toEqual(expect.arrayContaining(ids(core)));
    expect(full?.text).not.toMatch(/"points"|"rules"|"gates"/);
    expect(full?.headers).toMatchObject({ 'content-language': 'en', vary: 'Accept-Language' });
  });

  it('have a schema that tells good answers from bad ones', async () => {
    const { body, headers } = await service.call('getAnswersSchema', { params });
    expect(headers['content-type']).toBe('application/schema+json');
    const validate = new Ajv2020({ strict: false }).compile(body);
    expect(validate({ targets: ['kubernetes'], 'drift-pain': null, 'runtime-count': { anyOf: [3, 4] } })).toBe(true);
    expect(validate({ targets: ['moon'] })).toBe(false);
  });

  it('send the schema as plain JSON to who asks for that', async () => {
    const { headers } = await service.call('getAnswersSchema', { params, headers: { Accept: 'application/json' } });
    expect(headers).toMatchObject({ 'content-type': 'application/json', vary: 'Accept' });
  });
});
