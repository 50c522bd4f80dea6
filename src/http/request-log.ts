import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { v4 } from 'uuid';

/** The header that names a request, on the way in and out. */
export const REQUEST_ID = 'X-Request-Id';

/** Names every request, after the caller if it gave a proper name, and logs one line when it has been answered. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const requestId = nameOf(request.get(REQUEST_ID));
    response.setHeader(REQUEST_ID, requestId);
    response.once('close', () => {
      const { method, path } = request;
      const { operation } = response.locals;
      const durationMs = Math.round((performance.now() - started) * 1000) / 1000;
      const bytes = Number(response.getHeader('Content-Length') ?? 0);
      log.info(
        {
          requestId,
          method,
          path,
          operation,
          status: response.statusCode,
          durationMs,
          bytes,
          ...(!response.writableFinished && { cutOff: true }),
        },
        'request',
      );
    });
    next();
  };
}

function nameOf(given: string | undefined): string {
  return given !== undefined && /^[A-Za-z0-9._-]{8,128}$/.test(given) ? given : v4();
}
