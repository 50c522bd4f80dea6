import { figureOf } from '../frame/figure.js';
import { tell } from '../frame/progress.js';
import { inTurn, ratios } from '../frame/rounds.js';
import { startService } from '../http/servers.js';
import { journeys } from './journey.js';

/**
 * @import { Figure } from '../frame/figure.js'
 * @import { Server } from '../http/servers.js'
 * @import { Database } from './databases.js'
 * @import { Journey } from './journey.js'
 */

const ROUNDS = 3;

/** Journeys of each round, and how many are under way at a time. */
const JOURNEYS = 64;
const AT_A_TIME = 8;

/**
 * Whole journeys over HTTP: of one process, and, where a database can be shared, of two that take turns. Whatever
 * else there is (the clients, the database, the other process) works on the same cores.
 *
 * @param {Database} database
 * @returns {Promise<readonly Figure[]>}
 */
export async function overHttp({ name, provider, url }) {
  const replicas = [];
  try {
    const settings = { DATABASE_URL: await url('http') };
    // One after the other, as the first one makes the tables.
    for (let left = provider === 'postgresql' ? 2 : 1; left > 0; left -= 1) replicas.push(await startService(settings));
    return await figures(name, replicas);
  } finally {
    await Promise.all(replicas.map((replica) => replica.stop()));
  }
}

/**
 * @param {string} name of the database
 * @param {readonly Server[]} replicas
 */
async function figures(name, replicas) {
  let seed = 0;
  const rate = (/** @type {readonly Server[]} */ some) => async () => {
    seed += 1;
    return rateOf(some, journeys({ count: JOURNEYS, seed }));
  };
  /** @type {Readonly<Record<string, () => Promise<number>>>} */
  const rivals = { one: rate(replicas.slice(0, 1)), ...(replicas.length > 1 && { two: rate(replicas) }) };
  tell(`store: ${name} over HTTP`);
  await inTurn(1, rivals);
  const rounds = await inTurn(ROUNDS, rivals);
  const unit = 'journeys/s';
  const { one = [], two } = rounds;
  return [
    figureOf(`${name}: journeys over HTTP, one process`, { unit, rounds: one }),
    ...(two === undefined
      ? []
      : [
          figureOf(`${name}: journeys over HTTP, two processes`, { unit, rounds: two }),
          figureOf(`${name}: two processes ÷ one`, { unit: 'ratio', rounds: ratios(two, one) }),
        ]),
  ];
}

/**
 * Journeys in a second. Each process gets every other one.
 *
 * @param {readonly Server[]} replicas
 * @param {readonly Journey[]} all
 */
async function rateOf(replicas, all) {
  const left = [...all.entries()];
  const start = performance.now();
  const walk = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [index, journey] = next;
      await walkOne(replicas[index % replicas.length]?.url ?? '', journey);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, walk));
  return all.length / ((performance.now() - start) / 1_000);
}

/**
 * @param {string} service
 * @param {Journey} journey
 */
async function walkOne(service, { creation, change, key }) {
  const keyed = { 'idempotency-key': key };
  const { id } = await sent(`${service}/v1/assessments`, { method: 'POST', body: creation, headers: keyed });
  const assessment = `${service}/v1/assessments/${id}`;
  await sent(assessment, { method: 'PATCH', body: change, headers: { 'if-match': '"1"' } });
  const recorded = await sent(`${assessment}/recommendations`, {
    method: 'POST',
    body: {},
    headers: { ...keyed, 'if-match': '"2"' },
  });
  await sent(`${service}/v1/recommendations/${recorded.id}`, { method: 'GET' });
}

/**
 * @param {string} address
 * @param {{ readonly method: string, readonly body?: unknown, readonly headers?: Readonly<Record<string, string>> }} request
 */
async function sent(address, { method, body, headers }) {
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
  return response.json();
}
