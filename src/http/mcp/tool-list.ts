import type { ListToolsResult, Tool, ToolAnnotations } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { sayAsArray } from '../../contract/dialect.ts';
import { OPERATIONS } from '../../contract/operations.ts';
import type { AnyTool, Effect } from '../../contract/tool.ts';
import { TOOLS, type ToolName } from '../../contract/tools.ts';
import type { Access } from '../../services/identity/access.ts';
import type { Caller } from '../../services/identity/caller.ts';

/** What clients are told about an effect; nothing here reaches beyond this service. */
const ANNOTATIONS: Readonly<Record<Effect, ToolAnnotations>> = {
  none: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  adds: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  replaces: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
};

const NAMES = Object.keys(TOOLS) as readonly ToolName[];

/** Made when the first client asks, and the same for all. */
let descriptions: ReadonlyMap<ToolName, Tool> | undefined;

/** The tools that a caller may use. */
export function toolsFor({ permissions }: Caller): ListToolsResult {
  descriptions ??= new Map(NAMES.map((name) => [name, descriptionOf(name, TOOLS[name])]));
  const allowed = [...descriptions].filter(([name]) => permissions.has(accessTo(name).permission));
  return { tools: allowed.map(([, description]) => description) };
}

/** What a tool needs: the permission of its operation. It is for assistants with a key or a token, not for embedded forms. */
export function accessTo(name: ToolName): Exclude<Access, 'public'> {
  const { permission } = OPERATIONS[TOOLS[name].operation].access;
  return { permission };
}

function descriptionOf(name: ToolName, { title, description, effect, input, output }: AnyTool): Tool {
  return {
    name,
    title,
    description,
    inputSchema: jsonSchema(input),
    ...(output !== undefined && { outputSchema: jsonSchema(output) }),
    annotations: { title, ...ANNOTATIONS[effect] },
  };
}

/**
 * JSON Schema (2020-12) as it is before defaults and transformations, open wherever the schema is. An assistant reads all
 * of it each time: a format says as much as its pattern, in a word.
 */
function jsonSchema(schema: z.ZodObject): Tool['inputSchema'] {
  const written = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema: part }) {
      if (zodSchema._zod.def.type === 'tuple') sayAsArray(part);
      if (part.format !== undefined) delete part.pattern;
    },
  });
  // Both mean JSON Schema of an object, each in types of its own.
  return written as Tool['inputSchema'];
}
