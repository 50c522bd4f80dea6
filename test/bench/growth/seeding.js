import { SCOPE } from '../store/own-path.js';

/**
 * @import { PrismaClient } from '../../../src/store/generated/sqlite/client.ts'
 */

/** When the oldest assessment was created; each of the others a second after the one before. */
const SINCE = Date.UTC(2026, 0, 1);

/** One assessment in so many has the tag, is of the subject, or is found by the text that pages are filtered by. */
const RARITY = 50;

/** About as many answers as a quick questionnaire has. */
const ANSWERS = JSON.stringify(
  Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`question-number-${index}`, index % 5])),
);

/** How either database counts, writes times and makes ids that rise. */
const DIALECTS = {
  sqlite: {
    numbers: (/** @type {number} */ count) =>
      `WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ${count})`,
    time: `strftime('%Y-%m-%dT%H:%M:%f', ${SINCE / 1000} + i, 'unixepoch') || '+00:00'`,
    id: `'01900000-0000-7000-8000-' || printf('%012x', i)`,
  },
  postgresql: {
    numbers: (/** @type {number} */ count) => `WITH numbers(i) AS (SELECT generate_series(1, ${count}))`,
    time: `TO_TIMESTAMP(${SINCE / 1000} + i) AT TIME ZONE 'UTC'`,
    id: `'01900000-0000-7000-8000-' || LPAD(TO_HEX(i), 12, '0')`,
  },
};

/**
 * Fills an empty database with assessments that have a recommendation each, by one statement a table.
 *
 * @param {PrismaClient} client
 * @param {{ readonly provider: keyof typeof DIALECTS, readonly count: number }} wish
 */
export async function seed(client, { provider, count }) {
  const { numbers, time, id } = DIALECTS[provider];
  const recommended = "CASE i % 3 WHEN 0 THEN 'gitops' WHEN 1 THEN 'cicd' ELSE 'hybrid' END";
  const group = `i % ${RARITY}`;
  await client.$executeRawUnsafe(
    `${numbers(count)}
     INSERT INTO assessment (workspace, id, subject_ref, subject_name, tags, search_text, model, version, answers, weights,
       revision, created_at, updated_at, latest_id, latest_recommended, latest_verdict, latest_created_at)
     SELECT '${SCOPE.workspace}', ${id}, 'component:default/service-' || (${group}), 'Service ' || i,
       '["group-' || (${group}) || '"]', 'COMPONENT:DEFAULT/SERVICE-' || (${group}) || ' SERVICE ' || i || ' GROUP-' || (${group}) || '.',
       'delivery-approach', '1.1.0', '${ANSWERS}', '{}', 1, ${time}, ${time}, ${id}, ${recommended}, 'leaning', ${time}
     FROM numbers`,
  );
  await client.$executeRawUnsafe(
    `${numbers(count)}
     INSERT INTO assessment_tag (workspace, tag, assessment_id) SELECT '${SCOPE.workspace}', 'group-' || (${group}), ${id} FROM numbers`,
  );
  await client.$executeRawUnsafe('ANALYZE');
}
