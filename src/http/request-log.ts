import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { v4 } from 'uuid';
import type { Meter } from '../metrics/meter.ts';
import type { Actor } from '../services/identity/caller.ts';
import { traceIdOf } from './trace-context.ts';

/** The header that names a request, on the way in and out. */
export const REQUEST_ID = 'X-Request-Id';

/**
 * Names every request, after the caller if it gave a proper name, and when it has been answered, logs one line and
 * meters it. Of what was sent, only the path and what names the request are logged.
 */
export function requestLog(log: Logger, meter: Meter): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const requestId = nameOf(request.get(REQUEST_ID));
    response.setHeader(REQUEST_ID, requestId);
    meter.begun();
    response.once('close', () => {
      const durationMs = Math.round((performance.now() - started) * 1000) / 1000;
      log.info({ requestId, ...factsOf(request, response), durationMs }, 'request');
      measure(meter, response, durationMs / 1000);
    });
    next();
  };
}

/** What is known of a request in the end. */
function factsOf(request: Request, response: Response) {
  const { method, path } = request;
  const { operation, tool } = response.locals;
  const traceId = traceIdOf(request.get('traceparent'));
  return {
    ...(traceId !== undefined && { traceId }),
    method,
    path: withoutCredentials(path),
    operation,
    ...(tool !== undefined && { tool }),
    ...callerOf(response),
    status: response.statusCode,
    bytes: Number(response.getHeader('Content-Length') ?? 0),
    ...response.locals['batch'],
    ...(!response.writableFinished && { cutOff: true }),
  };
}

/** The kind of the caller and the id of its key; subjects of tokens are persons, of whom the audit log tells. */
function callerOf(response: Response) {
  // Whoever admits a request notes the actor, of this type and under this name.
  const actor = response.locals['actor'] as Actor | undefined;
  if (actor === undefined) return {};
  return { caller: actor.kind, ...(KEYED.includes(actor.kind) && { keyId: actor.id }) };
}

const KEYED: readonly Actor['kind'][] = ['key', 'embed-key', 'assessment-token'];

/** A path may hold anything where somebody mistook it for another place; our own credentials show by their beginning. */
function withoutCredentials(path: string): string {
  return path.replaceAll(/dadv_[\w.-]+/g, 'dadv_…').slice(0, 256);
}

function measure(meter: Meter, response: Response, seconds: number): void {
  const { operation } = response.locals;
  const status = response.writableFinished ? { status: response.statusCode } : {};
  meter.answered({ ...(operation !== undefined && { operation }), ...status, seconds });
  if (response.getHeader('Idempotent-Replayed') === 'true') meter.replayed();
}

function nameOf(given: string | undefined): string {
  return given !== undefined && /^(?!.*dadv_)[A-Za-z0-9._-]{8,128}$/.test(given) ? given : v4();
}
