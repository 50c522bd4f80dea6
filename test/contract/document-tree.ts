import { readExamples } from '../../.config/build/read-examples.js';
import { olderDocument } from '../../src/contract/older-openapi.ts';
import { openapiDocument } from '../../src/contract/openapi.ts';

/** A part of a document of any shape. */
export type Node = Readonly<Record<string, unknown>>;

/** A schema with the JSON Pointer that leads to it, without the escapes. */
export interface SchemaAt {
  readonly at: string;
  readonly schema: Node;
}

/** An operation with what it is called by. */
export interface OperationAt {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Node;
}

const document = openapiDocument(readExamples());

/** Both documents by the version of OpenAPI, as they are generated. */
export const DOCUMENTS: readonly (readonly [version: string, document: Node])[] = [
  ['3.1', JSON.parse(JSON.stringify(document))],
  ['3.0', JSON.parse(JSON.stringify(olderDocument(document)))],
];

/** Words under which a schema holds other schemas: one, a list of them, or some by name. */
const ONE = new Set(['items', 'additionalProperties', 'not', 'propertyNames', 'contains', 'if', 'then', 'else']);
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);

/** Every schema of a document: named ones, and those that stand where they are used, at any depth. */
export function schemasOf(document: Node): readonly SchemaAt[] {
  return [...roots(document, '')].flatMap(({ at, schema }) => [...within(schema, at)]);
}

/** The schemas that stand in one: itself and what it is made of. References are not followed. */
export function* within(schema: Node, at: string): Generator<SchemaAt> {
  yield { at, schema };
  for (const [word, value] of Object.entries(schema))
    for (const [key, one] of partsOf(word, value)) yield* within(one, `${at}/${key}`);
}

/** The schemas that a schema holds under one of its words, each with the path to it. */
function partsOf(word: string, value: unknown): readonly (readonly [path: string, schema: Node])[] {
  if (ONE.has(word)) return isNode(value) ? [[word, value]] : [];
  if (!LISTS.has(word) && !NAMED.has(word)) return [];
  return nodesIn({ ...(value as object) }).map(([key, one]) => [`${word}/${key}`, one]);
}

/** Where schemas begin: under `schemas`, and as the `schema` of a parameter, a header or a body. */
function* roots(part: unknown, at: string): Generator<SchemaAt> {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'examples' || key === 'example') continue;
    const here = `${at}/${key}`;
    if (here === '/components/schemas') for (const [name, schema] of nodesIn(value)) yield { at: `${here}/${name}`, schema };
    else if (key === 'schema' && isNode(value)) yield { at: here, schema: value };
    else yield* roots(value, here);
  }
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** Every operation of a document, those of webhooks included. */
export function operationsOf(document: Node): readonly OperationAt[] {
  return [document['paths'], document['webhooks']].flatMap((paths) =>
    nodesIn(paths).flatMap(([path, item]) =>
      nodesIn(item)
        .filter(([method]) => METHODS.includes(method))
        .map(([method, operation]) => ({ id: String(operation['operationId']), method, path, operation })),
    ),
  );
}

/** What a reference into the document means; any other part is itself. */
export function resolved(document: Node, part: Node): Node {
  const reference = part['$ref'];
  if (typeof reference !== 'string') return part;
  const target = reference
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (isNode(inner) ? inner[key] : undefined), document);
  if (!isNode(target)) throw new RangeError(`${reference} leads nowhere`);
  return target;
}

/** The entries of an object that are objects themselves. */
export function nodesIn(value: unknown): readonly (readonly [string, Node])[] {
  return isNode(value) ? Object.entries(value).filter((entry): entry is [string, Node] => isNode(entry[1])) : [];
}

/** Whether a part is an object. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
