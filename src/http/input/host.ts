import type { RequestHandler } from 'express';
import { refuse } from '../../services/refusal.ts';

/** Refuses HTTP/1.1 requests that do not say which host they are for (RFC 9112 §3.2). */
export const expectHost: RequestHandler = ({ headers, httpVersion }, _response, next) => {
  if (httpVersion === '1.1' && headers.host === undefined) refuse('malformed-request', { detail: 'Send a Host header.' });
  next();
};
