import type { Handlers } from '../contract/exchange.ts';
import { createAddresses } from './addresses.ts';
import { apiKeyHandlers } from './handlers/api-keys.ts';
import { assessmentHandlers } from './handlers/assessments.ts';
import { auditHandlers } from './handlers/audit.ts';
import { evaluationHandlers } from './handlers/evaluations.ts';
import { modelHandlers } from './handlers/models.ts';
import { recommendationHandlers } from './handlers/recommendations.ts';
import { type Specification, serviceHandlers } from './handlers/service.ts';
import { webhookDeliveryHandlers } from './handlers/webhook-deliveries.ts';
import { webhookHandlers } from './handlers/webhooks.ts';
import type { Services } from './services.ts';

/** What the service is known as, and what it offers. */
export interface Presentation {
  /** Where callers find the service; '' when that is not known. */
  readonly publicUrl: string;
  readonly specification: Specification;
  /** Whether pages of other origins may have something of the service on them. */
  readonly isEmbedded: boolean;
}

/** The function for each operation; total by type. */
export function handlers(services: Services, { publicUrl, specification, isEmbedded }: Presentation): Handlers {
  const addresses = createAddresses(publicUrl);
  return {
    ...modelHandlers(services),
    ...evaluationHandlers(services),
    ...assessmentHandlers(services, addresses),
    ...recommendationHandlers(services, addresses, isEmbedded),
    ...auditHandlers(services, addresses),
    ...apiKeyHandlers(services, addresses),
    ...webhookHandlers(services, addresses),
    ...webhookDeliveryHandlers(services, addresses),
    ...serviceHandlers(services, specification),
  };
}
