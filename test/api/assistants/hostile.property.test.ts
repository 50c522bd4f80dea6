import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TOOLS } from '../../../src/contract/tools.ts';
import { type ServiceUnderTest, startService } from '../service-under-test.ts';

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.discard());

/** Names and values that mean something somewhere, mixed with such as mean nothing. */
const word = fc.oneof(
  fc.constantFrom(
    ...Object.keys(TOOLS),
    'tools/list',
    'tools/call',
    'initialize',
    'ping',
    'subscriptions/listen',
    'server/discover',
  ),
  fc.constantFrom(
    'constructor',
    'toString',
    'notifications/cancelled',
    'notifications/initialized',
    '',
    '2026-07-28',
    '2025-11-25',
  ),
  fc.string(),
);
const id = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.double(), fc.object({ maxDepth: 1 }));
const given = fc.oneof(
  fc.dictionary(
    fc.constantFrom('answers', 'model', 'version', 'id', 'revision', 'subject', 'weights', 'limit', 'x'),
    fc.jsonValue(),
    {
      noNullPrototype: true,
    },
  ),
  fc.jsonValue(),
);
const meta = fc.option(
  fc.record({
    'io.modelcontextprotocol/protocolVersion': fc.oneof(fc.constant('2026-07-28'), fc.jsonValue()),
    'io.modelcontextprotocol/clientInfo': fc.oneof(fc.constant({ name: 'a', version: '1' }), fc.jsonValue()),
    'io.modelcontextprotocol/clientCapabilities': fc.oneof(fc.constant({}), fc.jsonValue()),
    progressToken: fc.jsonValue(),
  }),
  { nil: undefined },
);
const params = fc.oneof(
  fc.record({ name: word, arguments: given, _meta: meta }, { requiredKeys: [], noNullPrototype: true }),
  fc.record({ protocolVersion: word, capabilities: fc.jsonValue(), clientInfo: fc.jsonValue() }, { requiredKeys: [] }),
  fc.jsonValue(),
);
const message = fc.record(
  {
    jsonrpc: fc.oneof(fc.constant('2.0'), fc.jsonValue()),
    id,
    method: fc.oneof(word, fc.jsonValue()),
    params,
    result: fc.jsonValue(),
  },
  { requiredKeys: ['jsonrpc'], noNullPrototype: true },
);
const body = fc.oneof(
  { weight: 6, arbitrary: message.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);
const headers = fc.record(
  {
    'MCP-Protocol-Version': fc.constantFrom('2026-07-28', '2025-11-25', '2024-11-05', '1999-01-01', '%'),
    'Mcp-Method': fc.constantFrom('tools/call', 'tools/list', 'ping', '=?base64?!?='),
    'Mcp-Name': fc.constantFrom(...Object.keys(TOOLS), '=?base64?Zm9v?='),
    'Mcp-Session-Id': fc.constantFrom('a', '0'.repeat(100)),
    'Last-Event-ID': fc.constantFrom('1'),
  },
  { requiredKeys: [] },
);

describe('whatever is sent to the door for assistants', () => {
  it('is answered in time, in JSON, without a failure of the service and without its insides', async () => {
    await fc.assert(
      fc.asyncProperty(body, headers, async (sent, protocol) => {
        const response = await fetch(`${service.url}/mcp`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...protocol },
          body: sent as string,
          signal: AbortSignal.timeout(10_000),
        });
        const text = await response.text();
        expect(response.status).toBeLessThan(500);
        expect(text).not.toMatch(/node_modules|\.ts:\d|\.js:\d|at async/);
        if (text !== '') expect(typeof JSON.parse(text)).toBe('object');
        expect(text.includes('"code":-32603')).toBe(false);
        expect(text.includes('"code":"internal"')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
