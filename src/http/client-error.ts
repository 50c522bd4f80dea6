import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { v4 } from 'uuid';
import { PROBLEM_KINDS } from '../contract/problem-kinds.ts';
import { Refusal, type RefusalCode } from '../services/refusal.ts';
import { DATA_ONLY } from './data-only.ts';
import { latestExchange } from './limits/exchanges.ts';
import { problemDocument, problemHeaders } from './problem.ts';
import { REQUEST_ID } from './request-log.ts';

/**
 * Answers what Node cannot even read as HTTP, on the bare connection, and closes it. In the midst of a reply there is
 * nothing to be said: it has no end then.
 */
export function onClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable || isReplying(socket)) {
    socket.destroy();
    return;
  }
  const refusal = new Refusal(codeOf(error), { detail: DETAILS[error.code ?? ''] ?? 'This is not HTTP/1.1 as RFC 9112 has it.' });
  const { status } = PROBLEM_KINDS[refusal.code];
  const response = unfinished(socket);
  if (response !== undefined) response.statusCode = status;
  const given = response?.getHeaders() ?? DATA_ONLY;
  const requestId = String(given[REQUEST_ID.toLowerCase()] ?? v4());
  const text = JSON.stringify(problemDocument(refusal, requestId));
  const headers = { ...problemHeaders(refusal), [REQUEST_ID]: requestId, 'Content-Length': Buffer.byteLength(text) };
  const all = new Map(
    Object.entries({ ...given, ...headers, Connection: 'close' }).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const fields = [...all].map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...fields, '', text].join('\r\n'));
}

function isReplying(socket: Duplex): boolean {
  const response = latestExchange(socket)?.response;
  return response?.headersSent === true && !response.writableFinished;
}

/**
 * The reply to a request that broke off: what has been set on it, above all for which pages it is, goes for this answer
 * too. Nothing of the kind is known where a connection fails between two requests.
 */
function unfinished(socket: Duplex): ServerResponse | undefined {
  const exchange = latestExchange(socket);
  return exchange?.request.complete === false ? exchange.response : undefined;
}

const DETAILS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'Send request line and headers of 16 KiB together at most.',
  ERR_HTTP_REQUEST_TIMEOUT: 'Send the headers within 10 seconds and the whole request within 30.',
};

function codeOf({ code }: NodeJS.ErrnoException): RefusalCode {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-timeout' : 'malformed-request';
}
