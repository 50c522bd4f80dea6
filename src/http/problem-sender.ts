import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { PROBLEM_KINDS } from '../contract/problem-kinds.ts';
import type { ProblemDocument } from '../contract/schemas/problem.ts';
import type { Refusal } from '../services/refusal.ts';
import { problemDocument, problemHeaders, refusalOf } from './problem.ts';
import { REQUEST_ID } from './request-log.ts';

/** The problem document for whatever was thrown. Only the log learns what went wrong inside. */
export function problemOf(thrown: unknown, requestId: string, log: Logger): ProblemDocument {
  return problemDocument(told(refusalOf(thrown), requestId, log), requestId);
}

/** Turns whatever was thrown into a problem document (RFC 9457). */
export function problemSender(log: Logger): ErrorRequestHandler {
  return (thrown, _request, response, _next) => {
    const requestId = String(response.getHeader(REQUEST_ID));
    const refusal = told(refusalOf(thrown), requestId, log);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const text = JSON.stringify(problemDocument(refusal, requestId));
    const headers = { ...problemHeaders(refusal), 'Content-Length': Buffer.byteLength(text) };
    response.writeHead(PROBLEM_KINDS[refusal.code].status, headers).end(text);
  };
}

function told(refusal: Refusal, requestId: string, log: Logger): Refusal {
  const { code, cause, message } = refusal;
  if (PROBLEM_KINDS[code].status >= 500) log.error({ requestId, code, err: cause ?? refusal }, message);
  return refusal;
}
