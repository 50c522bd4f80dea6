import type { RefusalCode } from '../services/refusal.ts';
import type { Operation } from './operation.ts';
import { apiKeyOperations } from './operations/api-keys.ts';
import { assessmentOperations } from './operations/assessments.ts';
import { auditOperations } from './operations/audit.ts';
import { evaluationOperations } from './operations/evaluations.ts';
import { modelOperations } from './operations/models.ts';
import { recommendationOperations } from './operations/recommendations.ts';
import { serviceOperations } from './operations/service.ts';
import { webhookDeliveryOperations } from './operations/webhook-deliveries.ts';
import { webhookOperations } from './operations/webhooks.ts';

/** The whole API, by operation id. */
export const OPERATIONS = {
  ...modelOperations,
  ...evaluationOperations,
  ...assessmentOperations,
  ...recommendationOperations,
  ...auditOperations,
  ...apiKeyOperations,
  ...webhookOperations,
  ...webhookDeliveryOperations,
  ...serviceOperations,
} as const satisfies Record<string, Operation>;

/** The type of {@link OPERATIONS}, from which handlers are typed. */
export type Operations = typeof OPERATIONS;
/** The name of an operation, verb and noun. */
export type OperationId = keyof Operations;

/** To know a caller, the database is asked. */
const OF_A_CALLER: readonly RefusalCode[] = [
  'unauthenticated',
  'permission-missing',
  'origin-refused',
  'rate-limited',
  'store-unavailable',
  'identity-provider-unavailable',
];

/** Everything an operation can be refused for: what it declares and what follows from its parts. */
export function refusalsOf({ access, body, refusals }: Operation): readonly RefusalCode[] {
  const ofAnyHead: readonly RefusalCode[] = ['malformed-request', 'address-too-long', 'misdirected-request', 'headers-too-large'];
  const ofAnyRequest: readonly RefusalCode[] = [...ofAnyHead, 'not-acceptable', 'invalid-request', 'internal'];
  const ofABody: readonly RefusalCode[] = ['malformed-json', 'body-too-large', 'unsupported-media-type'];
  return [
    ...new Set([
      ...refusals,
      ...ofAnyRequest,
      ...(access === 'public' ? [] : OF_A_CALLER),
      ...(body === undefined ? [] : ofABody),
    ]),
  ];
}
