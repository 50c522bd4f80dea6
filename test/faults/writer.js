// A client that does not give up: it sends every write until it is acknowledged, and remembers what was.

import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/**
 * A subject whose assessment was created, changed and recorded, each acknowledged.
 *
 * @typedef {{ readonly ref: string, readonly id: string, readonly recommendation: string }} Acknowledged
 *
 * What all writers together have gone through.
 * @typedef {object} Experience
 * @property {Acknowledged[]} acknowledged
 * @property {number} writes that were acknowledged
 * @property {number} retries after no answer, or one that asked to try again
 * @property {string[]} failures answers that no client can do anything about
 * @property {number} longestWait milliseconds for one acknowledgement
 */

/** What every subject is tagged with. */
export const TAG = 'under-fire';

const PATIENCE = 60_000;

/** @returns {Experience} */
export function newExperience() {
  return { acknowledged: [], writes: 0, retries: 0, failures: [], longestWait: 0 };
}

/**
 * Creates, changes and records until it is told to stop.
 *
 * @param {string} url
 * @param {Experience} experience
 * @param {AbortSignal} stop
 */
export async function write(url, experience, stop) {
  while (!stop.aborted && experience.failures.length === 0) {
    const ref = randomUUID();
    const subject = { ref, tags: [TAG] };
    const key = { 'Idempotency-Key': ref };
    const created = await acknowledged(
      { url: `${url}/v1/assessments`, method: 'POST', body: { subject, model: 'lunch' }, headers: key },
      experience,
    );
    if (created?.status !== 201) return;
    const { id } = created.body;
    const address = `${url}/v1/assessments/${id}`;
    const change = { revision: 1, answers: { rain: true } };
    const changed = await acknowledged({ url: address, method: 'PATCH', body: change }, experience);
    if (changed === undefined) return;
    const record = { url: `${address}/recommendations`, method: 'POST', body: { revision: 2 }, headers: key };
    const recorded = await acknowledged(record, experience);
    if (recorded?.status !== 201) return;
    experience.acknowledged.push({ ref, id, recommendation: recorded.body.id });
  }
}

/**
 * Sends a request until it is answered with what it asked for; undefined when that does not come, which is a failure.
 *
 * @param {{ readonly url: string, readonly method: string, readonly body: object, readonly headers?: Readonly<Record<string, string>> }} request
 * @param {Experience} experience
 */
async function acknowledged({ url, method, body, headers }, experience) {
  const begun = performance.now();
  for (;;) {
    const answer = await sent(url, {
      method,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
    if (answer !== undefined && isAcknowledgement(method, answer)) {
      experience.writes++;
      experience.longestWait = Math.max(experience.longestWait, performance.now() - begun);
      return answer;
    }
    if ((answer !== undefined && answer.status !== 503) || performance.now() - begun > PATIENCE) {
      experience.failures.push(
        `${method} ${url}: ${answer === undefined ? 'no answer' : `${answer.status} ${answer.body.code}`}`,
      );
      return undefined;
    }
    experience.retries++;
    await setTimeout(20);
  }
}

/**
 * Nobody else changes these assessments, so that a change which meets its own result was carried out before.
 *
 * @param {string} method
 * @param {{ readonly status: number, readonly body: { readonly currentRevision?: number } }} answer
 */
function isAcknowledgement(method, { status, body }) {
  return status === 200 || status === 201 || (method === 'PATCH' && status === 412 && body.currentRevision === 2);
}

/**
 * The answer to a request, or undefined when none came.
 *
 * @param {string} url
 * @param {RequestInit} request
 */
async function sent(url, request) {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(10_000) });
    return { status: response.status, body: await response.json() };
  } catch {
    return undefined;
  }
}
