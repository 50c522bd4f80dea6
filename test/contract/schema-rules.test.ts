import { describe, expect, it } from '@jest/globals';
import { DOCUMENTS, isNode, type Node, nodesIn, type SchemaAt, schemasOf, within } from './document-tree.ts';

const TECHNICAL = /(Dto|Schema\d*|Object|Data|Output|Input)$/;

/** A document that has the word in its own name. */
const SERVED_AS_IT_IS = new Set(['AnswersSchema']);

/** What every schema has to keep to, whoever wrote it; the reason is the generator that fails otherwise. */
const RULES: Readonly<Record<string, (schema: Node, at: string) => boolean>> = {
  'objects and maps are named, so that clients get a type with a name that somebody chose': (schema, at) =>
    !isObject(schema) || isNamed(at),
  'names are in PascalCase and say what the thing is, not what it is for': (_, at) =>
    !isNamed(at) || SERVED_AS_IT_IS.has(nameIn(at)) || (/^([A-Z][a-z0-9]+)+$/.test(nameIn(at)) && !TECHNICAL.test(nameIn(at))),
  'a reference has a description beside it and nothing else': (schema) =>
    schema['$ref'] === undefined || Object.keys(schema).every((word) => word === '$ref' || word === 'description'),
  'every named schema has a description': (schema, at) => !isNamed(at) || isText(schema['description']),
  'every property has a description, of its own or of what it refers to': (schema) =>
    nodesIn(schema['properties']).every(([, property]) => isText(property['description']) || isText(property['$ref'])),
  'every value has one type, save where any JSON may stand': (schema) =>
    isText(schema['type']) ||
    isText(schema['$ref']) ||
    isUnion(schema) ||
    Object.keys(schema).every((word) => word === 'description'),
  'a union is a `oneOf` of named objects with a discriminator that maps all of them': (schema) =>
    !isUnion(schema) || isTaggedUnion(schema),
  'texts have a greatest length, or are words out of a list, or lines without end': (schema, at) =>
    schema['type'] !== 'string' ||
    isLength(schema['maxLength']) ||
    isList(schema['enum']) ||
    isText(schema['const']) ||
    at.endsWith('/content/application/x-ndjson/schema'),
  'lists have items and a greatest length': (schema) =>
    schema['type'] !== 'array' || (isNode(schema['items']) && isLength(schema['maxItems'])),
  'maps have a greatest size and no properties beside': (schema) =>
    !isMap(schema) || (isLength(schema['maxProperties']) && schema['properties'] === undefined),
  'integers have a format, a least and a greatest value': (schema) =>
    schema['type'] !== 'integer' ||
    (/^int(32|64)$/.test(String(schema['format'])) && isNumber(schema['minimum']) && isNumber(schema['maximum'])),
  'numbers have a format, a least and a greatest value': (schema) =>
    schema['type'] !== 'number' || (schema['format'] === 'double' && isNumber(schema['minimum']) && isNumber(schema['maximum'])),
  'times and ids say so by their format': (schema) =>
    nodesIn(schema['properties']).every(
      ([name, property]) =>
        !/(At|Since|Until)$/.test(name) || property['type'] !== 'string' || property['format'] === 'date-time',
    ),
  'an enum that may grow is a text that says so and gives examples': (schema) =>
    (schema['x-extensible-enum'] === undefined && !String(schema['description']).startsWith('Extensible enum.')) ||
    (schema['type'] === 'string' &&
      schema['enum'] === undefined &&
      String(schema['description']).startsWith('Extensible enum. ') &&
      (isList(schema['examples']) || isText(schema['example']))),
  'closed enums are words in lower case with hyphens or dots, or grades': (schema) =>
    !Array.isArray(schema['enum']) ||
    schema['enum'].every((word) => /^[a-z][a-z0-9]*([-:.][a-z0-9]+)*$|^[A-D]$/.test(String(word))),
  'nothing is null: what is not there is left out': (schema) =>
    schema['nullable'] === undefined && schema['type'] !== 'null' && !Array.isArray(schema['type']),
  'a required property has no default': (schema) =>
    nodesIn(schema['properties']).every(
      ([name, property]) =>
        property['default'] === undefined || !(isList(schema['required']) && schema['required'].includes(name)),
    ),
  'schemas are made of words that every generator knows': (schema) =>
    ['allOf', 'anyOf', 'not', 'prefixItems', 'propertyNames', 'patternProperties', 'if', 'readOnly', 'writeOnly'].every(
      (word) => schema[word] === undefined,
    ),
};

describe.each(DOCUMENTS)('in the document of OpenAPI %s', (_, document) => {
  const schemas = schemasOf(document);

  it('has schemas of every kind to look at', () => {
    expect(schemas.length).toBeGreaterThan(400);
    expect(schemas.filter(({ schema }) => isObject(schema)).length).toBeGreaterThan(80);
  });

  it.each(Object.entries(RULES))('%s', (_rule, holds) => {
    expect(schemas.filter(({ at, schema }) => !holds(schema, at)).map(({ at }) => at)).toEqual([]);
  });
});

describe('the rules', () => {
  const good = {
    type: 'object',
    description: 'A thing.',
    properties: { a: { type: 'string', maxLength: 9, description: 'Its a.' } },
  };
  const broken: readonly (readonly [flaw: string, schema: Node])[] = [
    ['an object within an object', { ...good, properties: { a: { ...good } } }],
    ['an object in a list', { ...good, properties: { a: { type: 'array', maxItems: 1, description: 'b', items: good } } }],
    [
      'a map that stands where it is used',
      { ...good, properties: { a: { type: 'object', description: 'b', maxProperties: 1, additionalProperties: {} } } },
    ],
    ['a property without description', { ...good, properties: { a: { type: 'string', maxLength: 9 } } }],
    ['no description', { type: 'object', properties: {} }],
    ['a boundless text', { ...good, properties: { a: { type: 'string', description: 'b' } } }],
    ['a boundless list', { ...good, properties: { a: { type: 'array', description: 'b', items: { type: 'boolean' } } } }],
    ['an integer without format', { ...good, properties: { a: { type: 'integer', description: 'b', minimum: 0, maximum: 1 } } }],
    ['a boundless number', { ...good, properties: { a: { type: 'number', description: 'b', format: 'double' } } }],
    ['a union without discriminator', { description: 'b', oneOf: [{ $ref: '#/components/schemas/A' }] }],
    ['an untagged union', { description: 'b', anyOf: [{ type: 'string', maxLength: 1 }, { type: 'boolean' }] }],
    ['a type that may be null', { ...good, properties: { a: { type: ['string', 'null'], maxLength: 1, description: 'b' } } }],
    ['a time that is any text', { ...good, properties: { createdAt: { type: 'string', maxLength: 40, description: 'b' } } }],
    [
      'a default where there is always a value',
      { ...good, required: ['a'], properties: { a: { type: 'boolean', description: 'b', default: true } } },
    ],
    ['an enum that may grow without examples', { type: 'string', maxLength: 9, description: 'Extensible enum. A word.' }],
  ];

  it('find nothing in a good schema', () => {
    expect(flawsOf(good)).toEqual([]);
  });

  it.each(broken)('find %s', (_, schema) => {
    expect(flawsOf(schema)).not.toEqual([]);
  });
});

function flawsOf(schema: Node): readonly string[] {
  const all: readonly SchemaAt[] = [...within(schema, '/components/schemas/Thing')];
  return Object.entries(RULES).flatMap(([rule, holds]) => (all.every(({ at, schema: one }) => holds(one, at)) ? [] : [rule]));
}

function isNamed(at: string): boolean {
  return /^\/components\/schemas\/\w+$/.test(at);
}

function nameIn(at: string): string {
  return at.split('/')[3] ?? '';
}

function isObject(schema: Node): boolean {
  return schema['type'] === 'object' || schema['properties'] !== undefined || schema['additionalProperties'] !== undefined;
}

function isMap(schema: Node): boolean {
  return isNode(schema['additionalProperties']) || (isObject(schema) && schema['properties'] === undefined);
}

function isUnion(schema: Node): boolean {
  return ['oneOf', 'anyOf', 'allOf'].some((word) => schema[word] !== undefined);
}

function isTaggedUnion({ oneOf, discriminator }: Node): boolean {
  if (!Array.isArray(oneOf) || !isNode(discriminator) || !isNode(discriminator['mapping'])) return false;
  const mapped = new Set(Object.values(discriminator['mapping']));
  return isText(discriminator['propertyName']) && oneOf.every((option) => isNode(option) && mapped.has(option['$ref']));
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isNumber(value: unknown): boolean {
  return Number.isFinite(value);
}

function isLength(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) > 0;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}
