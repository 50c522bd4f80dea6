// Ways in which a proper request becomes one that is not.

import fc from 'fast-check';
import { hostileBody, hostileText, hostileValue } from './hostile-values.js';
import { OPERATIONS } from './specification.js';
import { spoilBody } from './spoilt-body.js';

/**
 * @typedef {import('./requests.js').Request} Request
 * @typedef {(request: Request) => Request} Spoiler
 * @typedef {readonly [name: string, value: string]} Field
 */

const METHODS = fc.constantFrom(
  ...['HEAD', 'OPTIONS', 'PUT', 'TRACE', 'PROPFIND', 'M-SEARCH', 'CONNECT', 'GET', 'POST', 'PATCH', 'DELETE', 'get', 'G T', ''],
);

const TARGETS = fc.constantFrom(
  '/',
  '//',
  '/v1',
  '/v1/',
  '*',
  '/nowhere',
  'x',
  '',
  '/docs/../v1/models',
  '/docs/',
  '/docs/%2e%2e',
);

/** Header fields that are wrong, strange, or not meant for this service. */
const FIELDS = fc.oneof(
  ...Object.entries({
    Accept: ['*/*', 'application/json;charset=utf-8', 'text/markdown', 'image/svg+xml', 'image/png', '', ',', 'a/b;q=2', '*'],
    'Content-Type': ['text/plain', 'application/json;charset=latin1', 'application/x-ndjson', 'multipart/form-data', '', ';'],
    'Content-Encoding': ['gzip', 'identity', '', 'br, gzip'],
    'Content-Length': ['-1', 'x', '0', '1, 2'],
    'Transfer-Encoding': ['gzip', 'identity', 'chunked, chunked'],
    Expect: ['100-continue', 'the-unexpected'],
    Upgrade: ['websocket', 'h2c'],
    Origin: ['null', 'https://evil.example.org', ''],
    Host: ['', 'evil.example.org', 'a b', '[::1', 'localhost:99999'],
    'X-Forwarded-For': ['127.0.0.1', 'x', '::1, 10.0.0.1'],
    'X-Long': ['y'.repeat(8_000), 'y'.repeat(20_000)],
  }).map(([name, values]) => fc.tuple(fc.constant(name), fc.constantFrom(...values))),
  fc.tuple(
    fc.constantFrom('If-Match', 'If-None-Match', 'Idempotency-Key', 'Accept-Language', 'X-Request-Id', 'traceparent', 'Cookie'),
    hostileText,
  ),
  fc.tuple(
    fc.string({ minLength: 1, maxLength: 5 }).map((name) => `X${name.replaceAll(/[\r\n:]/g, '')}`),
    hostileText,
  ),
);

/** Names of query parameters that some operation reads, and others. */
const PARAMETERS = fc.oneof(
  fc.constantFrom(
    ...OPERATIONS.flatMap(({ parameters }) => parameters.filter((one) => one.in === 'query').map(({ name }) => name)),
  ),
  hostileText,
);

/** @returns {fc.Arbitrary<Spoiler>} */
export function spoilers() {
  return weighted([
    [6, fc.tuple(fc.nat(), hostileValue).map(spoilBody)],
    [4, hostileBody.map((body) => spoilt('body', () => ({ body })))],
    [5, FIELDS.map((field) => withFields([field]))],
    [1, fc.array(FIELDS, { minLength: 2, maxLength: 130 }).map(withFields)],
    [3, fc.tuple(fc.nat(), hostileText).map(spoilPath)],
    [3, fc.tuple(fc.boolean(), PARAMETERS, hostileText).map(spoilQuery)],
    [2, METHODS.map((method) => spoilt('method', () => ({ method })))],
    [1, TARGETS.map((target) => spoilt('path', () => ({ target })))],
  ]);
}

/**
 * @template T
 * @param {readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]} choices
 */
function weighted(choices) {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/**
 * @param {string} kind
 * @param {(request: Request) => Partial<Request>} change
 * @returns {Spoiler}
 */
function spoilt(kind, change) {
  return (request) => ({ ...request, ...change(request), kind });
}

/** @param {readonly Field[]} fields */
function withFields(fields) {
  return spoilt('fields', ({ headers }) => ({ headers: [...headers, ...fields] }));
}

/** @param {readonly [place: number, text: string]} choice */
function spoilPath([place, text]) {
  return spoilt('path', ({ target }) => {
    const segments = target.split('/');
    return { target: segments.with(1 + (place % (segments.length - 1)), text).join('/') };
  });
}

/** @param {readonly [isInstead: boolean, name: string, text: string]} choice */
function spoilQuery([isInstead, name, text]) {
  return spoilt('query', ({ target }) => {
    const [path = '', query = ''] = target.split('?');
    const changed = isInstead && query !== '' ? query.replace(/=[^&]*/, `=${text}`) : `${query}&${name}=${text}`;
    return { target: `${path}?${changed}` };
  });
}
