import type { OpenApiDocument } from './openapi.ts';

/** Any JSON object on the way through the document. */
type Node = Readonly<Record<string, unknown>>;

/** Words of JSON Schema that say more about a text than that version can. */
const UNKNOWN = new Set(['contentMediaType', 'contentSchema']);

/** What holds instances rather than schemas; nothing in it means anything to OpenAPI. */
const INSTANCES = new Set(['example', 'value', 'default', 'enum', 'x-extensible-enum', 'security', 'mapping']);

/**
 * The same API for generators that know nothing later than OpenAPI 3.0.3. What that version has no word for is left
 * out (descriptions beside a reference, webhooks) or said in its words (one example, constants as enums of one).
 */
export function olderDocument({ openapi: _, webhooks: __, ...document }: OpenApiDocument): Node {
  const { info, ...rest } = document;
  const license = { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' };
  return pruned({ openapi: '3.0.3', info: { ...info, license }, ...olderNode(rest) });
}

function older(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(older);
  return isNode(value) ? olderNode(value) : value;
}

function olderNode(node: Node): Node {
  if (typeof node['$ref'] === 'string') return { $ref: node['$ref'] };
  return Object.fromEntries(Object.entries(node).flatMap(([key, value]) => olderEntry(key, value)));
}

function olderEntry(key: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (UNKNOWN.has(key)) return [];
  if (key === 'const') return [['enum', [value]]];
  if (key === 'examples' && Array.isArray(value)) return [['example', value[0]]];
  // The names of properties are the API's own and no keywords.
  if (key === 'properties' && isNode(value))
    return [[key, Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, older(schema)]))]];
  return [[key, INSTANCES.has(key) ? value : older(value)]];
}

/** The document without schemas that nothing leads to. */
function pruned(document: Node): Node {
  const { components = {}, ...rest } = document as { readonly components?: { readonly schemas?: Node } };
  const { schemas = {}, ...others } = components;
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name]);
    }
  };
  follow([rest, others]);
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  return { ...rest, components: { schemas: Object.fromEntries(kept), ...others } };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
