import { NOT_MODIFIED, type Operation } from '../operation.ts';
import { OpenApiDocument, ServiceHealth, ServiceReadiness } from '../schemas/health.ts';
import { NoQuery } from '../schemas/parameters.ts';

const tag = 'Service';

/** The service itself: whether it runs, and what it offers. */
export const serviceOperations = {
  getHealth: {
    method: 'get',
    path: '/healthz',
    tag,
    summary: 'Tell whether the process is alive',
    description: 'Depends on nothing else. Restart the process when it does not answer.',
    access: 'public',
    caching: 'never',
    query: NoQuery,
    replies: { 200: { description: 'Alive.', body: ServiceHealth } },
    refusals: [],
  },
  getReadiness: {
    method: 'get',
    path: '/readyz',
    tag,
    summary: 'Tell whether requests are welcome',
    description: 'Asks the database, and is refused while the service is stopping. Send traffic elsewhere then.',
    access: 'public',
    caching: 'never',
    query: NoQuery,
    replies: { 200: { description: 'Ready.', body: ServiceReadiness } },
    refusals: ['store-unavailable', 'shutting-down'],
  },
  getOpenapiYaml: {
    method: 'get',
    path: '/openapi.yaml',
    tag,
    summary: 'Read this specification as YAML',
    description: 'OpenAPI 3.1.',
    access: 'public',
    caching: 'revalidate',
    query: NoQuery,
    replies: {
      200: {
        description: 'The specification.',
        body: OpenApiDocument,
        mediaTypes: ['application/yaml'],
        verbatim: true,
        headers: ['ETag'],
      },
      304: NOT_MODIFIED,
    },
    refusals: [],
  },
  getOpenapiJson: {
    method: 'get',
    path: '/openapi.json',
    tag,
    summary: 'Read this specification as JSON',
    description: 'OpenAPI 3.1.',
    access: 'public',
    caching: 'revalidate',
    query: NoQuery,
    replies: {
      200: { description: 'The specification.', body: OpenApiDocument, verbatim: true, headers: ['ETag'] },
      304: NOT_MODIFIED,
    },
    refusals: [],
  },
  getOlderOpenapiJson: {
    method: 'get',
    path: '/openapi-3.0.json',
    tag,
    summary: 'Read this specification as older generators need it',
    description: 'OpenAPI 3.0.3, for generators that know nothing later. It says the same of every operation and schema.',
    access: 'public',
    caching: 'revalidate',
    query: NoQuery,
    replies: {
      200: { description: 'The specification.', body: OpenApiDocument, verbatim: true, headers: ['ETag'] },
      304: NOT_MODIFIED,
    },
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
