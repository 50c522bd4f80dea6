import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { figureOf } from '../frame/figure.js';
import { tell } from '../frame/progress.js';
import { inTurn, ratios } from '../frame/rounds.js';
import { evaluationBodies } from './bodies.js';
import { load } from './load.js';
import { startService } from './servers.js';

/**
 * @import { Figure } from '../frame/figure.js'
 * @import { Server } from './servers.js'
 */

const ROUNDS = 3;
const SECONDS = 3;
const PATH = '/v1/models/delivery-approach/evaluate';
const LINE_FEED = 0x0a;
const MEBIBYTE = 1024 * 1024;

/** Lines of a batch, and of a part of it that is sent again and again. */
const LINES = 100_000;
const MANY_LINES = 1_000_000;
const PART = 2_000;

/** What is promised: evaluations to those one by one, and how much memory may grow, in MiB. */
const TIMES_AS_MANY = 15;
const FLAT = 32;

/** Milliseconds for which somebody does not read, and after which somebody has gone. */
const PAUSE = 4_000;
const MOMENT = 500;

/**
 * How many evaluations a batch gets out of a second of a core, beside one request each, and what a long batch, a slow
 * reader and one who goes away do to the service.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function batch() {
  const bodies = evaluationBodies(PART);
  const part = Buffer.from(bodies.map((body) => `${body}\n`).join(''));
  const service = await startService();
  try {
    return [...(await rates(service, bodies, part)), ...(await strangers(service, part))];
  } finally {
    await service.stop();
  }
}

/**
 * @param {Server} service
 * @param {readonly string[]} bodies
 * @param {Buffer} part
 */
async function rates(service, bodies, part) {
  const single = async () => (await load(service, { path: `${PATH}?explain=none`, bodies }, { seconds: SECONDS })).perCore;
  /** @type {Sent[]} */
  const batches = [];
  const many = async () => {
    const sent = await send(service, part, LINES);
    batches.push(sent);
    return sent.perCore;
  };
  for (const measure of [single, many]) await measure();
  batches.length = 0;
  const rounds = await inTurn(ROUNDS, { single, many });
  const before = await service.usage();
  tell(`batch: ${MANY_LINES} lines`);
  const long = await send(service, part, MANY_LINES);
  const grown = ((await service.usage()).peak - before.peak) / MEBIBYTE;
  return [
    figureOf('batch ÷ one by one', { unit: 'ratio', rounds: ratios(rounds.many, rounds.single), atLeast: TIMES_AS_MANY }),
    figureOf('one by one', { unit: 'evaluations a second and core', rounds: rounds.single }),
    figureOf('batch of 100,000 lines', { unit: 'evaluations a second and core', rounds: rounds.many }),
    figureOf('batch of 1,000,000 lines', { unit: 'evaluations a second and core', rounds: [long.perCore] }),
    figureOf('first byte of the reply', { unit: 'ms', rounds: batches.map(({ firstByte }) => firstByte) }),
    figureOf('memory that 1,000,000 lines need beyond 100,000', { unit: 'MiB', rounds: [grown], atMost: FLAT }),
  ];
}

/**
 * @param {Server} service
 * @param {Buffer} part
 */
async function strangers(service, part) {
  const before = await service.usage();
  const { sent, reply } = begin(service);
  sent.on('error', () => undefined);
  const stopped = sendAll(sent, part, Number.POSITIVE_INFINITY);
  stopped.catch(() => undefined);
  const response = await reply;
  await delay(PAUSE);
  const grown = ((await service.usage()).peak - before.peak) / MEBIBYTE;
  response.destroy();
  await delay(MOMENT);
  const then = await service.usage();
  await delay(MOMENT);
  const share = ((await service.usage()).seconds - then.seconds) / (MOMENT / 1_000);
  return [
    figureOf('memory for somebody who does not read', { unit: 'MiB', rounds: [grown], atMost: FLAT }),
    figureOf('work for somebody who has gone', { unit: 'of a core', rounds: [share], atMost: 0.05 }),
  ];
}

/** @typedef {{ readonly perCore: number, readonly firstByte: number }} Sent */

/**
 * Sends a batch, and reads every line of the reply.
 *
 * @param {Server} service
 * @param {Buffer} part of PART lines
 * @param {number} lines
 * @returns {Promise<Sent>}
 */
async function send(service, part, lines) {
  const before = await service.usage();
  const start = performance.now();
  const { sent, reply } = begin(service);
  const sending = sendAll(sent, part, lines / PART);
  const response = await reply;
  let [firstByte, answered] = [0, 0];
  for await (const chunk of response) {
    firstByte ||= performance.now() - start;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, end + 1)) answered += 1;
  }
  await sending;
  if (answered !== lines) throw new Error(`${answered} of ${lines} lines were answered.`);
  return { perCore: lines / ((await service.usage()).seconds - before.seconds), firstByte };
}

/** @param {Server} service */
function begin(service) {
  const sent = request(service.url + PATH, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } });
  /** @type {Promise<import('node:http').IncomingMessage>} */
  const reply = once(sent, 'response').then(([response]) => response);
  return { sent, reply };
}

/**
 * @param {import('node:http').ClientRequest} sent
 * @param {Buffer} part
 * @param {number} times
 */
async function sendAll(sent, part, times) {
  for (let left = times; left > 0 && !sent.destroyed; left -= 1) {
    if (!sent.write(part)) await once(sent, 'drain');
  }
  sent.end();
}
