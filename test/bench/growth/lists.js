import { figureOf, quantile } from '../frame/figure.js';
import { tell } from '../frame/progress.js';
import { inTurn, ratios } from '../frame/rounds.js';
import { migrated, postgresql, sqlite } from '../store/databases.js';
import { SCOPE } from '../store/own-path.js';
import { openStore } from '../subject/keeping.js';
import { seed } from './seeding.js';

/**
 * @import { AssessmentFilter, PageRequest, Store } from '../../../src/services/store.ts'
 * @import { Figure } from '../frame/figure.js'
 * @import { Database } from '../store/databases.js'
 */

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 5;

/** Pages of each kind in a round, and items of a page. */
const PAGES = 15;
const LIMIT = 25;

/** Of the fewest assessments that are measured, a filter leaves less than a page. */
const FULL_ENOUGH = 20;

/** What a page far down the list may take of the first. */
const AT_MOST = 1.5;

/** @type {Readonly<Record<string, AssessmentFilter>>} */
const FILTERS = {
  subject: { subject: 'component:default/service-7' },
  tag: { tag: 'group-7' },
  recommended: { recommended: 'hybrid' },
  text: { text: 'group-7.' },
};

/**
 * How long a page of the list of assessments takes by how many there are: the first, one after nine tenths of them, and
 * the first of each filter that a fiftieth, or for the recommendation a third, passes.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function listGrowth() {
  /** @type {Figure[]} */
  const figures = [];
  for (const start of [sqlite, postgresql]) {
    const database = await start();
    try {
      for (const count of SIZES) {
        tell(`growth: ${count} assessments on ${database.name}`);
        figures.push(...(await pagesOf(database, count)));
      }
    } finally {
      await database.stop();
    }
  }
  return figures;
}

/**
 * @param {Database} database
 * @param {number} count
 */
async function pagesOf(database, count) {
  const url = await migrated(database, `list${count}`);
  const plain = await database.plain(url);
  await seed(plain, { provider: database.provider, count });
  const [deep] = await plain.assessment.findMany({ orderBy: [{ createdAt: 'desc' }], skip: Math.floor(count * 0.9), take: 1 });
  await plain.$disconnect();
  if (deep === undefined) throw new Error('Nothing was seeded.');
  const store = await openStore(url);
  const page = (/** @type {AssessmentFilter} */ filter, /** @type {PageRequest} */ request = { limit: LIMIT }) => {
    return () => timeOfPage(store, filter, request);
  };
  const rivals = {
    first: page({}),
    deep: page({}, { limit: LIMIT, after: { createdAt: deep.createdAt, id: deep.id } }),
    ...Object.fromEntries(Object.entries(FILTERS).map(([name, filter]) => [name, page(filter)])),
  };
  await inTurn(PAGES, rivals);
  const times = await mediansInTurn(rivals);
  await store.close();
  const where = `${database.name}, ${count.toLocaleString('en-GB')} assessments`;
  return [
    figureOf(`${where}: deep ÷ first page`, { unit: 'ratio', rounds: ratios(times.deep, times.first), atMost: AT_MOST }),
    ...Object.entries(times).map(([name, rounds]) => figureOf(`${where}: ${name}`, { unit: 'ms', rounds })),
  ];
}

/**
 * The medians of each round, in which all kinds of pages are read in turn.
 *
 * @template {string} Rival
 * @param {Readonly<Record<Rival, () => Promise<number>>>} rivals
 */
async function mediansInTurn(rivals) {
  /** @type {Record<Rival, readonly number[]>[]} */
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await inTurn(PAGES, rivals));
  return mapped(rivals, (name) => rounds.map((round) => quantile(round[name], 0.5)));
}

/**
 * Milliseconds that a page takes.
 *
 * @param {Store} store
 * @param {AssessmentFilter} filter
 * @param {PageRequest} request
 */
async function timeOfPage(store, filter, request) {
  const start = performance.now();
  const { items } = await store.assessments.list(SCOPE, filter, request);
  const time = performance.now() - start;
  if (items.length < FULL_ENOUGH) throw new Error(`A page of ${items.length} is none to measure.`);
  return time;
}

/**
 * A record of the same keys.
 *
 * @template {string} Key
 * @template Value
 * @param {Readonly<Record<Key, unknown>>} record
 * @param {(key: Key) => Value} value
 */
function mapped(record, value) {
  // Other than those of a record, the keys of any object are not all known.
  const keys = /** @type {Key[]} */ (Object.keys(record));
  return /** @type {Record<Key, Value>} */ (Object.fromEntries(keys.map((key) => [key, value(key)])));
}
