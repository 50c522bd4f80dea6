import { type Request, Router } from 'express';
import { isToolName } from '../../contract/tools.ts';
import { refuse } from '../../services/refusal.ts';
import type { Admission } from '../authentication.ts';
import { bodyOf, leaveBody } from '../input/body.ts';
import { ownAuthorities } from '../input/host.ts';
import { acceptedType } from '../input/media-types.ts';
import { otherMethods } from '../other-methods.ts';
import { REQUEST_ID } from '../request-log.ts';
import { send } from '../send.ts';
import type { Conversation } from './conversation.ts';

/** What the endpoint for assistants depends on. */
export interface EndpointNeeds {
  readonly admission: Admission;
  readonly conversation: Conversation;
  /** Origins whose pages may use it, beside those of this machine. */
  readonly origins: readonly string[];
}

const JSON_MESSAGE = { mediaTypes: ['application/json'] };
const FOREIGN_PAGE =
  'Pages of this origin may not use the tools. The operator names those that may in PUBLIC_URL or EMBED_ORIGINS.';
const NO_BATCH = 'Send one message at a time; the protocol has no batches any more.';

/**
 * `POST /mcp`: the Model Context Protocol over streamable HTTP, for assistants. It is no operation of the contract, as the
 * protocol has a contract of its own; who is let in, how often, and what is read is the same as everywhere.
 */
export function assistantsEndpoint({ admission, conversation, origins }: EndpointNeeds): Router {
  const isOwn = ownAuthorities([]);
  const isForeign = (origin: string) => !origins.includes(origin) && !isOwn(origin.replace(/^https?:\/\//, ''));
  const router = Router({ strict: true, caseSensitive: true });
  router.post('/mcp', async (request, response) => {
    response.locals['operation'] = 'useTools';
    const { origin } = request.headers;
    if (origin !== undefined && isForeign(origin)) {
      leaveBody(request, response);
      refuse('origin-refused', { detail: FOREIGN_PAGE });
    }
    const caller = await admission(request, response);
    const mediaType = acceptedType(request, ['application/json']);
    const message = await bodyOf(request, response, JSON_MESSAGE);
    if (Array.isArray(message)) refuse('invalid-request', { detail: NO_BATCH });
    response.locals['tool'] = toolIn(message);
    const use = { caller, requestId: String(response.getHeader(REQUEST_ID)) };
    const answer = await conversation({ message, headers: protocolHeaders(request), use });
    const text = await answer.text();
    send(request, response, { status: answer.status, ...(text !== '' && { text }) }, { mediaType, caching: 'never', vary: [] });
  });
  router.all('/mcp', otherMethods(['POST', 'OPTIONS']));
  return router;
}

/** The tool that a message uses, if there is one of that name; what it is given is nobody's business. */
function toolIn(message: unknown): string | undefined {
  const { params } = (message ?? {}) as { readonly params?: { readonly name?: unknown } | null };
  const name = params?.name;
  return isToolName(name) ? name : undefined;
}

function protocolHeaders({ headers }: Request): Readonly<Record<string, string>> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith('mcp-'));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}
