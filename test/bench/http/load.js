import autocannon from 'autocannon';

/** @import { Server } from './servers.js' */

/** Connections at a time, each of which waits for its reply. */
const CONNECTIONS = 16;

/**
 * What is sent: to one path, every time another one of the bodies.
 *
 * @typedef {{
 *   readonly path: string,
 *   readonly method?: 'GET' | 'POST',
 *   readonly bodies?: readonly string[],
 *   readonly headers?: Readonly<Record<string, string>>,
 *   readonly expected?: number,
 * }} Requests
 *
 * @typedef {{
 *   readonly perCore: number,
 *   readonly perSecond: number,
 *   readonly latency: Readonly<Record<'p50' | 'p97_5' | 'p99', number>>,
 * }} Load
 */

/**
 * Sends requests for some seconds, as fast as they are answered or at a rate, and tells how many were answered: by second
 * of a core that the server used, and by second as it passed.
 *
 * @param {Server} server
 * @param {Requests} requests
 * @param {{ readonly seconds: number, readonly perSecond?: number }} how
 * @returns {Promise<Load>}
 */
export async function load(server, { path, method = 'POST', bodies, headers = {}, expected = 200 }, { seconds, perSecond }) {
  let next = 0;
  const before = await server.usage();
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: seconds,
    ...(perSecond !== undefined && { overallRate: Math.max(1, Math.round(perSecond)) }),
    requests: [
      {
        method,
        path,
        headers: { ...(bodies !== undefined && { 'content-type': 'application/json' }), ...headers },
        // Every request of every connection has a body of its own, which is not made before it is sent.
        ...(bodies !== undefined && { setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] ?? '' }) }),
      },
    ],
  });
  const used = (await server.usage()).seconds - before.seconds;
  const answered = Number(result.statusCodeStats?.[`${expected}`]?.count ?? 0);
  if (answered === 0 || answered < result.requests.total) {
    throw new Error(`${path}: ${JSON.stringify(result.statusCodeStats)}, ${result.errors} connections failed`);
  }
  return { perCore: answered / used, perSecond: answered / result.duration, latency: result.latency };
}
