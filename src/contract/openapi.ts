import { stringify } from 'yaml';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { plainer } from './dialect.ts';
import type { Example, Recorded } from './example.ts';
import { olderDocument } from './older-openapi.ts';
import { type OfOperation, requestBody, responsesOf } from './openapi-parts.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS, type OperationId } from './operations.ts';
import { LineProblem } from './schemas/line-problem.ts';
import { webhooks } from './webhooks.ts';

/** The version of the API as its callers see it. */
export const API_VERSION = '1.0.0';

/** An OpenAPI 3.1 document. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

type PathItem = NonNullable<OpenApiDocument['paths']>[string];

type ParameterObject = Extract<NonNullable<NonNullable<PathItem['get']>['parameters']>[number], { in: string }>;

const TAGS = [
  { name: 'Models', description: 'The decision models that are served: documents, questionnaires and schemas.' },
  { name: 'Evaluations', description: 'Working with answers without storing anything.' },
  { name: 'Assessments', description: "Keeping one subject's answers over time." },
  { name: 'Recommendations', description: 'Recording evaluations, reading them again, and proving that they still hold.' },
  { name: 'Audit', description: 'Who did what, and when.' },
  { name: 'API keys', description: 'Handing out keys and taking them back.' },
  { name: 'Webhooks', description: 'Being told of what happens, by signed requests.' },
  { name: 'Service', description: 'The service itself.' },
];

const BEARER = 'bearer';

const BEARER_SCHEME = {
  type: 'http',
  scheme: 'bearer',
  description:
    'A key of this service or a token of your identity provider, with the permission that the operation names. A service ' +
    'without keys, which only its own machine can reach, asks for none.',
} as const;

const DESCRIPTION = `Advises software teams how to deliver: GitOps, CI/CD or a hybrid of the two, with reasons.

Every error is a problem document (RFC 9457); branch on its \`code\`. What is not there is left out, never \`null\`.
Unknown fields and query parameters are refused. Replies may gain fields at any time.
Every reply carries \`X-Request-Id\`; send your own (8 to 128 letters, digits, dots, underscores or hyphens) to find it again.

Assistants have a door of their own at \`POST /mcp\`: the Model Context Protocol, which has its own contract, with the same services,
permissions and limits.`;

/** The whole API as an OpenAPI 3.1 document, made from the schemas that parse and of examples that were recorded. */
export function openapiDocument(recorded: Recorded): OpenApiDocument {
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Delivery Advisor',
        version: API_VERSION,
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'Wherever this document was read from.' }],
      tags: TAGS,
      paths: paths(recorded),
      webhooks: webhooks(),
      components: { schemas: { LineProblem }, securitySchemes: { [BEARER]: BEARER_SCHEME } },
    },
    { override: plainer },
  );
  for (const item of Object.values({ ...document.paths, ...document.webhooks })) describeParameters(item, recorded);
  bareReferences(document);
  return document;
}

/** The document as it is committed and served. */
export function openapiYaml(recorded: Recorded): string {
  return stringify(openapiDocument(recorded), { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** The same for older generators, as it is committed and served. */
export function olderOpenapiJson(recorded: Recorded): string {
  return `${JSON.stringify(olderDocument(openapiDocument(recorded)), undefined, 1)}\n`;
}

function paths({ examples, problems }: Recorded): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [operationId, operation] of Object.entries<Operation>(OPERATIONS)) {
    const own = { examples: examples[operationId as OperationId] ?? [], problems };
    all[operation.path] = { ...all[operation.path], [operation.method]: operationObject(operationId, operation, own) };
  }
  return all;
}

function operationObject(operationId: string, operation: Operation, recorded: OfOperation): ZodOpenApiOperationObject {
  const { tag, summary, description, access, params, query, headers, body, batch } = operation;
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    security: access === 'public' ? [] : [{ [BEARER]: [access.permission] }],
    requestParams: { ...(params && { path: params }), query, ...(headers && { header: headers }) },
    ...(body && { requestBody: requestBody(body, batch) }),
    responses: responsesOf(operation, recorded),
  };
}

/** Documentation pages show the description and the example of a parameter, not those of its schema. */
function describeParameters({ get, post, patch, delete: remove }: PathItem, { examples }: Recorded): void {
  for (const operation of [get, post, patch, remove]) {
    const [sent] = examples[operation?.operationId as OperationId] ?? [];
    for (const parameter of operation?.parameters ?? []) if ('schema' in parameter) describeParameter(parameter, sent);
  }
}

function describeParameter(parameter: ParameterObject, sent?: Example): void {
  if (parameter.schema === undefined || '$ref' in parameter.schema) return;
  const { description, ...schema } = parameter.schema;
  if (description !== undefined) parameter.description = description;
  const value = parameter.in === 'header' ? undefined : { ...sent?.params, ...sent?.query }[parameter.name];
  if (value !== undefined) parameter.example = schema.type === 'integer' ? Number(value) : value;
  parameter.schema = schema;
}

/** Leaves a description beside a reference and nothing else: what else there is comes with what is referred to. */
function bareReferences(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  if ('$ref' in part && 'propertyNames' in part) delete part.propertyNames;
  for (const inner of Object.values(part)) bareReferences(inner);
}
