import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

type Damage = (document: string) => string;

describe('a recommendation whose row somebody changed behind the back of the service', () => {
  let service: ServiceUnderTest;
  let id: string;
  let original: string;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.discard());
  beforeEach(async () => {
    const body = {
      subject: { ref: 'payments', name: 'Payments', tags: ['a'] },
      answers: { targets: ['kubernetes'], 'drift-pain': 5 },
      weights: { rollback: 5 },
    };
    const assessment = await service.call('createAssessment', { body });
    const recorded = await service.call('recordRecommendation', { params: { id: assessment.body.id } });
    [id, original] = [recorded.body.id, recorded.text];
  });

  /** Runs SQL as somebody with the file would; with the trigger that protects recommendations dropped meanwhile. */
  function tamper(sql: string, ...values: readonly unknown[]): void {
    const database = new Database(service.database);
    const trigger = database
      .prepare<[], { sql: string }>("SELECT sql FROM sqlite_master WHERE name = 'recommendation_is_not_changed'")
      .get();
    database.exec('DROP TRIGGER recommendation_is_not_changed');
    database.prepare(sql).run(...values);
    database.exec(trigger?.sql ?? '');
    database.close();
  }

  async function verified() {
    const { body } = await service.call('verifyRecommendation', { params: { id } });
    expect(body.reproducible).toBe(body.differences.length === 0);
    return body.differences as readonly { path: string; stored?: unknown; recomputed?: unknown }[];
  }

  it('cannot be changed while the trigger stands', () => {
    const database = new Database(service.database);
    expect(() => database.prepare('UPDATE recommendation SET verdict = ? WHERE id = ?').run('clear', id)).toThrow(
      /cannot be changed/,
    );
    database.close();
  });

  it('is found out by the path of a changed number', async () => {
    const changed = JSON.parse(original);
    changed.evaluation.alternatives[0].score += 1;
    tamper('UPDATE recommendation SET document = ? WHERE id = ?', JSON.stringify(changed), id);
    const { score } = JSON.parse(original).evaluation.alternatives[0];
    expect(await verified()).toEqual([{ path: '/evaluation/alternatives/0/score', stored: score + 1, recomputed: score }]);
  });

  it.each<[string, Damage, readonly string[]]>([
    ['a lost part', withoutRationale, ['/evaluation/rationale']],
    ['an added part', (text) => text.replace(/}$/, ',"approved":true}'), ['/approved']],
    ['another name of a lost subject', (text) => text.replace('"name":"Payments",', ''), ['/subject/name']],
    ['another time', (text) => text.replace(/"createdAt":"2026/, '"createdAt":"2025'), ['/createdAt']],
    ['another id', (text) => text.replace(/"id":"01900000/, '"id":"01900001'), ['/id']],
    ['an answer the model refuses', (text) => text.replace('"drift-pain":5', '"drift-pain":6'), ['/answers/drift-pain']],
    ['text that is not JSON', (text) => text.slice(0, -9), ['']],
    ['nothing at all', () => '', ['']],
    ['another JSON value', () => '[]', ['']],
    ['a key twice', (text) => text.replace('"verdict"', '"verdict":"clear","verdict"'), ['']],
    ['other spacing', (text) => text.replace(',', ', '), ['']],
    ['endless nesting', () => `{"answers":${'['.repeat(9000)}${']'.repeat(9000)}}`, ['']],
  ])('is found out by %s', async (_name, damage, paths) => {
    const damaged = damage(original);
    expect(damaged).not.toBe(original);
    tamper('UPDATE recommendation SET document = ? WHERE id = ?', damaged, id);
    expect((await verified()).map(({ path }) => path)).toEqual(paths);
  });

  it('is found out by a changed answer, as everything that hangs on it differs', async () => {
    tamper('UPDATE recommendation SET document = ? WHERE id = ?', original.replace('"drift-pain":5', '"drift-pain":1'), id);
    const paths = (await verified()).map(({ path }) => path);
    expect(paths).toContain('/evaluation/alternatives/0/score');
    expect(paths.every((path) => path.startsWith('/evaluation/'))).toBe(true);
  });

  it.each([
    ['recommended', 'cicd', '/evaluation/outcome/recommended'],
    ['recommended', null, '/evaluation/outcome/recommended'],
    ['verdict', 'clear', '/evaluation/outcome/verdict'],
    ['engine', '0.0.1', '/evaluation/method/engine'],
    ['version', '0.0.1', '/evaluation/method/version'],
    ['subject_ref', 'other', '/subject/ref'],
  ])('is found out by another %s beside it: %s', async (column, value, path) => {
    tamper(`UPDATE recommendation SET ${column} = ? WHERE id = ?`, value, id);
    expect((await verified()).map((difference) => difference.path)).toEqual([path]);
  });

  it('is found out by a changed model, and stands again with the right one', async () => {
    tamper('UPDATE archived_model SET document = ?||document', ' ');
    const { contentHash } = JSON.parse(original).evaluation.method;
    const recomputed = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);
    expect(await verified()).toEqual([{ path: '/evaluation/method/contentHash', stored: contentHash, recomputed }]);
    tamper('UPDATE archived_model SET document = trim(document)');
    expect(await verified()).toEqual([]);
  });
});

function withoutRationale(text: string): string {
  const { evaluation, ...document } = JSON.parse(text);
  const { rationale: _, ...rest } = evaluation;
  return JSON.stringify({ ...document, evaluation: rest });
}
