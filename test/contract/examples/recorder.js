// Sends the steps to a new service on a database of its own, with a clock and ids that depend on nothing, and writes
// down what comes back.

import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'yaml';
import { disguised } from './disguise.js';
import { REFUSALS, STEPS } from './steps.js';

/**
 * @typedef {import('./steps.js').Step} Step
 * @typedef {import('../../../src/contract/example.ts').Example} Example
 * @typedef {import('../../../src/contract/example.ts').Recorded} Recorded
 *
 * The service as it is in the sources, or as it was built.
 * @typedef {object} Parts
 * @property {typeof import('../../../src/compose.ts').compose} compose
 * @property {typeof import('../../../src/compose/administration.ts').openAdministration} openAdministration
 * @property {typeof import('../../../src/log.ts').createLog} createLog
 * @property {Readonly<Record<string, import('../../../src/contract/operation.ts').Operation>>} operations
 * @property {readonly import('../../../src/services/identity/caller.ts').Permission[]} permissions
 */

const START = Date.parse('2026-10-05T08:00:00.000Z');
const MINUTE = 60_000;

/**
 * @param {Parts} parts
 * @returns {Promise<Recorded>}
 */
export async function record(parts) {
  const directory = await mkdtemp(join(tmpdir(), 'delivery-advisor-examples-'));
  try {
    return await recordIn(directory, parts);
  } finally {
    await rm(directory, { recursive: true });
  }
}

/**
 * @param {string} directory
 * @param {Parts} parts
 * @returns {Promise<Recorded>}
 */
async function recordIn(directory, parts) {
  const [, model = ''] = /^```yaml\n([\s\S]*?)^```$/m.exec(await readFile('docs/models.md', 'utf8')) ?? [];
  await writeFile(join(directory, 'commute.yaml'), model);
  const receiver = createServer((_, response) => response.writeHead(204).end()).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (receiver.address());
  const settings = settingsIn(directory, `http://127.0.0.1:${port}`);
  let moment = START;
  let ids = 0;
  const now = () => new Date(moment);
  const newId = () => `0199a3d0-0000-7000-8000-${String(++ids).padStart(12, '0')}`;
  const log = parts.createLog('silent');
  const service = await parts.compose(settings, log, { now, newId });
  const { url, stop } = await service.start();
  try {
    const administration = await parts.openAdministration(settings, { log, now, mayBeNew: false });
    const all = await issue(administration, parts.permissions);
    const other = await issue(administration, ['audit:read']);
    await administration.close();
    const call = caller({ url, operations: parts.operations, all, other, receiver: settings.webhookOrigins[0] ?? '' });
    const exchanges = [];
    for (const step of [...STEPS, ...REFUSALS]) {
      exchanges.push({ step, example: await call(step) });
      moment += MINUTE;
    }
    return sorted(exchanges);
  } finally {
    await stop();
    receiver.close();
  }
}

/**
 * @param {string} directory
 * @param {string} receiver the origin that webhooks lead to
 */
function settingsIn(directory, receiver) {
  return {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: `file:${join(directory, 'advisor.db')}`,
    modelsDir: directory,
    logLevel: /** @type {const} */ ('silent'),
    publicUrl: '',
    embedOrigins: [],
    webhookOrigins: [receiver],
    keyPepper: 'a pepper that is only good for examples, and long',
    rateLimits: { failures: 100 },
    trustedProxies: 0,
  };
}

/**
 * A key made by the operator.
 *
 * @param {import('../../../src/compose/administration.ts').Administration} administration
 * @param {Parts['permissions']} permissions
 */
async function issue({ apiKeys }, permissions) {
  const scope = { workspace: 'default', actor: { kind: /** @type {const} */ ('operator'), id: 'operator' } };
  const wish = { name: 'example', kind: /** @type {const} */ ('secret'), lifetimeDays: 365, permissions };
  return apiKeys.create({ scope, permissions: new Set(permissions) }, wish);
}

/**
 * A function that carries out a step and knows every key it has seen.
 *
 * @param {object} service
 * @param {string} service.url
 * @param {Parts['operations']} service.operations
 * @param {import('../../../src/services/identity/api-keys.ts').IssuedKey} service.all
 * @param {import('../../../src/services/identity/api-keys.ts').IssuedKey} service.other
 * @param {string} service.receiver
 */
function caller({ url, operations, all, other, receiver }) {
  const keys = [all.key.id, other.key.id];
  let delivery = '';

  /**
   * @param {Step} step
   * @returns {Promise<Example>}
   */
  return async ({ name, summary, query = {}, ...step }) => {
    const operation = /** @type {Parts['operations'][string]} */ (operations[step.operation]);
    const expected = step.status ?? Number(Object.keys(operation.replies)[0]);
    const params = JSON.parse(filled(JSON.stringify(step.params ?? {})));
    const address = url + addressOf(operation.path, { params, query });
    const request = { method: operation.method.toUpperCase(), ...bodyAndHeaders(step, suggestedBy(operation, name)) };
    const response = await fetch(address, request);
    const text = await response.text();
    if (response.status !== expected) throw new Error(`${step.operation} ${name}: ${response.status}, not ${expected}: ${text}`);
    // The specification has keys in it, too.
    if (expected === 201) keys.push(...[...text.matchAll(/"dadv_[a-z]+_(\w{10})_/g)].map(([, id = '']) => id));
    if (step.operation === 'testWebhook') delivery = await arrived(response.headers.get('Location') ?? '');
    const known = { name, summary, params: JSON.parse(disguised(JSON.stringify(params), keys)), query, status: expected };
    return readable(known, disguised(text, keys), response.headers.get('Content-Type'), step.keys);
  };

  /** @param {string} text with names of what was there last, in braces */
  function filled(text) {
    return text
      .replaceAll('{key}', keys.at(-1) ?? '')
      .replaceAll('{delivery}', delivery)
      .replaceAll('{receiver}', receiver);
  }

  /**
   * Waits until a delivery has arrived.
   *
   * @param {string} location
   * @returns {Promise<string>} its id
   */
  async function arrived(location) {
    for (;;) {
      const response = await fetch(new URL(location, url), { headers: { Authorization: `Bearer ${all.secret}` } });
      const { id, status } = /** @type {{ id: string, status: string }} */ (await response.json());
      if (status === 'delivered') return id;
      await setTimeout(20);
    }
  }

  /**
   * @param {Pick<Step, 'headers' | 'body'>} step
   * @param {unknown} suggested
   */
  function bodyAndHeaders({ headers = {}, body }, suggested) {
    const sent = body ?? suggested;
    const { Authorization = `Bearer ${all.secret}`, ...others } = headers;
    const known = {
      'X-Request-Id': 'example-request',
      Authorization: Authorization.replace('{other}', `Bearer ${other.secret}`),
    };
    if (sent === undefined) return { headers: { ...known, ...others } };
    const text = typeof sent === 'string' ? sent : filled(JSON.stringify(sent));
    return { headers: { ...known, 'Content-Type': 'application/json', ...others }, body: text };
  }
}

/**
 * The body that the contract has as an example of that name; lines where it reads those.
 *
 * @param {Parts['operations'][string]} operation
 * @param {string} name
 */
function suggestedBy({ body, batch }, name) {
  const lines = batch?.examples[name]?.lines;
  if (lines !== undefined) return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return body?.examples[name]?.value;
}

/**
 * @param {string} path
 * @param {object} parts
 * @param {Readonly<Record<string, string>>} parts.params
 * @param {Readonly<Record<string, string>>} parts.query
 */
function addressOf(path, { params, query }) {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, part) => encodeURIComponent(params[part] ?? ''));
  const fields = Object.entries(query).map(([name, value]) => (value === '' ? name : `${name}=${encodeURIComponent(value)}`));
  return fields.length > 0 ? `${address}?${fields.join('&')}` : address;
}

/**
 * @param {Pick<Example, 'name' | 'summary' | 'params' | 'query' | 'status'>} known
 * @param {string} text
 * @param {string | null} contentType
 * @param {readonly string[]} [keys] that are kept of a long document
 * @returns {Example}
 */
function readable(known, text, contentType, keys) {
  const [mediaType = ''] = (contentType ?? '').split(';');
  if (text === '') return known;
  const value = contentOf(mediaType, text);
  return { ...known, mediaType, value: keys === undefined ? value : Object.fromEntries(keys.map((key) => [key, value[key]])) };
}

/**
 * @param {string} mediaType
 * @param {string} text
 */
function contentOf(mediaType, text) {
  if (/[/+]json$/.test(mediaType)) return JSON.parse(text);
  return mediaType.endsWith('yaml') ? parse(text) : text;
}

/**
 * @param {readonly { readonly step: Step, readonly example: Example }[]} exchanges
 * @returns {Recorded}
 */
function sorted(exchanges) {
  /** @type {Record<string, Example[]>} */
  const examples = {};
  /** @type {Record<string, import('../../../src/contract/example.ts').ShownExample>} */
  const problems = {};
  for (const { step, example } of exchanges) {
    if (example.status >= 400) problems[step.name] = { summary: step.summary, value: example.value };
    else if (!step.hidden) examples[step.operation] = [...(examples[step.operation] ?? []), example];
  }
  return { examples, problems };
}
