import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readExamples } from '../../.config/build/read-examples.js';
import type { Operation } from '../../src/contract/operation.ts';
import { OPERATIONS, type OperationId } from '../../src/contract/operations.ts';
import { DOCUMENTS, isNode, type Node, nodesIn, operationsOf } from './document-tree.ts';

const committed = readExamples();
const operations: readonly (readonly [OperationId, Operation])[] = Object.entries(OPERATIONS).map(([id, one]) => [
  id as OperationId,
  one,
]);

describe('the examples of the specification', () => {
  it('show every body that the contract suggests, and what comes back', () => {
    const suggested = operations.flatMap(([id, { body }]) => Object.keys(body?.examples ?? {}).map((name) => `${id} ${name}`));
    const sent = operations.flatMap(([id]) => (committed.examples[id] ?? []).map(({ name }) => `${id} ${name}`));
    expect(suggested.length).toBeGreaterThan(10);
    expect(suggested.filter((name) => !sent.includes(name))).toEqual([]);
  });

  it('show most problems that a request can bring about', () => {
    expect(Object.keys(committed.problems).length).toBeGreaterThan(15);
    for (const [code, { value }] of Object.entries(committed.problems)) expect(value).toMatchObject({ code });
  });
});

describe.each(DOCUMENTS)('in the document of OpenAPI %s', (_, document) => {
  it('every body of every operation has an example: add a step to test/contract/examples/steps.js', () => {
    const bare = operationsOf(document).flatMap(({ id, operation: { requestBody, responses } }) => {
      const bodies = nodesIn(responses).filter(([status]) => status < '300');
      const contents = [['request', requestBody] as const, ...bodies];
      return contents.flatMap(([name, part]) =>
        contentOf(part).flatMap(([mediaType, { examples }]) =>
          nodesIn(examples).length > 0 ? [] : [`${id} ${name} ${mediaType}`],
        ),
      );
    });
    expect(bare).toEqual([]);
  });

  it('every example is as its schema has it, with nothing that the schema does not describe', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    ajv.addFormat('int32', Number.isInteger).addFormat('double', Number.isFinite);
    ajv.addSchema({ $id: 'openapi', ...closed(document) });
    const validators = new Map<string, ReturnType<typeof ajv.compile>>();
    const validate = ($ref: string) => {
      const known = validators.get($ref) ?? ajv.compile({ $ref: `openapi${$ref}` });
      validators.set($ref, known);
      return known;
    };
    const shown = [...exampled(document)].filter(({ schema }) => typeof schema['$ref'] === 'string');
    const wrong = shown.flatMap(({ schema, name, value }) => {
      const valid = validate(String(schema['$ref']));
      return valid(value)
        ? []
        : (valid.errors ?? []).map((error) => `${schema['$ref']} ${name} ${error.instancePath} ${error.message}`);
    });
    expect(shown.length).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });
});

/** Every example of a body, wherever it stands. */
function* exampled(part: unknown): Generator<{ readonly schema: Node; readonly name: string; readonly value: unknown }> {
  if (typeof part !== 'object' || part === null) return;
  for (const [, { schema, examples }] of contentOf(part))
    for (const [name, { value }] of nodesIn(examples)) if (isNode(schema)) yield { schema, name, value };
  for (const [key, inner] of Object.entries(part)) if (key !== 'examples') yield* exampled(inner);
}

function contentOf(part: unknown) {
  return isNode(part) ? nodesIn(part['content']) : [];
}

/** The same document with every object closed. */
function closed(part: Node): Node {
  const copy = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((one) => (isNode(one) ? closed(one) : one)) : isNode(value) ? closed(value) : value,
    ]),
  );
  return part['type'] === 'object' && part['properties'] !== undefined ? { additionalProperties: false, ...copy } : copy;
}
