import { JSON_BODY, type Operation } from '../operation.ts';
import { ApiKeyList, IssuedApiKey, KeyRotation, NewApiKey } from '../schemas/api-key.ts';
import { ApiKeyPath, NoQuery, PageQuery } from '../schemas/parameters.ts';

const tag = 'API keys';

/** Handing out keys and taking them back. */
export const apiKeyOperations = {
  createApiKey: {
    method: 'post',
    path: '/v1/api-keys',
    tag,
    summary: 'Create an API key',
    description:
      'In your own workspace, with no more than your own permissions. The reply shows the key itself, once. A creation is not ' +
      'recognised when it is sent again: where a reply was lost, revoke the key that nobody has seen.',
    access: { permission: 'keys:manage' },
    caching: 'never',
    query: NoQuery,
    body: {
      schema: NewApiKey,
      mediaTypes: JSON_BODY,
      examples: {
        secret: {
          summary: 'For a portal that evaluates and keeps assessments',
          value: { name: 'Developer portal', permissions: ['models:read', 'evaluations:run', 'assessments:write'] },
        },
        embed: {
          summary: 'For a form in the pages of a portal',
          value: {
            name: 'Form in the portal',
            kind: 'embed',
            model: 'delivery-approach',
            origins: ['https://portal.example.org'],
          },
        },
      },
    },
    replies: { 201: { description: 'Created.', body: IssuedApiKey } },
    refusals: ['model-not-found', 'key-pepper-missing', 'store-unavailable'],
  },
  listApiKeys: {
    method: 'get',
    path: '/v1/api-keys',
    tag,
    summary: 'List API keys',
    description: 'Those of your workspace, expired and revoked ones too, newest first, in pages.',
    access: { permission: 'keys:manage' },
    caching: 'private',
    query: PageQuery,
    replies: { 200: { description: 'A page of keys.', body: ApiKeyList, headers: ['Link'] } },
    refusals: ['store-unavailable'],
  },
  revokeApiKey: {
    method: 'delete',
    path: '/v1/api-keys/{id}',
    tag,
    summary: 'Revoke an API key',
    description:
      'It opens nothing any more, on every replica within five seconds; neither do the tokens that an embed key led to.',
    access: { permission: 'keys:manage' },
    caching: 'never',
    params: ApiKeyPath,
    query: NoQuery,
    replies: { 204: { description: 'Revoked, now or before.' } },
    refusals: ['api-key-not-found', 'store-unavailable'],
  },
  rotateApiKey: {
    method: 'post',
    path: '/v1/api-keys/{id}/rotate',
    tag,
    summary: 'Replace an API key',
    description: 'Creates a key like it, and lets the present one go on until both sides have changed over.',
    access: { permission: 'keys:manage' },
    caching: 'never',
    params: ApiKeyPath,
    query: NoQuery,
    body: {
      schema: KeyRotation,
      mediaTypes: JSON_BODY,
      optional: true,
      examples: { hour: { summary: 'With an hour to change over', value: { overlapSeconds: 3600 } } },
    },
    replies: { 201: { description: 'The new key.', body: IssuedApiKey } },
    refusals: ['api-key-not-found', 'api-key-ended', 'key-pepper-missing', 'store-unavailable'],
  },
} as const satisfies Record<string, Operation>;
