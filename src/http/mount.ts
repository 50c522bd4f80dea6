import type { Express } from 'express';
import { OPERATIONS, type OperationId } from '../contract/operations.ts';
import { type Answering, createExchange } from './exchange.ts';
import { otherMethods } from './other-methods.ts';

/** Mounts every operation of the contract; other methods on its paths are refused with what there is. */
export function mount(app: Express, answering: Answering): void {
  const methods = new Map<string, string[]>();
  for (const id of Object.keys(OPERATIONS) as OperationId[]) {
    const { method, path } = OPERATIONS[id];
    const route = path.replaceAll(/\{(\w+)\}/g, ':$1');
    app[method](route, createExchange(id, answering));
    methods.set(route, [...(methods.get(route) ?? []), ...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])]);
  }
  for (const [route, allow] of methods) app.all(route, otherMethods([...allow, 'OPTIONS']));
}
