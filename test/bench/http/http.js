import { figureOf } from '../frame/figure.js';
import { tell } from '../frame/progress.js';
import { inTurn, ratios } from '../frame/rounds.js';
import { evaluationBodies } from './bodies.js';
import { load } from './load.js';
import { startRival, startService } from './servers.js';

/**
 * @import { Figure } from '../frame/figure.js'
 * @import { Requests } from './load.js'
 * @import { Server } from './servers.js'
 */

const ROUNDS = 3;
const SECONDS = 2;
const BODIES = 3_000;

/** The first requests meet code that is not compiled yet. */
const WARM_UP = 3;

const MODEL = '/v1/models/delivery-approach';

/** What evaluating over HTTP has to reach of bare Express, by how much is explained. */
const AT_LEAST = { none: 0.85, summary: 0.5 };

const LEVELS = /** @type {const} */ (['none', 'summary', 'full']);

/**
 * How many requests are answered with a second of a core, beside a bare Express and a bare Node.js server that parse the
 * same bodies and send replies of the same size.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function http() {
  const service = await startService();
  const replies = await exampleReplies(service);
  const [express, node] = [await startRival('express', replies), await startRival('node', replies)];
  try {
    return await figures({ service, express, node });
  } finally {
    await Promise.all([service, express, node].map((server) => server.stop()));
  }
}

/** @param {Readonly<Record<'service' | 'express' | 'node', Server>>} servers */
async function figures({ service, express, node }) {
  const bodies = evaluationBodies(BODIES);
  const level = (/** @type {Server} */ server, /** @type {string} */ explain) => () =>
    rate(server, { path: server === service ? `${MODEL}/evaluate?explain=${explain}` : `/${explain}`, bodies });
  const tag = (await fetch(`${service.url}${MODEL}/questionnaire`)).headers.get('ETag') ?? '';
  const rivals = {
    ...Object.fromEntries(
      LEVELS.flatMap((explain) => [
        [`evaluate, explain=${explain}`, level(service, explain)],
        [`bare Express, as large as ${explain}`, level(express, explain)],
        [`bare Node.js, as large as ${explain}`, level(node, explain)],
      ]),
    ),
    next: () => rate(service, { path: `${MODEL}/next`, bodies }),
    'questionnaire that is known': () =>
      rate(service, { path: `${MODEL}/questionnaire`, method: 'GET', headers: { 'if-none-match': tag }, expected: 304 }),
  };
  for (const [name, measure] of Object.entries(rivals)) {
    tell(`http: warming up ${name}`);
    await measure();
  }
  const rounds = await inTurn(ROUNDS, rivals);
  return [
    ...LEVELS.flatMap((explain) => comparison(explain, rounds)),
    ...Object.entries(rounds).map(([name, values]) => figureOf(name, { unit: 'requests a second and core', rounds: values })),
    ...(await latencies(service, bodies)),
  ];
}

/**
 * @param {typeof LEVELS[number]} explain
 * @param {Readonly<Record<string, readonly number[]>>} rounds
 */
function comparison(explain, rounds) {
  const own = rounds[`evaluate, explain=${explain}`] ?? [];
  const atLeast = explain === 'full' ? {} : { atLeast: AT_LEAST[explain] };
  return [
    figureOf(`explain=${explain} ÷ bare Express`, {
      unit: 'ratio',
      rounds: ratios(own, rounds[`bare Express, as large as ${explain}`] ?? []),
      ...atLeast,
    }),
    figureOf(`explain=${explain} ÷ bare Node.js`, {
      unit: 'ratio',
      rounds: ratios(own, rounds[`bare Node.js, as large as ${explain}`] ?? []),
    }),
  ];
}

/**
 * @param {Server} server
 * @param {Requests} requests
 */
async function rate(server, requests) {
  return (await load(server, requests, { seconds: SECONDS })).perCore;
}

/**
 * How long a reply takes while the service is asked for half of what it can do.
 *
 * @param {Server} service
 * @param {readonly string[]} bodies
 */
async function latencies(service, bodies) {
  const requests = { path: `${MODEL}/evaluate?explain=none`, bodies };
  const { perSecond } = await load(service, requests, { seconds: WARM_UP });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push((await load(service, requests, { seconds: SECONDS, perSecond: perSecond / 2 })).latency);
  }
  return [
    figureOf('explain=none at half load, median', { unit: 'ms', rounds: rounds.map(({ p50 }) => p50) }),
    figureOf('explain=none at half load, 97.5th percentile', { unit: 'ms', rounds: rounds.map(({ p97_5 }) => p97_5) }),
    figureOf('explain=none at half load, 99th percentile', { unit: 'ms', rounds: rounds.map(({ p99 }) => p99) }),
  ];
}

/**
 * What the service replies to one of the bodies, by the paths at which rivals reply it.
 *
 * @param {Server} service
 * @returns {Promise<Readonly<Record<string, unknown>>>}
 */
async function exampleReplies(service) {
  const [body = ''] = evaluationBodies(1);
  const headers = { 'content-type': 'application/json' };
  const entries = LEVELS.map(async (explain) => {
    const response = await fetch(`${service.url}${MODEL}/evaluate?explain=${explain}`, { method: 'POST', headers, body });
    return [`/${explain}`, await response.json()];
  });
  return Object.fromEntries(await Promise.all(entries));
}
