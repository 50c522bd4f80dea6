// The service under fire: a process of its own on a database of its own, with something in it.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { promisify } from 'node:util';
import { credentialsOf, OPEN } from './callers.js';

/**
 * @typedef {object} Service
 * @property {number} port
 * @property {import('./accepted-values.js').World} world
 * @property {import('./callers.js').Credentials} credentials by the names of callers
 * @property {() => Promise<number>} memory bytes that the process has in memory
 * @property {() => Promise<void>} stop
 */

const PEPPER = 'a pepper that is only good for fuzzing, and long';
const ALL = 'models:read,evaluations:run,assessments:read,assessments:write,audit:read,webhooks:manage,keys:manage';

/** With room for gigabytes, garbage is left lying about, and looks like a leak. */
const SMALL_HEAP = '--max-old-space-size=96 --max-semi-space-size=4';

/** Ids of assessments and of recommendations; the first of them are there from the beginning. */
const IDS = Array.from({ length: 8 }, (_, index) => `01900000-0000-7000-8000-00000000000${index}`);

/**
 * Starts the service, open or guarded, and puts something into it.
 *
 * @param {boolean} isGuarded
 * @returns {Promise<Service>}
 */
export async function startService(isGuarded) {
  const folder = await mkdtemp(join(tmpdir(), 'delivery-advisor-fuzz-'));
  const settings = {
    PATH: env['PATH'],
    PORT: '0',
    METRICS_PORT: '0',
    NODE_OPTIONS: SMALL_HEAP,
    DATABASE_URL: `file:${join(folder, 'advisor.db')}`,
    RATE_LIMIT_PER_MINUTE: '1000000',
    RATE_LIMIT_FAILURES_PER_MINUTE: '1000000',
    ...(isGuarded && { KEY_PEPPER: PEPPER }),
  };
  const root = isGuarded ? await issue(settings, ['--permissions', ALL]) : undefined;
  const child = spawn(execPath, ['dist/main.js'], { env: settings, stdio: ['ignore', 'pipe', 'inherit'] });
  const addresses = await addressesOf(child);
  const call = callerOf(addresses.service, root?.secret);
  const world = await worldOf(call, isGuarded);
  const elsewhere = isGuarded ? await issue(settings, ['--permissions', ALL, '--workspace', 'elsewhere']) : undefined;
  return {
    port: Number(new URL(addresses.service).port),
    world,
    credentials: root && elsewhere ? await credentialsOf(call, { root: root.secret, elsewhere: elsewhere.secret }) : OPEN,
    memory: () => memoryOf(addresses.metrics),
    async stop() {
      const gone = once(child, 'close');
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true });
    },
  };
}

/**
 * A key as an operator makes it, before the service runs.
 *
 * @param {NodeJS.ProcessEnv} settings
 * @param {readonly string[]} wish
 * @returns {Promise<{ readonly id: string, readonly secret: string }>}
 */
async function issue(settings, wish) {
  const line = ['dist/commands/keys.js', 'create', '--json', '--name', 'fuzz', ...wish];
  const { stdout } = await promisify(execFile)(execPath, line, { env: settings });
  return JSON.parse(stdout);
}

/**
 * Where the service and its metrics are, once it says so.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ readonly service: string, readonly metrics: string }>}
 */
function addressesOf(child) {
  return new Promise((resolve, reject) => {
    let heard = '';
    child.stdout?.on('data', (chunk) => {
      const service = /"msg":"ready on (http:[^"]+)"/.exec(heard)?.[1];
      if (service === undefined) heard += chunk;
      const ready = /"msg":"ready on (http:[^"]+)"/.exec(heard)?.[1];
      const metrics = /"msg":"metrics on (http:[^"]+)"/.exec(heard)?.[1];
      if (ready !== undefined && metrics !== undefined) resolve({ service: ready, metrics });
    });
    child.once('close', (code) => reject(new Error(`The service ended with ${code}.`)));
  });
}

/**
 * Calls the service properly, to prepare it.
 *
 * @param {string} url
 * @param {string | undefined} credential
 * @returns {import('./callers.js').Call}
 */
function callerOf(url, credential) {
  return async (method, path, { body, origin, bearer = credential } = {}) => {
    const headers = {
      ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
      ...(origin !== undefined && { Origin: origin }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    };
    const response = await fetch(url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? {} : response.json();
  };
}

/**
 * @param {import('./callers.js').Call} call
 * @param {boolean} isGuarded
 */
async function worldOf(call, isGuarded) {
  const [first = '', second = '', third = '', record = ''] = IDS;
  for (const id of [first, second, third]) {
    await call('POST', '/v1/assessments', { body: { id, subject: { ref: 'payments' }, answers: { 'drift-pain': 4 } } });
  }
  await call('POST', `/v1/assessments/${first}/recommendations`, { body: { id: record } });
  const keys = [];
  const name = { name: 'victim', permissions: ['models:read'] };
  for (let left = isGuarded ? 4 : 0; left > 0; left--) keys.push((await call('POST', '/v1/api-keys', { body: name })).id);
  const webhooks = [];
  const deliveries = [];
  const told = { url: 'https://receiver.invalid/told', events: ['recommendation.recorded', 'assessment.updated'] };
  for (let left = 3; left > 0; left--) webhooks.push((await call('POST', '/v1/webhooks', { body: told })).id);
  for (const id of webhooks) deliveries.push((await call('POST', `/v1/webhooks/${id}/test`)).id);
  const model = await call('GET', '/v1/models/delivery-approach');
  const answers = await call('GET', `/v1/models/delivery-approach/versions/${model.version}/answers.schema.json`);
  const criteria = model.criteria.map((/** @type {{ id: string }} */ { id }) => id);
  return {
    ids: IDS,
    keys: keys.length > 0 ? keys : ['0123456789'],
    webhooks,
    deliveries,
    answers,
    criteria,
    version: model.version,
  };
}

/** @param {string} url */
async function memoryOf(url) {
  const text = await (await fetch(`${url}`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
}
