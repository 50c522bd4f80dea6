// Sends requests, judges every answer, and keeps count.

import { findings } from './judge.js';
import { exchange } from './wire.js';

/**
 * @typedef {object} Count
 * @property {Map<number, number>} statuses how often each was seen
 * @property {{ readonly milliseconds: number, readonly about: string }} slowest
 * @property {Failure[]} failures
 *
 * @typedef {{ readonly request: import('./requests.js').Request, readonly status: number, readonly findings: readonly string[] }} Failure
 */

/** Requests that are under way at a time. */
const AT_A_TIME = 4;

/** @returns {Count} */
export function newCount() {
  return { statuses: new Map(), slowest: { milliseconds: 0, about: '' }, failures: [] };
}

/**
 * @param {import('./service.js').Service} service
 * @param {readonly import('./requests.js').Request[]} requests
 * @param {Count} count
 */
export async function send(service, requests, count) {
  const left = [...requests].reverse();
  const one = async () => {
    for (let request = left.pop(); request !== undefined; request = left.pop()) note(count, await outcomeOf(service, request));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, one));
}

/**
 * Sends one request and judges the answer.
 *
 * @param {Pick<import('./service.js').Service, 'port' | 'credentials'>} service
 * @param {import('./requests.js').Request} request
 * @returns {Promise<Failure & { readonly milliseconds: number }>}
 */
export async function outcomeOf({ port, credentials }, request) {
  const shown = credentials[request.caller];
  if (shown === undefined) throw new RangeError(`There is no caller ${request.caller}.`);
  const answer = await exchange(port, bytesOf(request, shown));
  return { request, status: answer.status, findings: findings(request, shown, answer), milliseconds: answer.milliseconds };
}

/**
 * @param {Count} count
 * @param {Awaited<ReturnType<typeof outcomeOf>>} outcome
 */
function note(count, { milliseconds, ...failure }) {
  const { request, status, findings: found } = failure;
  count.statuses.set(status, (count.statuses.get(status) ?? 0) + 1);
  if (milliseconds > count.slowest.milliseconds) {
    count.slowest = { milliseconds, about: `${request.method} ${request.target}`.slice(0, 100) };
  }
  if (found.length > 0) count.failures.push(failure);
}

/**
 * A request as it goes over the wire, with what frames it unless it brings its own.
 *
 * @param {import('./requests.js').Request} request
 * @param {import('./callers.js').Shown} shown
 */
function bytesOf({ method, target, headers, body }, { authorization, origin }) {
  const has = (/** @type {string} */ name) => headers.some(([own]) => own.toLowerCase() === name);
  const ownFrame = has('content-length') || has('transfer-encoding');
  const fields = [
    ...(has('host') ? [] : [['Host', 'localhost']]),
    ...(authorization === undefined ? [] : [['Authorization', authorization]]),
    ...(origin === undefined || has('origin') ? [] : [['Origin', origin]]),
    ...headers,
    ...(body === undefined || ownFrame ? [] : [['Content-Length', String(body.length)]]),
  ];
  const head = [`${method} ${target} HTTP/1.1`, ...fields.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
  const end = body ?? Buffer.from(has('transfer-encoding') ? '0\r\n\r\n' : '');
  return Buffer.concat([Buffer.from(head, 'latin1'), end]);
}
