import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { PROBLEM_KINDS } from '../contract/problem-kinds.ts';
import { problemDocument, problemHeaders, refusalOf } from './problem.ts';
import { REQUEST_ID } from './request-log.ts';

/** Turns whatever was thrown into a problem document (RFC 9457). Only the log learns what went wrong inside. */
export function problemSender(log: Logger): ErrorRequestHandler {
  return (thrown, _request, response, _next) => {
    const requestId = String(response.getHeader(REQUEST_ID));
    const refusal = refusalOf(thrown);
    if (PROBLEM_KINDS[refusal.code].status >= 500)
      log.error({ requestId, code: refusal.code, err: refusal.cause ?? refusal }, refusal.message);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const text = JSON.stringify(problemDocument(refusal, requestId));
    const headers = { ...problemHeaders(refusal), 'Content-Length': Buffer.byteLength(text) };
    response.writeHead(PROBLEM_KINDS[refusal.code].status, headers).end(text);
  };
}
