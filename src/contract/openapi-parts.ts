import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type {
  ZodOpenApiExamplesObject,
  ZodOpenApiMediaTypeObject,
  ZodOpenApiRequestBodyObject,
  ZodOpenApiResponseObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { RefusalCode } from '../services/refusal.ts';
import { type Example, type Recorded, shown } from './example.ts';
import { type BatchShape, type BodyShape, NDJSON, type Operation, type ReplyShape } from './operation.ts';
import { refusalsOf } from './operations.ts';
import { PROBLEM_KINDS } from './problem-kinds.ts';
import { RESPONSE_HEADERS } from './response-headers.ts';
import { LineProblem } from './schemas/line-problem.ts';
import { Problem } from './schemas/problem.ts';

/** A body that an operation reads, with its examples under every media type. */
export function requestBody(
  { schema, mediaTypes, optional, examples }: BodyShape,
  batch: BatchShape | undefined,
): ZodOpenApiRequestBodyObject {
  return {
    required: optional !== true,
    content: {
      ...Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema, examples }])),
      ...(batch && { [NDJSON]: { ...linesOf(schema), examples: linesShown(batch) } }),
    },
  };
}

/** What was recorded of one operation. */
export interface OfOperation {
  readonly examples: readonly Example[];
  readonly problems: Recorded['problems'];
}

/** Every status of an operation, one by one: what it replies and what it can be refused for. */
export function responsesOf(operation: Operation, recorded: OfOperation): ZodOpenApiResponsesObject {
  const replies = Object.entries(operation.replies).map(
    ([status, shape]) => [status, reply(shape, operation, exampleAs(Number(status), recorded))] as const,
  );
  return Object.fromEntries([...replies, ...problems(refusalsOf(operation), recorded)]);
}

function reply(
  { description, body, mediaTypes = ['application/json'], also = {}, headers = [] }: ReplyShape,
  { access, batch }: Operation,
  exampled: (mediaType: string) => object,
): ZodOpenApiResponseObject {
  const named = Object.fromEntries(headers.map((name) => [name, HEADERS[name]]));
  return {
    description,
    headers: z.object({ 'X-Request-Id': REQUEST_ID, ...named, ...(access !== 'public' && RATE_LIMIT) }),
    ...(body && {
      content: Object.fromEntries(
        [
          ...mediaTypes.map((mediaType) => [mediaType, { schema: body }] as const),
          ...texts(also),
          ...(batch ? [[NDJSON, linesOf(body, LineProblem)] as const] : []),
        ].map(([mediaType, shape]) => [mediaType, { ...shape, ...exampled(mediaType) }]),
      ),
    }),
  };
}

/** To OpenAPI 3.1 lines are text; JSON Schema has a word for what there is in a text (2020-12, Validation §8.5). */
function linesOf(...schemas: readonly z.ZodType[]): ZodOpenApiMediaTypeObject {
  const names = schemas.map((schema) => schema.meta()?.id);
  const kinds = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const contentSchema = kinds.length === 1 ? kinds[0] : { oneOf: kinds };
  const description = `Lines, each of which is one JSON text: ${names.map((name) => `\`${name}\``).join(' or ')}.`;
  const schema = { type: 'string', description, contentMediaType: NDJSON, contentSchema } as const;
  return { schema };
}

function linesShown({ examples }: BatchShape): ZodOpenApiExamplesObject {
  const shown = Object.entries(examples).map(([name, { summary, lines }]) => {
    return [name, { summary, value: lines.map((line) => `${JSON.stringify(line)}\n`).join('') }] as const;
  });
  return Object.fromEntries(shown);
}

/** What a media type of a status is shown with. */
function exampleAs(status: number, { examples: recorded }: OfOperation) {
  return (mediaType: string) => {
    const examples = shown(recorded, { status, mediaType });
    return examples === undefined ? {} : { examples };
  };
}

function texts(also: NonNullable<ReplyShape['also']>) {
  return Object.values(also).map(
    ({ mediaType, description }) => [mediaType, { schema: z.string().max(MOST_TEXT).describe(description) }] as const,
  );
}

function problems(
  codes: readonly RefusalCode[],
  recorded: OfOperation,
): readonly (readonly [string, ZodOpenApiResponseObject])[] {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codes) {
    const { status } = PROBLEM_KINDS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].map(([status, sharing]) => [String(status), problem(status, sharing, recorded)]);
}

/** Operations that refuse for the same reasons share a response, so that the document stays readable. */
const shared = new Map<string, ZodOpenApiResponseObject>();

function problem(status: number, codes: readonly RefusalCode[], recorded: OfOperation): ZodOpenApiResponseObject {
  const id = codes.map(pascalCase).join('Or');
  const examples = Object.fromEntries(
    codes.flatMap((code) => (recorded.problems[code] ? [[code, recorded.problems[code]]] : [])),
  );
  const response = shared.get(id) ?? {
    id,
    description: `${STATUS_CODES[status]}: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    headers: z.object({
      'X-Request-Id': REQUEST_ID,
      ...(status === 401 && { 'WWW-Authenticate': CHALLENGE }),
      ...([401, 429].includes(status) && RATE_LIMIT),
      ...([429, 503].includes(status) && { 'Retry-After': RETRY_AFTER }),
    }),
    content: { 'application/problem+json': { schema: Problem, ...(Object.keys(examples).length > 0 && { examples }) } },
  };
  shared.set(id, response);
  return response;
}

function pascalCase(code: string): string {
  return code.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Characters of what is written for people or spreadsheets at most. */
const MOST_TEXT = 50_000_000;

const REQUEST_ID = z
  .string()
  .max(128)
  .meta({ description: 'Names this request in the log of the service.', header: { id: 'X-Request-Id' } });

const CHALLENGE = z
  .string()
  .max(1_000)
  .meta({
    description: 'What is to be sent to be known (RFC 6750).',
    example: 'Bearer error="invalid_token"',
    header: { id: 'WWW-Authenticate' },
  });

const RETRY_AFTER = z
  .string()
  .max(10)
  .meta({ description: 'Seconds after which trying again makes sense.', header: { id: 'Retry-After' } });

/** As in draft-ietf-httpapi-ratelimit-headers-10; absent where nothing is limited. */
const RATE_LIMIT = {
  'RateLimit-Policy': z
    .string()
    .max(1_000)
    .optional()
    .meta({
      description: 'How many requests (`q`) are allowed in so many seconds (`w`); absent when there is no limit.',
      example: '"requests";q=600;w=60',
      header: { id: 'RateLimit-Policy' },
    }),
  RateLimit: z
    .string()
    .max(1_000)
    .optional()
    .meta({
      description: 'How many requests remain (`r`), and in how many seconds all are allowed again (`t`).',
      example: '"requests";r=599;t=42',
      header: { id: 'RateLimit' },
    }),
};

const HEADERS: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  Object.entries(RESPONSE_HEADERS).map(([name, { description, example, always }]) => {
    const schema = z.string().max(16_384);
    const meta = { description, example, header: { id: name } };
    return [name, always ? schema.meta(meta) : schema.optional().meta(meta)];
  }),
);
