import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Assessment, Store } from '../../src/services/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { backends } from './backends.ts';
import { afterNoon, assessment, claim, model, noon, recommendation, scope } from './samples.ts';

describe.each(backends)('the store on $provider', ({ freshUrl, run }) => {
  let url: string;
  let store: Store;
  let replica: Store;

  beforeAll(async () => {
    url = await freshUrl();
    store = await openStore(url);
    replica = await openStore(url);
  });
  afterAll(() => Promise.all([store.close(), replica.close()]));

  async function created(changes: Partial<Assessment> = {}): Promise<Assessment> {
    const value = assessment(changes);
    expect(await store.assessments.create(scope, value, claim(`id:${value.id}`))).toEqual({ kind: 'created', value });
    return value;
  }

  const kinds = (outcomes: readonly { readonly kind: string }[]) =>
    Object.fromEntries(
      [...new Set(outcomes.map(({ kind }) => kind))].map((kind) => [
        kind,
        outcomes.filter((outcome) => outcome.kind === kind).length,
      ]),
    );

  test('answers', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });

  describe('assessments', () => {
    test('come back as they were kept, with every key in its place', async () => {
      const value = await created({
        subject: { ref: 'r', name: 'Ünïcode 🚀', tags: ['b', 'a', 'b'] },
        answers: { z: null, a: { anyOf: ['x', 1, true] }, m: { notApplicable: 'why?' }, 10: -0.5 },
        weights: { rollback: 0.1 },
      });
      const found = await store.assessments.find(scope, value.id);
      expect(found).toEqual(value);
      expect(JSON.stringify(found?.answers)).toBe(JSON.stringify(value.answers));
    });

    test('keep what they began with through every change', async () => {
      const left = [{ pointer: '/answers/q', code: 'unknown-question', message: 'Gone.' }];
      const carriedOver = { from: randomUUID(), revision: 3, model: 'delivery-approach', version: '0.9.0', left };
      const value = await created({ carriedOver });
      const next = { ...value, answers: { q: 1 }, revision: 2 };
      expect(await store.assessments.replace(scope, value, next)).toEqual({ kind: 'changed', value: next });
      expect(await store.assessments.find(scope, value.id)).toEqual(next);
    });

    test('belong to their workspace', async () => {
      const { id } = await created();
      const elsewhere = { ...scope, workspace: 'elsewhere' };
      expect(await store.assessments.find(elsewhere, id)).toBeUndefined();
      expect(await store.assessments.remove(elsewhere, id, { revision: 1, at: noon })).toEqual({ kind: 'missing' });
      expect((await store.assessments.list(elsewhere, {}, { limit: 100 })).items).toEqual([]);
      expect(await store.assessments.create(elsewhere, assessment({ id }), claim(`id:${id}`))).toMatchObject({ kind: 'created' });
    });

    test('are changed only from the revision before', async () => {
      const value = await created({ subject: { ref: 'r', name: 'n', tags: ['old', 'kept'] } });
      const subject = { ref: 'r2', name: 'n2', tags: ['kept', 'new-tag'] };
      const next = { ...value, subject, answers: { q: 1 }, revision: 2, updatedAt: afterNoon(5) };
      const lost = { ...value, id: randomUUID() };
      expect(await store.assessments.replace(scope, value, next)).toEqual({ kind: 'changed', value: next });
      expect(await store.assessments.replace(scope, value, next)).toEqual({ kind: 'stale', currentRevision: 2 });
      expect(await store.assessments.replace(scope, lost, { ...next, id: lost.id })).toEqual({ kind: 'missing' });
    });

    test('are found by the tags that they have after a change', async () => {
      const value = await created({ subject: { ref: 'r', name: 'n', tags: ['lost', 'kept'] } });
      const answered = { ...value, answers: { q: 1 }, revision: 2 };
      await store.assessments.replace(scope, value, answered);
      expect((await store.assessments.list(scope, { tag: 'lost' }, { limit: 9 })).items).toEqual([answered]);
      const retagged = { ...answered, subject: { ...value.subject, tags: ['kept', 'new-tag'] }, revision: 3 };
      await store.assessments.replace(scope, answered, retagged);
      for (const [tag, items] of Object.entries({ lost: [], kept: [retagged], 'new-tag': [retagged] })) {
        expect((await store.assessments.list(scope, { tag }, { limit: 9 })).items.filter(({ id }) => id === value.id)).toEqual(
          items,
        );
      }
    });

    test('take one of many simultaneous changes', async () => {
      const value = await created();
      const changes = Array.from({ length: 20 }, (_, index) =>
        [store, replica][index % 2]?.assessments.replace(scope, value, { ...value, answers: { index }, revision: 2 }),
      );
      const outcomes = (await Promise.all(changes)).flatMap((outcome) => outcome ?? []);
      expect(kinds(outcomes)).toEqual({ changed: 1, stale: 19 });
    });

    test('are removed with their recommendations and claims, at the right revision', async () => {
      const value = await created();
      const record = recommendation(value.id);
      await store.recommendations.record(scope, record, model, claim(`id:${record.id}`));
      expect(await store.assessments.remove(scope, value.id, { revision: 7, at: noon })).toEqual({
        kind: 'stale',
        currentRevision: 1,
      });
      expect(await store.assessments.remove(scope, value.id, { revision: 1, at: noon })).toEqual({
        kind: 'changed',
        value: undefined,
      });
      expect(await store.assessments.remove(scope, value.id, { revision: 1, at: noon })).toEqual({ kind: 'missing' });
      expect(await store.recommendations.find(scope, record.id)).toBeUndefined();
      const claims = await run(url, `SELECT * FROM creation_claim WHERE assessment_id = '${value.id}'`);
      expect(claims).toEqual([]);
      expect(await store.assessments.create(scope, value, claim(`id:${value.id}`))).toMatchObject({ kind: 'created' });
    });
  });

  describe('creation', () => {
    test('happens once, however often and wherever it is asked for at the same time', async () => {
      const tokens = [`id:${randomUUID()}`, `key:createAssessment:${randomUUID()}`];
      const asked = Array.from({ length: 50 }, (_, index) => {
        const own = claim(...(index % 2 === 0 ? tokens : tokens.toReversed()));
        return (index % 3 === 0 ? replica : store).assessments.create(scope, assessment(), own);
      });
      const outcomes = await Promise.all(asked);
      expect(kinds(outcomes)).toEqual({ created: 1, replayed: 49 });
      expect(new Set(outcomes.map((outcome) => outcome.kind !== 'conflict' && outcome.value.id)).size).toBe(1);
    });

    test('replays what has become of it since', async () => {
      const value = await created();
      const next = { ...value, answers: { q: true }, revision: 2 };
      await store.assessments.replace(scope, value, next);
      expect(await store.assessments.create(scope, value, claim(`id:${value.id}`))).toEqual({ kind: 'replayed', value: next });
    });

    test('tells beforehand what a claim was given', async () => {
      const { id } = await created();
      const own = claim(`id:${id}`);
      expect(await store.assessments.claimed(scope, own)).toMatchObject({ kind: 'replayed', value: { id } });
      const other = { ...own, fingerprint: 'sha256:other' };
      expect(await store.assessments.claimed(scope, other)).toEqual({ kind: 'conflict', token: `id:${id}` });
      expect(await store.assessments.claimed({ ...scope, workspace: 'elsewhere' }, own)).toBeUndefined();
      expect(await store.assessments.claimed(scope, claim())).toBeUndefined();
    });

    test('keeps other content from a token, and leaves nothing of itself behind', async () => {
      const { id } = await created();
      const other = { tokens: [`key:a:${id}`, `id:${id}`], fingerprint: 'sha256:other' };
      const loser = assessment();
      expect(await store.assessments.create(scope, loser, other)).toEqual({ kind: 'conflict', token: `id:${id}` });
      expect(await store.assessments.find(scope, loser.id)).toBeUndefined();
      expect(await store.assessments.create(scope, loser, claim(`key:a:${id}`))).toMatchObject({ kind: 'created' });
    });

    test('does not take the id of something that was created without a claim', async () => {
      const value = assessment();
      await store.assessments.create(scope, value, claim());
      expect(await store.assessments.create(scope, value, claim(`id:${value.id}`))).toEqual({
        kind: 'conflict',
        token: `id:${value.id}`,
      });
    });

    test('does not mistake a recommendation for an assessment', async () => {
      const record = recommendation((await created()).id);
      await store.recommendations.record(scope, record, model, claim(`id:${record.id}`));
      expect(await store.assessments.create(scope, assessment({ id: record.id }), claim(`id:${record.id}`))).toEqual({
        kind: 'conflict',
        token: `id:${record.id}`,
      });
    });
  });

  describe('recommendations', () => {
    let owner: Assessment;
    beforeEach(async () => {
      owner = await created();
    });

    test('come back character by character, their model with them', async () => {
      const { recommended: _, ...nothing } = recommendation(owner.id, { verdict: 'none' });
      for (const record of [recommendation(owner.id), nothing]) {
        const value = { ...record, document: '{ "b":1.0,\n"a":"\\u00e9é🚀", "__proto__": 1e2 }' };
        expect(await store.recommendations.record(scope, value, model, claim())).toEqual({ kind: 'created', value });
        expect(await store.recommendations.find(scope, value.id)).toEqual(value);
      }
      expect(await store.models.find(scope, model.contentHash)).toEqual(model);
      expect(await store.models.find(scope, 'sha256:unknown')).toBeUndefined();
    });

    test('need their assessment', async () => {
      const record = recommendation(randomUUID());
      expect(await store.recommendations.record(scope, record, model, claim('key:x:1'))).toEqual({ kind: 'missing' });
    });

    test('are recorded once for simultaneous requests', async () => {
      const tokens = [`key:record:${randomUUID()}`];
      const asked = Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? store : replica).recommendations.record(scope, recommendation(owner.id), model, claim(...tokens)),
      );
      expect(kinds(await Promise.all(asked))).toEqual({ created: 1, replayed: 49 });
      expect((await store.recommendations.list(scope, { assessmentId: owner.id }, { limit: 9 })).items).toHaveLength(1);
    });

    test('do not take an id or a key from another', async () => {
      const record = recommendation(owner.id);
      await store.recommendations.record(scope, record, model, claim());
      const again = store.recommendations.record(scope, record, model, claim());
      expect(await again).toEqual({ kind: 'conflict', token: `id:${record.id}` });
      const other = await created();
      const narrow = { ...scope, assessment: other };
      expect(await store.recommendations.record(narrow, { ...record, assessmentId: other.id }, model, claim())).toEqual({
        kind: 'conflict',
        token: `id:${record.id}`,
      });
      expect(await store.recommendations.record(scope, recommendation(owner.id), model, claim(`id:${owner.id}`))).toEqual({
        kind: 'conflict',
        token: `id:${owner.id}`,
      });
    });

    test('are not there for whoever is bound to another assessment, not even to an earlier one of that id', async () => {
      const record = recommendation(owner.id);
      await store.recommendations.record(scope, record, model, claim());
      const bound = { ...scope, assessment: owner };
      const late = { ...scope, assessment: { id: owner.id, createdAt: afterNoon(-1) } };
      expect(await store.recommendations.find(bound, record.id)).toEqual(record);
      expect((await store.recommendations.list(bound, {}, { limit: 9 })).items).toEqual([record]);
      expect(await store.assessments.find(bound, owner.id)).toMatchObject({ id: owner.id });
      expect(await store.recommendations.find(late, record.id)).toBeUndefined();
      expect((await store.recommendations.list(late, {}, { limit: 9 })).items).toEqual([]);
      expect(await store.assessments.find(late, owner.id)).toBeUndefined();
      expect((await store.assessments.list(late, {}, { limit: 9 })).items).toEqual([]);
      expect(await store.assessments.replace(late, owner, { ...owner, revision: 2 })).toEqual({ kind: 'missing' });
      expect(await store.assessments.remove(late, owner.id, { revision: 1, at: noon })).toEqual({ kind: 'missing' });
    });

    test('are noted as the latest by time, not by arrival, and survive a change of the assessment', async () => {
      const { recommended: _, ...none } = recommendation(owner.id, { createdAt: afterNoon(2), verdict: 'none' });
      await store.recommendations.record(scope, none, model, claim());
      await store.recommendations.record(scope, recommendation(owner.id, { createdAt: afterNoon(1) }), model, claim());
      const latestRecommendation = { id: none.id, verdict: 'none', createdAt: afterNoon(2) };
      expect(await store.assessments.find(scope, owner.id)).toEqual({ ...owner, latestRecommendation });
      const change = await store.assessments.replace(scope, owner, { ...owner, revision: 2 });
      expect(change).toEqual({ kind: 'changed', value: { ...owner, revision: 2, latestRecommendation } });
    });

    test('have their model kept anew when somebody has removed it', async () => {
      const value = await created();
      const own = { ...model, contentHash: `sha256:${randomUUID()}` };
      const first = recommendation(value.id, { contentHash: own.contentHash });
      expect(await store.recommendations.record(scope, first, own, claim())).toMatchObject({ kind: 'created' });
      await store.assessments.remove(scope, value.id, { revision: 1, at: noon });
      await run(url, `DELETE FROM archived_model WHERE content_hash = '${own.contentHash}'`);
      const second = recommendation(owner.id, { contentHash: own.contentHash });
      expect(await store.recommendations.record(scope, second, own, claim())).toMatchObject({ kind: 'created' });
      expect(await store.models.find(scope, own.contentHash)).toEqual(own);
    });

    test('cannot be changed, and go only with their assessment', async () => {
      const record = recommendation(owner.id);
      await store.recommendations.record(scope, record, model, claim());
      const own = `WHERE id = '${record.id}'`;
      await expect(run(url, `UPDATE recommendation SET document = '{}' ${own}`)).rejects.toThrow(
        'a recommendation cannot be changed',
      );
      await expect(run(url, `UPDATE recommendation SET id = id ${own}`)).rejects.toThrow('a recommendation cannot be changed');
      await expect(run(url, `DELETE FROM recommendation ${own}`)).rejects.toThrow(
        'a recommendation goes only with its assessment',
      );
      expect(await store.recommendations.find(scope, record.id)).toEqual(record);
      await run(url, `DELETE FROM assessment WHERE id = '${owner.id}'`);
      expect(await store.recommendations.find(scope, record.id)).toBeUndefined();
    });

    test('are found by the model that they were made with', async () => {
      const subject = randomUUID();
      const [lunch, delivery] = ['lunch', model.id].map((id, time) =>
        recommendation(owner.id, { subjectRef: subject, model: id, createdAt: afterNoon(time) }),
      );
      if (lunch === undefined || delivery === undefined) throw new RangeError('there are two');
      for (const record of [lunch, delivery]) await store.recommendations.record(scope, record, model, claim());
      expect(await store.recommendations.list(scope, { subject, model: 'lunch' }, { limit: 1 })).toEqual({ items: [lunch] });
      expect(await store.recommendations.list(scope, { subject, model: model.id }, { limit: 1 })).toEqual({ items: [delivery] });
      expect(await store.recommendations.list(scope, { subject, model: 'dinner' }, { limit: 1 })).toEqual({ items: [] });
    });

    test('are found by assessment and by subject, newest first', async () => {
      const subjectRef = randomUUID();
      const records = [0, 1, 1, 2].map((time) => recommendation(owner.id, { subjectRef, createdAt: afterNoon(time) }));
      for (const record of records) await store.recommendations.record(scope, record, model, claim());
      const expected = records.toSorted(
        (left, right) => right.createdAt.getTime() - left.createdAt.getTime() || (left.id < right.id ? 1 : -1),
      );
      expect(await store.recommendations.list(scope, { subject: subjectRef }, { limit: 4 })).toEqual({ items: expected });
      expect(await store.recommendations.list(scope, { assessmentId: owner.id }, { limit: 3 })).toEqual({
        items: expected.slice(0, 3),
        next: { createdAt: expected[2]?.createdAt, id: expected[2]?.id },
      });
      expect((await store.recommendations.list(scope, { subject: randomUUID() }, { limit: 4 })).items).toEqual([]);
    });
  });

  describe('lists of assessments', () => {
    const found = async (filter: Parameters<Store['assessments']['list']>[1]) =>
      (await store.assessments.list({ ...scope, workspace: 'lists' }, filter, { limit: 100 })).items.map(
        ({ subject }) => subject.ref,
      );

    beforeAll(async () => {
      const subjects = [
        { ref: 'plain', name: 'Straße ÉCOLE', tags: ['team-a'] },
        { ref: 'percent', name: '100% sure_thing', tags: ['team-b', 'team-a'] },
        { ref: 'greek', name: 'ΟΔΟΣ', tags: ['back\\slash'] },
        { ref: 'composed', name: 'cafe\u0301', tags: [] },
      ];
      for (const [index, subject] of subjects.entries()) {
        const value = assessment({ subject, createdAt: afterNoon(-index) });
        await store.assessments.create({ ...scope, workspace: 'lists' }, value, claim());
        if (index > 1) continue;
        const { recommended: _, ...none } = recommendation(value.id, { verdict: 'none', createdAt: noon });
        const record = index === 0 ? none : recommendation(value.id);
        await store.recommendations.record({ ...scope, workspace: 'lists' }, record, model, claim());
      }
    });

    test.each([
      ['%', ['percent']],
      ['_', ['percent']],
      ['\\', ['greek']],
      ['100%', ['percent']],
      ['0_', []],
      ['école', ['plain']],
      ['STRASSE', ['plain']],
      ['straße', ['plain']],
      ['οδος', ['greek']],
      ['δοσ', ['greek']],
      ['CAFÉ', ['composed']],
      ['EAM-', ['plain', 'percent']],
      ['plainstra', []],
      ["'; --", []],
    ])('find the text %j anywhere, whatever its case, and literally', async (text, expected) => {
      expect(await found({ text })).toEqual(expected);
    });

    test('filter by subject, tag and what was recommended, all at once', async () => {
      expect(await found({})).toEqual(['plain', 'percent', 'greek', 'composed']);
      expect(await found({ subject: 'greek' })).toEqual(['greek']);
      expect(await found({ subject: 'GREEK' })).toEqual([]);
      expect(await found({ tag: 'team-a' })).toEqual(['plain', 'percent']);
      expect(await found({ recommended: 'gitops' })).toEqual(['percent']);
      expect(await found({ recommended: 'none' })).toEqual(['plain']);
      expect(await found({ tag: 'team-a', recommended: 'gitops', text: 'sure' })).toEqual(['percent']);
      expect(await found({ tag: 'team-b', recommended: 'none' })).toEqual([]);
    });
  });
});
