import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Assessment, Store } from '../../src/services/store.ts';
import { createAttempt } from '../../src/store/database/attempt.ts';
import type { Client } from '../../src/store/database/client.ts';
import { sqliteAdapter } from '../../src/store/database/sqlite-adapter.ts';
import { PrismaClient as PostgresqlClient } from '../../src/store/generated/postgresql/client.ts';
import { PrismaClient as SqliteClient } from '../../src/store/generated/sqlite/client.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createAssessments } from '../../src/store/tables/assessments.ts';
import { createAuditLog } from '../../src/store/tables/audit-log.ts';
import { createRecommendations } from '../../src/store/tables/recommendations.ts';
import { backends } from './backends.ts';
import { fused } from './fuse.ts';
import { afterNoon, assessment, claim, model, noon, recommendation, scope, webhook } from './samples.ts';

type Writing = Pick<Store, 'assessments' | 'recommendations' | 'audit'>;

/** Everything that is kept, counted. */
const CENSUS = `SELECT (SELECT COUNT(*) FROM assessment) AS assessments, (SELECT SUM(revision) FROM assessment) AS revisions,
  (SELECT COUNT(*) FROM assessment_tag) AS tags, (SELECT COUNT(*) FROM creation_claim) AS claims,
  (SELECT COUNT(*) FROM recommendation) AS recommendations, (SELECT COUNT(latest_id) FROM assessment) AS latest,
  (SELECT COUNT(*) FROM archived_model) AS models, (SELECT COUNT(*) FROM audit_entry) AS entries,
  (SELECT COUNT(*) FROM webhook_delivery) AS told`;

/** A write on an assessment with one recommendation that is there already; the same call however often it is made. */
const WRITES: Readonly<Record<string, (present: Assessment) => (store: Writing) => Promise<unknown>>> = {
  'the creation of an assessment': () => {
    const { subject, ...rest } = assessment();
    const value = { ...rest, subject: { ...subject, tags: ['one', 'two'] } };
    return ({ assessments }) => assessments.create(scope, value, claim(`id:${value.id}`, `key:${value.id}`));
  },
  'the change of an assessment': (present) => {
    const next = { ...present, subject: { ...present.subject, tags: ['three'] }, revision: 2, updatedAt: afterNoon(1) };
    return ({ assessments }) => assessments.replace(scope, present, next);
  },
  'the removal of an assessment': ({ id }) => {
    return ({ assessments }) => assessments.remove(scope, id, { revision: 1, at: noon });
  },
  'the recording of a recommendation': ({ id }) => {
    const value = recommendation(id, { contentHash: `sha256:${id}`, createdAt: afterNoon(1) });
    const own = { ...model, contentHash: value.contentHash };
    return ({ recommendations }) => recommendations.record(scope, value, own, claim(`key:${value.id}`));
  },
};

/** It is told of every write, and what was written and what is told have to go together. */
const HOOK = webhook();

describe.each(backends)('a database on $provider whose connection breaks', ({ provider, freshUrl, run }) => {
  let url: string;
  let whole: Store;
  let breaking: ReturnType<typeof breakingStore>;

  beforeAll(async () => {
    url = await freshUrl();
    whole = await openStore(url);
    await whole.webhooks.create(scope, HOOK, claim('id:hook'));
    breaking = breakingStore(url, provider);
  });
  afterAll(async () => {
    await whole.close();
    await breaking.close();
  });

  /** What is kept, as numbers. */
  async function census(): Promise<Readonly<Record<string, number>>> {
    const [counts] = await run(url, CENSUS);
    return Object.fromEntries(Object.entries(counts ?? {}).map(([name, count]) => [name, Number(count)]));
  }

  /** A new assessment with tags and one recommendation. */
  async function present(): Promise<Assessment> {
    const value = assessment({ subject: { ref: 'r', name: 'n', tags: ['old'] } });
    await whole.assessments.create(scope, value, claim(`id:${value.id}`));
    await whole.recommendations.record(scope, recommendation(value.id), model, claim(randomUUID()));
    return value;
  }

  /** By how much a step changes what is kept. */
  async function effectOf(step: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
    const before = await census();
    await step();
    const after = await census();
    return Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]));
  }

  test.each(Object.entries(WRITES))(
    'has %s done wholly or not at all, wherever that is, and can be asked again',
    async (_, write) => {
      const call = write(await present());
      breaking.fuse.set(Number.POSITIVE_INFINITY, 'before');
      const wholly = await effectOf(() => call(breaking.store));
      const steps = breaking.fuse.clear();
      const nothing = Object.fromEntries(Object.keys(wholly).map((name) => [name, 0]));
      expect(steps).toBeGreaterThan(2);
      expect(wholly).not.toEqual(nothing);
      for (let step = 1; step <= steps; step++) {
        for (const moment of ['before', 'after'] as const) {
          const again = write(await present());
          let outcome: PromiseSettledResult<unknown> | undefined;
          const effect = await effectOf(async () => {
            breaking.fuse.set(step, moment);
            [outcome] = await Promise.allSettled([again(breaking.store)]);
            breaking.fuse.clear();
          });
          const told = outcome?.status === 'rejected' ? outcome.reason.code : 'done';
          expect([
            ['done', wholly],
            ['store-unavailable', wholly],
            ['store-unavailable', nothing],
          ]).toContainEqual([told, effect]);
          const rest = await effectOf(() => again(breaking.store));
          expect([step, moment, rest]).toEqual([step, moment, effect['entries'] === 0 ? wholly : nothing]);
        }
      }
    },
  );
});

/** The parts of the store that write, on a connection that breaks when it is told to. */
function breakingStore(url: string, provider: 'sqlite' | 'postgresql') {
  const { adapter, fuse } = fused(
    provider === 'sqlite' ? sqliteAdapter(url.replace('file:', '')) : new PrismaPg({ connectionString: url, max: 2 }),
  );
  // Both clients come from one schema, but their generated types are declared apart.
  const client = provider === 'sqlite' ? new SqliteClient({ adapter }) : (new PostgresqlClient({ adapter }) as unknown as Client);
  const attempt = createAttempt(10_000);
  const store: Writing = {
    assessments: createAssessments(client, attempt),
    recommendations: createRecommendations(client, attempt),
    audit: createAuditLog(client, attempt),
  };
  return { store, fuse, close: () => client.$disconnect() };
}
