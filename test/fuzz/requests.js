// Arbitrary requests: as the specification has them, and spoilt in one way or another.

import fc from 'fast-check';
import { acceptedValues } from './accepted-values.js';
import { NDJSON, OPERATIONS } from './specification.js';
import { spoilers } from './spoilers.js';

/**
 * A request, as it goes over the wire save for who sends it.
 *
 * @typedef {object} Request
 * @property {string} kind `accepted` where the specification has nothing against it, else what is wrong with it
 * @property {string} caller who sends it
 * @property {string} method
 * @property {string} target of the request line
 * @property {readonly (readonly [name: string, value: string])[]} headers
 * @property {Buffer} [body]
 */

/**
 * @param {import('./accepted-values.js').World} world
 * @param {fc.Arbitrary<string>} callers
 * @returns {fc.Arbitrary<Request>}
 */
export function requests(world, callers) {
  const values = acceptedValues(world);
  const accepted = fc.oneof(
    ...OPERATIONS.map((operation) => ({
      weight: operation.body === undefined ? 1 : 3,
      arbitrary: acceptedRequest(operation, values, callers),
    })),
  );
  const spoilt = fc.tuple(accepted, spoilers()).map(([request, spoil]) => spoil(request));
  return fc.oneof({ weight: 1, arbitrary: accepted }, { weight: 2, arbitrary: spoilt });
}

/**
 * @param {import('./specification.js').Operation} operation
 * @param {ReturnType<typeof acceptedValues>} values
 * @param {fc.Arbitrary<string>} callers
 * @returns {fc.Arbitrary<Request>}
 */
function acceptedRequest({ method, path, parameters, body, mediaTypes }, values, callers) {
  const partsIn = (/** @type {string} */ place) => {
    const there = parameters.filter((parameter) => parameter.in === place && parameter.name !== 'cursor');
    const parts = there.map((parameter) => [parameter.name, values.parameter(path, parameter)]);
    const requiredKeys = there.filter(({ required }) => required).map(({ name }) => name);
    return fc.record(Object.fromEntries(parts), { requiredKeys });
  };
  const parts = {
    caller: callers,
    params: partsIn('path'),
    query: partsIn('query'),
    fields: partsIn('header'),
    mediaType: fc.constantFrom('application/json', ...mediaTypes),
    bodies: body === undefined ? fc.constant([]) : fc.array(values.body(body), { minLength: 1, maxLength: 3 }),
  };
  return fc.record(parts).map(({ caller, params, query, fields, mediaType, bodies }) => {
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(params[name])));
    const search = new URLSearchParams(Object.entries(query).map(([name, one]) => [name, String(one)])).toString();
    const type = /** @type {const} */ (['Content-Type', mediaType]);
    return {
      kind: 'accepted',
      caller,
      method,
      target: search === '' ? address : `${address}?${search}`,
      headers: [...Object.entries(fields), ...(body === undefined ? [] : [type])],
      ...(body !== undefined && { body: Buffer.from(written(bodies, mediaType), 'utf8') }),
    };
  });
}

/**
 * One body, or in a batch all of them, one a line.
 *
 * @param {readonly unknown[]} bodies
 * @param {string} mediaType
 */
function written(bodies, mediaType) {
  const texts = bodies.map((body) => JSON.stringify(body));
  return mediaType === NDJSON ? texts.join('\n') : String(texts[0]);
}
