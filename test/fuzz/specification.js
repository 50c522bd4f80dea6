// What the specification says about a request and its answer, read from the committed file and from nothing else.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * @typedef {Readonly<Record<string, unknown>>} Schema
 * @typedef {object} Parameter
 * @property {string} name
 * @property {'path' | 'query' | 'header'} in
 * @property {boolean} [required]
 * @property {Schema} schema
 *
 * @typedef {object} ReplyShape
 * @property {Readonly<Record<string, { readonly required?: boolean, readonly $ref?: string }>>} [headers]
 * @property {Readonly<Record<string, unknown>>} [content]
 *
 * One operation, with what its requests are made of.
 * @typedef {object} Operation
 * @property {string} id
 * @property {string} method in capitals
 * @property {string} path with parameters in braces
 * @property {boolean} isPublic whether no credential is asked for
 * @property {readonly Parameter[]} parameters
 * @property {readonly string[]} mediaTypes of the body; empty where none is read
 * @property {Schema} [body]
 */

/** The media type of batches. */
export const NDJSON = 'application/x-ndjson';

/** The document as it is. */
export const DOCUMENT = parse(readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8'));

/** @type {readonly Operation[]} */
export const OPERATIONS = Object.entries(DOCUMENT.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => operationOf(path, method, operation)),
);

/**
 * @param {string} path
 * @param {string} method
 * @param {any} operation
 * @returns {Operation}
 */
function operationOf(path, method, { operationId, security, parameters = [], requestBody }) {
  const [[, content] = ['', undefined]] = Object.entries(requestBody?.content ?? {});
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    isPublic: security.length === 0,
    parameters: parameters.map(resolved),
    mediaTypes: Object.keys(requestBody?.content ?? {}),
    ...(content !== undefined && { body: content.schema }),
  };
}

/**
 * What is meant where something may stand elsewhere in the document.
 *
 * @param {any} part
 * @returns {any}
 */
export function resolved(part) {
  return part.$ref === undefined ? part : at(part.$ref.slice(1));
}

/**
 * What a JSON Pointer (RFC 6901) names in the document; undefined where there is nothing.
 *
 * @param {string} pointer
 * @returns {any}
 */
export function at(pointer) {
  const tokens = pointer.split('/').slice(1);
  return tokens.reduce((part, token) => part?.[token.replaceAll('~1', '/').replaceAll('~0', '~')], DOCUMENT);
}

/**
 * One step of a JSON Pointer.
 *
 * @param {string} text
 */
export function token(text) {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}

const ROUTES = OPERATIONS.map((operation) => ({ operation, form: formOf(operation.path) }));

/** @param {string} path */
function formOf(path) {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

/**
 * The operations at the target of a request line, whatever the method.
 *
 * @param {string} target
 */
export function operationsAt(target) {
  const [path = ''] = target.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split(/[?#]/);
  return ROUTES.filter(({ form }) => form.test(path)).map(({ operation }) => operation);
}
