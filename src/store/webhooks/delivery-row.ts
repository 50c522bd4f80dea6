import type { AttemptError, Delivery, DeliveryStatus, LoggedAttempt } from '../../services/webhooks/delivery.ts';
import type { EventData, EventType } from '../../services/webhooks/event.ts';
import type { WebhookAttempt as AttemptRow, WebhookDelivery as DeliveryRow } from '../generated/sqlite/client.ts';

/** The delivery in a row. Its type, data and status are what the outbox wrote. */
export function deliveryOf({ id, webhookId, attempts, createdAt, dueAt, attempting, finishedAt, ...row }: DeliveryRow): Delivery {
  return {
    id,
    webhookId,
    type: row.type as EventType,
    data: JSON.parse(row.data) as EventData,
    status: row.status as DeliveryStatus,
    attempts,
    createdAt,
    ...(dueAt !== null && !attempting && { nextAttemptAt: dueAt }),
    ...(finishedAt !== null && { finishedAt }),
  };
}

/** The attempt in a row. */
export function attemptOf({ number, at, durationMs, status, error, reply }: AttemptRow): LoggedAttempt {
  return {
    number,
    at,
    durationMs,
    ...(status !== null && { status }),
    ...(error !== null && { error: error as AttemptError }),
    ...(reply !== null && { reply }),
  };
}
