import type { Express, RequestHandler } from 'express';
import type { Handlers, Reply } from '../contract/exchange.ts';
import type { Operation } from '../contract/operation.ts';
import { OPERATIONS, type OperationId } from '../contract/operations.ts';
import { expectOwnModel } from '../services/identity/access.ts';
import { type InvalidPlace, refuse } from '../services/refusal.ts';
import type { Admission } from './authentication.ts';
import { bodyOf } from './input/body.ts';
import { type Formats, formatOf } from './input/format.ts';
import { parseRequest, type RequestParts } from './input/request-parts.ts';
import type { Inspections } from './inspections.ts';
import { otherMethods } from './other-methods.ts';
import { type Delivery, send } from './send.ts';

/** What answers the operations. */
export interface Answering {
  readonly handlers: Handlers;
  readonly inspections: Inspections;
  readonly admission: Admission;
}

/** Mounts every operation of the contract; other methods on its paths are refused with what there is. */
export function mount(app: Express, answering: Answering): void {
  const methods = new Map<string, string[]>();
  for (const id of Object.keys(OPERATIONS) as OperationId[]) {
    const { method, path } = OPERATIONS[id];
    const route = path.replaceAll(/\{(\w+)\}/g, ':$1');
    app[method](route, exchange(id, answering));
    methods.set(route, [...(methods.get(route) ?? []), ...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])]);
  }
  for (const [route, allow] of methods) app.all(route, otherMethods([...allow, 'OPTIONS']));
}

/** One request, from what arrived to what is sent. */
function exchange(id: OperationId, { handlers, inspections, admission }: Answering): RequestHandler {
  const operation: Operation = OPERATIONS[id];
  // The table ties each handler to its own operation; here an operation meets its handler without knowing which it is.
  const handler = handlers[id] as (input: unknown) => Reply | Promise<Reply>;
  const inspection = inspections[id] as
    | ((input: unknown) => readonly InvalidPlace[] | Promise<readonly InvalidPlace[]>)
    | undefined;
  const { formats, delivery } = deliveryOf(operation);
  return async (request, response) => {
    response.locals['operation'] = id;
    const caller = operation.access === 'public' ? undefined : await admission(request, response, operation.access);
    const asking = caller && { caller, scope: caller.scope };
    const { format, mediaType } = formatOf(request, formats);
    const body = await bodyOf(request, response, operation.body);
    const { parts, places } = parseRequest(operation, request, body);
    if (caller !== undefined) expectOwnModel(caller, modelsIn(parts, body));
    if (places.length > 0) refuseInvalid([...places, ...unnamed(places, await inspection?.({ ...asking, ...parts, body }))]);
    send(request, response, await handler({ ...asking, ...parts, format }), { ...delivery, mediaType });
  };
}

/** Every model that a request names, in its path or in its body, whether that is valid or not. */
function modelsIn({ params, body }: RequestParts, rawBody: unknown): readonly unknown[] {
  return [params, body ?? rawBody].map((part) => new Map(Object.entries(part ?? {})).get('model'));
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

/** Findings of a closer look, without those about places that are named already. */
function unnamed(places: readonly InvalidPlace[], more: readonly InvalidPlace[] = []): readonly InvalidPlace[] {
  const named = new Set(places.map(({ pointer }) => pointer));
  return more.filter(({ pointer }) => !named.has(pointer));
}

function refuseInvalid(errors: readonly InvalidPlace[]): never {
  const count = errors.length === 1 ? 'One place' : `${errors.length} places`;
  return refuse('invalid-request', { detail: `${count} of the request cannot be accepted; each is named in errors.`, errors });
}
