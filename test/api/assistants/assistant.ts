import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as FirstTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { ToolName } from '../../../src/contract/tools.ts';

/** What a tool said. */
export interface Said {
  readonly isError: boolean;
  readonly text: string;
  /** Everything after the first part, which is for programs. */
  readonly rest: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: the client has held it against the schema of the tool
  readonly data: any;
}

/** An assistant that is connected. */
export interface Assistant {
  readonly version: string | undefined;
  readonly instructions: string | undefined;
  tools(): Promise<readonly string[]>;
  use(name: ToolName, given?: Record<string, unknown>): Promise<Said>;
  leave(): Promise<void>;
}

/** The generations of the protocol, as the libraries of those who speak it do. */
export type Generation = 'stateless' | 'handshake' | 'first library';

/** Connects with the protocol's own client, which checks structured results against the schemas of their tools. */
export async function connect(url: string, generation: Generation, credential?: string): Promise<Assistant> {
  const headers = credential === undefined ? {} : { Authorization: `Bearer ${credential}` };
  const address = new URL('/mcp', url);
  if (generation === 'first library') {
    const client = new FirstClient({ name: 'test', version: '1.0.0' });
    const transport = new FirstTransport(address, { requestInit: { headers } });
    // Its types know nothing of exact optional properties.
    await client.connect(transport as Parameters<typeof client.connect>[0]);
    return assistant(client, transport.protocolVersion);
  }
  const mode = generation === 'handshake' ? 'legacy' : { pin: '2026-07-28' };
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(address, { requestInit: { headers } }));
  return assistant(client, client.getNegotiatedProtocolVersion());
}

/** What both libraries' clients can do. */
type AnyClient = Pick<Client, 'getInstructions' | 'close'> & {
  listTools(): Promise<{ readonly tools: readonly { readonly name: string }[] }>;
  callTool(wish: { name: string; arguments: Record<string, unknown> }): Promise<Record<string, unknown>>;
};

function assistant(client: AnyClient, version: string | undefined): Assistant {
  return {
    version,
    instructions: client.getInstructions(),
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    async use(name, given = {}) {
      const { content, isError, structuredContent } = await client.callTool({ name, arguments: given });
      const [text = '', ...rest] = (content as readonly { readonly text: string }[]).map((part) => part.text);
      return { isError: isError === true, text, rest, data: structuredContent };
    },
    leave: () => client.close(),
  };
}
