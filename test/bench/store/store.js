import { figureOf, quantile } from '../frame/figure.js';
import { tell } from '../frame/progress.js';
import { inTurn, ratios } from '../frame/rounds.js';
import { openStore } from '../subject/keeping.js';
import { migrated, postgresql, sqlite } from './databases.js';
import { journeys } from './journey.js';
import { overHttp } from './over-http.js';
import { ownPath, SCOPE } from './own-path.js';
import { rawPath, rowsOf } from './raw-path.js';
import { notingStore } from './writes.js';

/**
 * @import { Figure } from '../frame/figure.js'
 * @import { Database } from './databases.js'
 */

const ROUNDS = 5;

/** Journeys of each round, one after the other. */
const JOURNEYS = 40;

/** What the path through the service has to reach of raw Prisma. */
const AT_LEAST = 0.7;

/**
 * What a journey (create, change, record, read) costs through use cases and store, beside the same statements sent
 * through Prisma with the same adapter; and how many are made over HTTP.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function store() {
  /** @type {Figure[]} */
  const figures = [];
  for (const start of [sqlite, postgresql]) {
    const database = await start();
    tell(`store: ${database.name}`);
    try {
      figures.push(...(await pathFigures(database)), ...(await overHttp(database)));
    } finally {
      await database.stop();
    }
  }
  return figures;
}

/** @param {Database} database */
async function pathFigures(database) {
  const writes = await writesOf(database);
  const own = await openStore(await migrated(database, 'own'));
  const raw = await database.plain(await migrated(database, 'raw'));
  for (const { model } of writes.slice(0, 1)) await raw.archivedModel.create({ data: { ...model, workspace: SCOPE.workspace } });
  const walk = ownPath(own);
  const send = rawPath(raw);
  /** @type {number[]} */
  const evaluating = [];
  const ownRounds = inRounds(journeys({ count: JOURNEYS * (ROUNDS + 1), seed: 2 }));
  const rawRounds = inRounds(writes.map(rowsOf));
  const rivals = {
    own: async () => {
      /** @type {number[]} */
      const spent = [];
      const times = await timesOf(ownRounds, async (journey) => void spent.push(await walk(journey)));
      evaluating.push(quantile(spent, 0.5));
      return quantile(differences(times, spent), 0.5);
    },
    raw: async () => quantile(await timesOf(rawRounds, send), 0.5),
  };
  await inTurn(1, rivals);
  evaluating.length = 0;
  const times = await inTurn(ROUNDS, rivals);
  await Promise.all([own.close(), raw.$disconnect()]);
  const { name } = database;
  return [
    figureOf(`${name}: rate of the service's path ÷ raw Prisma`, {
      unit: 'ratio',
      rounds: ratios(times.raw, times.own),
      atLeast: AT_LEAST,
    }),
    figureOf(`${name}: a journey through the service`, { unit: 'ms', rounds: times.own }),
    figureOf(`${name}: a journey through raw Prisma`, { unit: 'ms', rounds: times.raw }),
    figureOf(`${name}: evaluating on it, not counted above`, { unit: 'ms', rounds: evaluating }),
  ];
}

/**
 * What as many journeys write as are measured: so that raw Prisma writes rows like those of the service.
 *
 * @param {Database} database
 */
async function writesOf(database) {
  const noting = notingStore(await openStore(await database.url('noted')));
  const walk = ownPath(noting.store);
  for (const journey of journeys({ count: JOURNEYS * (ROUNDS + 1), seed: 1 })) await walk(journey);
  await noting.store.close();
  return noting.writes;
}

/**
 * Each round's share of what is to be done.
 *
 * @template Item
 * @param {readonly Item[]} items
 */
function inRounds(items) {
  return Array.from({ length: ROUNDS + 1 }, (_, round) => items.slice(round * JOURNEYS, (round + 1) * JOURNEYS)).values();
}

/**
 * @param {readonly number[]} numbers
 * @param {readonly number[]} others
 */
function differences(numbers, others) {
  return numbers.map((number, index) => number - (others[index] ?? Number.NaN));
}

/**
 * Milliseconds that each of the items of the next round takes.
 *
 * @template Item
 * @param {Iterator<readonly Item[]>} rounds
 * @param {(item: Item) => Promise<void>} step
 */
async function timesOf(rounds, step) {
  /** @type {number[]} */
  const times = [];
  for (const item of rounds.next().value) {
    const start = performance.now();
    await step(item);
    times.push(performance.now() - start);
  }
  return times;
}
