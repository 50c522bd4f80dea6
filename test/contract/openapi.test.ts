import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readExamples } from '../../.config/build/read-examples.js';
import { olderOpenapiJson, openapiDocument, openapiYaml } from '../../src/contract/openapi.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { OPERATIONS } from '../../src/contract/operations.ts';

const recorded = readExamples();
const { components = {}, paths = {} } = openapiDocument(recorded);
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

describe('the specification', () => {
  it('is committed as it is generated: `npm run openapi` writes it', () => {
    expect(readFileSync('openapi.yaml', 'utf8') === openapiYaml(recorded)).toBe(true);
    expect(readFileSync('openapi-3.0.json', 'utf8') === olderOpenapiJson(recorded)).toBe(true);
  });

  it('refuses unknown fields in requests and leaves replies open', () => {
    const objects = named.filter(([, schema]) => 'properties' in schema);
    const closed = objects.filter(([, schema]) => 'additionalProperties' in schema && schema.additionalProperties === false);
    expect(closed.map(([name]) => name)).toEqual(objects.map(([name]) => name).filter((name) => requested.has(name)));
    expect(closed.length).toBeGreaterThan(4);
  });

  it('lets callers name by format everything that they can accept', () => {
    const several = Object.values<Operation>(OPERATIONS).filter(({ replies }) => replies[200]?.also !== undefined);
    expect(several.map(({ query }) => query.shape['format']?.toJSONSchema())).toEqual(
      several.map(({ replies }) => expect.objectContaining({ enum: ['json', ...Object.keys(replies[200]?.also ?? {})] })),
    );
    expect(several).toHaveLength(2);
  });

  it('is served from wherever it was read', () => {
    expect(openapiDocument(recorded).servers).toEqual([expect.objectContaining({ url: '/' })]);
  });
});
