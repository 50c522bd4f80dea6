import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { lunchModels } from './lunch-model.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const HOSTILE = '<script>alert("1")</script> # | `x` [a](javascript:b) \u202egnp & {c}';

describe('representations', () => {
  let service: ServiceUnderTest;
  let models: string;
  let id: string;
  let document: string;

  beforeAll(async () => {
    models = await lunchModels('1.0.0', '2.0.0');
    service = await startService({ modelsDir: models });
    const subject = { ref: '=1+1', name: HOSTILE, tags: ['@x'] };
    const body = { subject, model: 'lunch', version: '1.0.0', answers: { rain: true } };
    const assessment = await service.call('createAssessment', { body });
    const recorded = await service.call('recordRecommendation', { params: { id: assessment.body.id } });
    [id, document] = [recorded.body.id, recorded.text];
  });
  afterAll(async () => {
    await service.discard();
    await rm(models, { recursive: true });
  });

  const read = (query = '', headers: Readonly<Record<string, string>> = {}) =>
    service.call('getRecommendation', { params: { id }, query, headers });

  describe('of a recommendation', () => {
    it.each([
      ['markdown', 'text/markdown', 'text/markdown; charset=utf-8', 'md'],
      ['html', 'text/html', 'text/html; charset=utf-8', 'html'],
      ['svg', 'image/svg+xml', 'image/svg+xml', 'svg'],
    ])('are chosen by format=%s or by Accept: %s', async (format, accept, contentType, extension) => {
      const byFormat = await read(`format=${format}`, { Accept: 'application/json' });
      const byAccept = await read('', { Accept: accept });
      expect(byAccept.text).toBe(byFormat.text);
      expect(byAccept.headers).toMatchObject({
        'content-type': contentType,
        'content-disposition': `inline; filename="decision-record-${id}.${extension}"`,
        'cache-control': 'private, no-cache',
        vary: 'Accept',
      });
    });

    it('are JSON, byte for byte as recorded, unless something else is asked for', async () => {
      for (const [query, accept] of [
        ['', '*/*'],
        ['', 'application/json'],
        ['', 'text/html;q=0.1, application/json'],
        ['format=json', 'text/html'],
      ]) {
        const { text, headers } = await read(query, { Accept: accept ?? '' });
        expect(text).toBe(document);
        expect(headers).toMatchObject({ 'content-type': 'application/json', etag: `"${id}"`, vary: 'Accept' });
        expect(headers).not.toHaveProperty('content-disposition');
      }
    });

    it('are a page for a browser', async () => {
      const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
      expect((await read('', { Accept: accept })).text).toMatch(/^<!doctype html>/);
    });

    it('are refused when nobody can read them', async () => {
      expect(await read('', { Accept: 'application/pdf' })).toMatchObject({ status: 406, body: { code: 'not-acceptable' } });
      expect((await read('format=pdf')).body).toMatchObject({ status: 422, errors: [{ pointer: '/query/format' }] });
      expect((await read('format=html&format=svg')).status).toBe(422);
    });

    it('are each known by an ETag of their own', async () => {
      const formats = ['json', 'markdown', 'html', 'svg'];
      const etags = await Promise.all(formats.map(async (format) => (await read(`format=${format}`)).headers['etag'] ?? ''));
      expect(new Set(etags).size).toBe(formats.length);
      for (const [index, format] of formats.entries()) {
        const known = await read(`format=${format}`, { 'If-None-Match': etags[index] ?? '' });
        expect(known).toMatchObject({ status: 304, text: '' });
        expect((await read(`format=${format}`, { 'If-None-Match': etags[(index + 1) % 4] ?? '' })).status).toBe(200);
      }
    });

    it.each(['html', 'svg'])('allow a browser the one style sheet of the %s and nothing else', async (format) => {
      const { text, headers } = await read(`format=${format}`);
      const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
      const hash = createHash('sha256').update(style).digest('base64');
      expect(headers['content-security-policy']).toBe(
        `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
    });

    it.each(['markdown', 'html', 'svg'])('show hostile names as text in %s', async (format) => {
      const { text } = await read(`format=${format}`);
      expect(text).toContain('&lt;script&gt;alert(');
      expect(text).not.toMatch(/<script|<\/script|\u202e/);
    });

    it('have the words of the model that was kept, also when it is served no more', async () => {
      const before = await read('format=markdown');
      expect(before.text).toContain('| Does it rain? | yes |');
      await rm(join(models, 'lunch-1.0.0.json'));
      service = await service.restart();
      expect((await read('format=markdown')).text).toBe(before.text);
      expect((await read('', { Accept: 'text/html' })).text).toContain('Where to have lunch?');
    });

    it('have ids for words when the model is lost or has been changed', async () => {
      const found = await read('format=markdown');
      const database = new Database(service.database);
      const kept = database.prepare<[], { document: string }>("SELECT document FROM archived_model WHERE id = 'lunch'").get();
      database
        .prepare("UPDATE archived_model SET document = replace(document, 'Does it rain?', 'Do you pay?') WHERE id = 'lunch'")
        .run();
      const { status, text, headers } = await read('format=markdown');
      database.prepare("UPDATE archived_model SET document = ? WHERE id = 'lunch'").run(kept?.document);
      database.close();
      expect(status).toBe(200);
      expect(text).toContain('| rain | yes |');
      expect(headers['etag']).not.toBe(found.headers['etag']);
      expect((await read('format=markdown')).text).toBe(found.text);
    });

    it('are missing where the recommendation is', async () => {
      const params = { id: '01900000-0000-7000-8000-ffffffffffff' };
      const { body } = await service.call('getRecommendation', { params, query: 'format=html' });
      expect(body).toMatchObject({ status: 404, code: 'recommendation-not-found' });
    });
  });

  describe('of a list of assessments', () => {
    const list = (query: string, headers = {}) => service.call('listAssessments', { query, headers });
    const rowsOf = (text: string): readonly Record<string, string>[] => parse(text, { columns: true });

    beforeAll(async () => {
      for (const ref of ['one', 'two', 'three']) {
        await service.call('createAssessment', {
          body: { subject: { ref, tags: ['listed'] }, answers: { targets: ['kubernetes'] } },
        });
      }
    });

    it('are a table to download, by format=csv or by Accept', async () => {
      const { text, headers } = await list('format=csv&tag=listed', { Accept: 'application/json' });
      expect((await list('tag=listed', { Accept: 'text/csv' })).text).toBe(text);
      expect(headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="assessments.csv"',
        vary: 'Accept',
      });
      expect(rowsOf(text).map((row) => row['subject.ref'])).toEqual(['three', 'two', 'one']);
    });

    it('say the same as the JSON', async () => {
      const [row = {}] = rowsOf((await list('format=csv&limit=1&tag=listed')).text);
      const { items } = (await list('limit=1&tag=listed')).body;
      expect(row).toMatchObject({ id: items[0].id, revision: '1', createdAt: items[0].createdAt });
      expect(JSON.parse(row['answers'] ?? '')).toEqual(items[0].answers);
    });

    it('come in pages, each of which leads to the next of its kind', async () => {
      const refs: (string | undefined)[] = [];
      for (let query = 'format=csv&tag=listed&limit=2'; query !== ''; ) {
        const { text, headers } = await list(query);
        refs.push(...rowsOf(text).map((row) => row['subject.ref']));
        query = /^<\/v1\/assessments\?(.*)>; rel="next"$/.exec(headers['link'] ?? '')?.[1] ?? '';
      }
      expect(refs).toEqual(['three', 'two', 'one']);
    });

    it('hold no formula', async () => {
      const [row] = rowsOf((await list('format=csv&tag=%40x')).text);
      expect(row).toMatchObject({ 'subject.ref': "'=1+1", 'latestRecommendation.recommended': 'canteen' });
    });

    it('are refused in other formats', async () => {
      expect((await list('format=html')).status).toBe(422);
      expect((await list('', { Accept: 'text/html' })).status).toBe(406);
    });
  });
});
