import { v7 } from 'uuid';
import type { Scope } from '../../services/store.ts';
import type { WebhookEvent } from '../../services/webhooks/event.ts';
import type { TransactionClient } from '../database/client.ts';

/** Tells whoever delivers that something was noted, once it is certain. */
export interface Bell {
  /** @param count how many deliveries a transaction has noted that is over. */
  ring(count: number): void;
}

/** For a store whose webhooks nobody tells anything from here. */
export const SILENT: Bell = { ring: () => {} };

/**
 * Notes an event for every webhook of the workspace that is enabled and subscribes to it, within the transaction of the
 * client at hand, and counts them. One statement, whatever there is; its id starts with its time.
 */
export function noteForWebhooks(
  client: Pick<TransactionClient, '$executeRaw'>,
  { workspace }: Scope,
  { type, at, data }: WebhookEvent,
) {
  const id = v7({ msecs: at.getTime() });
  const { assessmentId = null, recommendationId = null } = data;
  return client.$executeRaw`
    INSERT INTO "webhook_delivery" ("workspace", "webhook_id", "id", "type", "data", "assessment_id", "recommendation_id",
      "status", "attempts", "tries", "attempting", "created_at", "due_at")
    SELECT "workspace", "id", ${id}, ${type}, ${JSON.stringify(data)}, ${assessmentId}, ${recommendationId},
      'pending', 0, 0, false, ${at}, ${at}
    FROM "webhook" WHERE "workspace" = ${workspace} AND "enabled" AND "events" LIKE ${`%"${type}"%`}`;
}
