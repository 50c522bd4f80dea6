// Requests that were once answered wrongly, as files; bodies are packed by gzip, as most of them are one thing repeated.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * @typedef {object} KeptCase
 * @property {string} name
 * @property {'open' | 'guarded'} mode
 * @property {import('./requests.js').Request} request
 */

const FOLDER = new URL('./cases/', import.meta.url);

/**
 * Keeps a failing request and tells the name of the file.
 *
 * @param {string} mode
 * @param {import('./volley.js').Failure} failure
 */
export function keep(mode, { request: { body, ...request }, status, findings }) {
  const bytes = body === undefined ? {} : { body: gzipSync(body).toString('base64') };
  const content = { findings: findings.slice(0, 5), status, mode, request: { ...request, ...bytes } };
  const text = `${JSON.stringify(content, null, 2)}\n`;
  const name = `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`;
  writeFileSync(new URL(name, FOLDER), text);
  return `test/fuzz/cases/${name}`;
}

/** @returns {readonly KeptCase[]} */
export function keptCases() {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return names.map((name) => {
    const { mode, request } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
    const { body, ...rest } = request;
    return { name, mode, request: { ...rest, ...(body !== undefined && { body: gunzipSync(Buffer.from(body, 'base64')) }) } };
  });
}
