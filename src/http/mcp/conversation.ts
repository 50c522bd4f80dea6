import type { Server } from '@modelcontextprotocol/server';
import { API_VERSION } from '../../contract/openapi.ts';
import { isToolName } from '../../contract/tools.ts';
import type { Models } from '../../services/models/models.ts';
import { createToolCall, type ToolCall, type ToolCallNeeds, type ToolUse } from './tool-call.ts';
import { toolsFor } from './tool-list.ts';
import { createToolWords } from './tool-words.ts';

/** What the protocol's own library offers; it is loaded when the first assistant comes, as most services never see one. */
type Library = typeof import('@modelcontextprotocol/server');

/** A message as it came, and what came with it. */
export interface Incoming {
  readonly message: unknown;
  /** Headers of the protocol, whose names begin with `mcp-`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly use: ToolUse;
}

/** Answers one message. Nothing is remembered: any replica answers the next one. */
export type Conversation = (incoming: Incoming) => Promise<Response>;

/** What talking to assistants depends on. */
export interface ConversationNeeds extends Omit<ToolCallNeeds, 'words'> {
  readonly models: Models;
}

const INSTRUCTIONS = `Helps a team decide how to deliver: GitOps, CI/CD or a hybrid, or whatever else its decision models are about.
Ask people one question at a time, the one that next_question names, until it says that nothing can change the result any more or they have enough.
Send what they said, null for what they do not know, and nothing they did not say. Say with a recommendation how sure it is and what would change it.
Record a recommendation only when they want it kept: a record is for good.`;

/** Both generations of the protocol: messages that carry everything (2026-07-28), and those after a handshake (2025). */
export function createConversation({ models, ...needs }: ConversationNeeds): Conversation {
  const call = createToolCall({ ...needs, words: createToolWords(models) });
  return async ({ message, headers, use }) => {
    const library = await import('@modelcontextprotocol/server');
    const server = serverFor(library, call, use);
    const request = new Request('http://localhost/mcp', { method: 'POST', headers: { ...ACCEPTING, ...headers } });
    if (await library.isLegacyRequest(request, message)) return afterHandshake(library, server, { request, message });
    // A stream of changes would be a session, and nothing changes: there is no room for one.
    const handler = library.createMcpHandler(() => server, { legacy: 'reject', maxSubscriptions: 0 });
    return handler.fetch(request, { parsedBody: message });
  };
}

/** Whoever takes JSON takes every reply there is; the library wants to hear of streams as well. */
const ACCEPTING = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };

function serverFor(library: Library, call: ToolCall, use: ToolUse): Server {
  const { Server, ProtocolError, ProtocolErrorCode } = library;
  const identity = { name: 'delivery-advisor', title: 'Delivery Advisor', version: API_VERSION };
  const server = new Server(identity, { capabilities: { tools: {} }, instructions: INSTRUCTIONS });
  server.setRequestHandler('tools/list', () => toolsFor(use.caller));
  server.setRequestHandler('tools/call', ({ params }) => {
    if (isToolName(params.name)) return call(params.name, params.arguments ?? {}, use);
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'There is no tool of this name; tools/list has those there are.');
  });
  return server;
}

/** Without a session: the handshake leaves nothing behind, and every message after it stands for itself. */
async function afterHandshake(
  { WebStandardStreamableHTTPServerTransport }: Library,
  server: Server,
  { request, message }: { readonly request: Request; readonly message: unknown },
): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody: message });
  } finally {
    await server.close();
  }
}
