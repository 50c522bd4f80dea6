import type { Handlers } from '../../contract/exchange.ts';
import type { ApiKey } from '../../services/identity/api-key.ts';
import type { IssuedKey } from '../../services/identity/api-keys.ts';
import type { Addresses } from '../addresses.ts';
import type { Services } from '../services.ts';

type ApiKeyHandlers = Pick<Handlers, 'createApiKey' | 'listApiKeys' | 'revokeApiKey' | 'rotateApiKey'>;

/** Handlers of the operations on API keys. */
export function apiKeyHandlers({ apiKeys }: Services, addresses: Addresses): ApiKeyHandlers {
  return {
    async createApiKey({ caller, body }) {
      return { status: 201, body: issued(await apiKeys.create(caller, body)) };
    },

    async listApiKeys({ scope, query: { limit, cursor } }) {
      const { items, next } = await apiKeys.list(scope, { limit, ...(cursor !== undefined && { cursor }) });
      const Link = addresses.next('/v1/api-keys', { limit }, next);
      return { status: 200, body: { items: items.map(resource), ...(next !== undefined && { next }) }, headers: { Link } };
    },

    async revokeApiKey({ scope, params }) {
      await apiKeys.revoke(scope, params.id);
      return { status: 204 };
    },

    async rotateApiKey({ caller, params, body }) {
      return { status: 201, body: issued(await apiKeys.rotate(caller, params.id, body.overlapSeconds)) };
    },
  };
}

function issued({ key, secret }: IssuedKey) {
  return { ...resource(key), secret };
}

/** A key as it is sent: times as text, and nothing of the workspace, which is the caller's own. */
function resource({ workspace: _, createdAt, expiresAt, revokedAt, ...key }: ApiKey) {
  return {
    ...key,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(revokedAt !== undefined && { revokedAt: revokedAt.toISOString() }),
  };
}
