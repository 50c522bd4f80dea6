import type { ZodOpenApiOverride } from 'zod-openapi';

type JsonSchema = Parameters<ZodOpenApiOverride>[0]['jsonSchema'];

const INT32 = 2_147_483_647;

/** Characters of a UUID. */
const UUID = 36;

/**
 * Says schemas in the way that every generator understands: replies may gain fields, keys of maps are plain, a pair is
 * an array of two, what a format says in replies needs no pattern beside it, and every number says how large it gets.
 */
export const plainer: ZodOpenApiOverride = ({ jsonSchema, zodSchema, io }) => {
  const { type } = zodSchema._zod.def;
  if (type === 'object' && io === 'output') delete jsonSchema.additionalProperties;
  if (type === 'record') delete jsonSchema.propertyNames;
  if (type === 'tuple') sayAsArray(jsonSchema);
  if ('example' in jsonSchema) sayAsList(jsonSchema);
  if (jsonSchema.type === 'integer') jsonSchema.format = isSmall(jsonSchema) ? 'int32' : 'int64';
  if (jsonSchema.type === 'number') jsonSchema.format = 'double';
  if (jsonSchema.format === 'uuid') jsonSchema.maxLength = UUID;
  if (io === 'output' && jsonSchema.format !== undefined) delete jsonSchema.pattern;
};

/** Says a tuple of like items as a list of that length, which every version of JSON Schema understands alike. */
export function sayAsArray(schema: JsonSchema): void {
  const { prefixItems = [] } = schema;
  delete schema.prefixItems;
  Object.assign(schema, { items: prefixItems[0], minItems: prefixItems.length, maxItems: prefixItems.length });
}

/** JSON Schema has a list of examples; the single one of OpenAPI is deprecated. */
function sayAsList(schema: JsonSchema): void {
  const example = schema['example'];
  delete schema['example'];
  schema.examples = [example];
}

function isSmall({ minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE }: JsonSchema): boolean {
  return minimum >= -INT32 && maximum <= INT32;
}
