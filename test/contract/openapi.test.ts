import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { openapiDocument, openapiYaml } from '../../src/contract/openapi.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { OPERATIONS } from '../../src/contract/operations.ts';

interface SchemaAt {
  readonly path: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Every schema in a part of the document, with the path that leads to it. */
function* schemasIn(value: unknown, path: string): Generator<SchemaAt> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string') yield { path, schema: { ...value } };
  for (const [key, part] of Object.entries(value)) {
    if (!['example', 'examples', 'default', 'enum'].includes(key)) yield* schemasIn(part, `${path}/${key}`);
  }
}

const { components = {}, paths = {} } = openapiDocument();
const named = Object.entries(components.schemas ?? {});

const operations = Object.values(paths).flatMap(
  (item) => Object.values(item ?? {}) as { parameters?: unknown; requestBody?: unknown }[],
);

/** The named schemas that a part of the document leads to. */
function reachableFrom(part: unknown, found = new Set<string>()): ReadonlySet<string> {
  for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (found.has(name)) continue;
    found.add(name);
    reachableFrom(components.schemas?.[name], found);
  }
  return found;
}

const requested = new Set(operations.flatMap(({ requestBody }) => [...reachableFrom(requestBody)]));

/** Everything that a client may send. */
const sent = [
  ...named.filter(([name]) => requested.has(name)).flatMap(([name, schema]) => [...schemasIn(schema, name)]),
  ...operations.flatMap(({ parameters }) => [...schemasIn(parameters, 'parameters')]),
];

describe('the specification', () => {
  it('is committed as it is generated', () => {
    expect(readFileSync('openapi.yaml', 'utf8')).toBe(openapiYaml());
  });

  it('describes every named schema and every property', () => {
    const bare = named.flatMap(([name, schema]) => {
      const { description, properties = {} } = schema as { description?: string; properties?: Record<string, object> };
      const silent = Object.entries(properties).filter(([, property]) => !('description' in property) && !('$ref' in property));
      return [...(description === undefined ? [name] : []), ...silent.map(([property]) => `${name}.${property}`)];
    });
    expect(bare).toEqual([]);
  });

  it('limits every text, list and map that a client may send', () => {
    const bounds: Readonly<Record<string, readonly string[]>> = {
      string: ['maxLength', 'enum', 'const', 'pattern'],
      array: ['maxItems'],
      integer: ['maximum'],
    };
    const boundless = sent.filter(({ schema }) => {
      const needed =
        bounds[String(schema['type'])] ??
        ('additionalProperties' in schema && schema['additionalProperties'] !== false ? ['maxProperties'] : []);
      return needed.length > 0 && !needed.some((bound) => bound in schema);
    });
    expect(sent.length).toBeGreaterThan(50);
    expect(boundless).toEqual([]);
  });

  it('refuses unknown fields in requests and leaves replies open', () => {
    const objects = named.filter(([, schema]) => 'properties' in schema);
    const closed = objects.filter(([, schema]) => 'additionalProperties' in schema && schema.additionalProperties === false);
    expect(closed.map(([name]) => name)).toEqual(objects.map(([name]) => name).filter((name) => requested.has(name)));
    expect(closed.length).toBeGreaterThan(4);
  });

  it('uses neither tuples nor null nor ranges of statuses, which generators break on', () => {
    expect(openapiYaml()).not.toMatch(/prefixItems|type: "?null|"[1-5]XX"|anyOf:|allOf:/);
  });

  it('names every operation with a verb and a noun', () => {
    expect(Object.keys(OPERATIONS).filter((id) => !/^[a-z]+([A-Z][a-z]+)+$/.test(id))).toEqual([]);
  });

  it('lets callers name by format everything that they can accept', () => {
    const several = Object.values<Operation>(OPERATIONS).filter(({ replies }) => replies[200]?.also !== undefined);
    expect(several.map(({ query }) => query.shape['format']?.toJSONSchema())).toEqual(
      several.map(({ replies }) => expect.objectContaining({ enum: ['json', ...Object.keys(replies[200]?.also ?? {})] })),
    );
    expect(several).toHaveLength(2);
  });

  it('is served from wherever it was read', () => {
    expect(openapiDocument().servers).toEqual([expect.objectContaining({ url: '/' })]);
  });
});
