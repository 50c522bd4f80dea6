import { describe, expect, it } from '@jest/globals';
import { DOCUMENTS, isNode, type Node, nodesIn, type OperationAt, operationsOf, resolved } from './document-tree.ts';

/** What clients do to things, in the words of this API. */
const VERBS =
  /^(list|get|create|change|delete|find|evaluate|compare|record|verify|revoke|rotate|replay|send|test|call|open|close)[A-Z]/;

type Rule = (at: OperationAt, document: Node) => boolean;

/** What every operation has to keep to; method names, pages and tests of clients are made of it. */
const RULES: Readonly<Record<string, Rule>> = {
  'is called by a verb and a noun in camelCase': ({ id }) => /^[a-z]+([A-Z][a-z]+)+$/.test(id) && VERBS.test(id),
  'has one tag, which the document describes': ({ operation: { tags } }, { tags: known }) =>
    Array.isArray(tags) && tags.length === 1 && Array.isArray(known) && known.some(({ name }) => name === tags[0]),
  'has a summary of a few words and a description in sentences': ({ operation: { summary, description } }) =>
    /^[A-Z].{5,79}[^.]$/.test(String(summary)) && /^[A-Z][\s\S]*\.$/.test(String(description)),
  'lists its statuses one by one, a success and a refusal among them': ({ operation: { responses } }) => {
    const statuses = nodesIn(responses).map(([status]) => status);
    return statuses.every((status) => /^[2-5]\d\d$/.test(status)) && /\b2\d\d\b.*\b4\d\d\b/.test(statuses.toSorted().join(' '));
  },
  'describes every reply, and refuses with problems only, where it is the service that replies': (
    { path, operation: { responses } },
    document,
  ) =>
    nodesIn(responses).every(([status, response]) => {
      const { description, content } = resolved(document, response);
      return (
        String(description).endsWith('.') &&
        (status < '400' || !path.startsWith('/') || Object.keys(content ?? {}).join() === 'application/problem+json')
      );
    }),
  'describes every parameter': ({ operation }, document) =>
    parametersOf(operation, document).every(({ description, schema }) => String(description).endsWith('.') && isNode(schema)),
  'names its parameters in camelCase or as headers are': ({ operation }, document) =>
    parametersOf(operation, document).every(({ name, in: place }) =>
      (place === 'header' ? /^[A-Z][a-z]+(-[A-Z][a-z]+)*$/ : /^[a-z]+([A-Z][a-z]+)*$/).test(String(name)),
    ),
  'has no more than eight parameters': ({ operation }, document) => parametersOf(operation, document).length <= 8,
  'names the body that it reads': ({ operation: { requestBody } }) =>
    bodiesIn(requestBody).every(([, body]) => isTextOrNamed(body)),
  'names the bodies that it replies with': ({ operation: { responses } }, document) =>
    nodesIn(responses).every(([, response]) => bodiesIn(resolved(document, response)).every(([, body]) => isTextOrNamed(body))),
  'says who may call it': ({ operation: { security } }) => Array.isArray(security),
};

describe.each(DOCUMENTS)('in the document of OpenAPI %s every operation', (_, document) => {
  const operations = operationsOf(document);

  it.each(Object.entries(RULES))('%s', (_rule, holds) => {
    expect(operations.filter((at) => !holds(at, document)).map(({ id }) => id)).toEqual([]);
  });

  it('has an id of its own', () => {
    const ids = operations.map(({ id }) => id.toLowerCase());
    expect(ids.length).toBeGreaterThan(25);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the two documents', () => {
  it('have the same operations', () => {
    const [newer = [], older = []] = DOCUMENTS.map(([, document]) =>
      operationsOf({ paths: document['paths'] }).map(({ id }) => id),
    );
    expect(older).toEqual(newer);
  });

  it('have the same named schemas, save for what only webhooks and lines use', () => {
    const [newer = [], older = []] = DOCUMENTS.map(([, { components }]) =>
      nodesIn(isNode(components) ? components['schemas'] : {}),
    );
    const missing = newer.map(([name]) => name).filter((name) => !older.some(([other]) => other === name));
    const [, document = {}] = DOCUMENTS[0] ?? [];
    const paths = JSON.stringify(document['paths'], (key, value) => (key === 'contentSchema' ? undefined : value));
    expect(missing.filter((name) => paths.includes(`/${name}"`))).toEqual([]);
    expect(older.length).toBeGreaterThan(80);
  });
});

function parametersOf({ parameters = [] }: Node, document: Node): readonly Node[] {
  return (parameters as readonly Node[]).map((parameter) => resolved(document, parameter));
}

function bodiesIn(part: unknown): readonly (readonly [mediaType: string, body: Node])[] {
  return nodesIn(isNode(part) ? part['content'] : {});
}

/** A body is text, or a schema that has a name. */
function isTextOrNamed({ schema }: Node): boolean {
  return isNode(schema) && (schema['type'] === 'string' || typeof schema['$ref'] === 'string');
}
