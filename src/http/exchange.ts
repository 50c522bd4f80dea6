import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Batches, Handlers, Reply } from '../contract/exchange.ts';
import type { Operation } from '../contract/operation.ts';
import { OPERATIONS, type OperationId } from '../contract/operations.ts';
import type { Admission } from './authentication.ts';
import { type BatchExchange, createBatchExchange } from './batch/batch.ts';
import type { Turns } from './batch/turns.ts';
import { createExamination, type Examination, type Inspection } from './examination.ts';
import { bodyOf } from './input/body.ts';
import { type Formats, formatOf } from './input/format.ts';
import { announcesBatch } from './input/media-types.ts';
import { readHead } from './input/request-parts.ts';
import type { Inspections } from './inspections.ts';
import { type Delivery, send } from './send.ts';

/** What answers the operations. */
export interface Answering {
  readonly handlers: Handlers;
  readonly batches: Batches;
  readonly inspections: Inspections;
  readonly admission: Admission;
  readonly turns: Turns;
  readonly log: Logger;
}

/** The exchange of an operation: one request, from what arrived to what is sent. */
export function createExchange(id: OperationId, answering: Answering): RequestHandler {
  const { handlers, inspections, admission } = answering;
  const operation: Operation = OPERATIONS[id];
  // The table ties each handler to its own operation; here an operation meets its handler without knowing which it is.
  const handler = handlers[id] as (input: unknown) => Reply | Promise<Reply>;
  const examine = createExamination(operation, inspections[id] as Inspection | undefined);
  const batch = batchExchange(id, examine, answering);
  const { formats, delivery } = deliveryOf(operation);
  return async (request, response) => {
    response.locals['operation'] = id;
    const caller = operation.access === 'public' ? undefined : await admission(request, response, operation.access);
    const asking = caller && { caller, scope: caller.scope };
    if (batch !== undefined && announcesBatch(request)) return batch(request, response, asking);
    const { format, mediaType } = formatOf(request, formats);
    const raw = await bodyOf(request, response, operation.body);
    const head = readHead(operation, request);
    const { body } = await examine(raw, { asking, head });
    send(request, response, await handler({ ...asking, ...head.value, body, format }), { ...delivery, mediaType });
  };
}

function batchExchange(id: OperationId, examine: Examination, { batches, turns, log }: Answering): BatchExchange | undefined {
  const operation: Operation = OPERATIONS[id];
  if (operation.batch === undefined) return undefined;
  const open = new Map(Object.entries(batches)).get(id) as Parameters<typeof createBatchExchange>[0]['open'];
  return createBatchExchange({ operation: { ...operation, batch: operation.batch }, open, examine, turns, log });
}

function deliveryOf({ caching, replies }: Operation): {
  readonly formats: Formats;
  readonly delivery: Omit<Delivery, 'mediaType'>;
} {
  const shape = replies[200] ?? replies[201];
  const plain = shape === undefined ? ['*/*'] : (shape.mediaTypes ?? ['application/json']);
  const also = Object.entries(shape?.also ?? {}).map(([format, { mediaType }]) => [mediaType, format] as const);
  const formats = new Map([...plain.map((mediaType) => [mediaType, 'json'] as const), ...also]);
  const vary = [
    ...(formats.size > 1 ? ['Accept'] : []),
    ...(shape?.headers?.includes('Content-Language') ? ['Accept-Language'] : []),
  ];
  return { formats, delivery: { caching, vary } };
}
