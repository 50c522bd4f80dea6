import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { onClientError } from '../client-error.ts';

/** One request with its response, while bytes of either are still to come or to go. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly begun: Mark;
  /** When the reply was first seen on its way. */
  replying?: Mark;
}

/** A moment, and how much a connection had carried by then. */
interface Mark {
  readonly at: number;
  readonly bytes: number;
}

/** Milliseconds that a client has whatever the size, and bytes a second that it has to send or to take beyond them. */
const GRACE = 10_000;
const SENDING_PACE = 4 * 1024;
const READING_PACE = 64 * 1024;

/** Milliseconds between two looks at all exchanges. */
const INTERVAL = 1_000;

/** What Node.js calls a request that took too long. */
const TOO_SLOW = { code: 'ERR_HTTP_REQUEST_TIMEOUT' };

/**
 * Cuts off clients that send a body or read a reply too slowly, within 15 s where they hardly do so at all: an idle
 * timeout would never catch one that sends a byte now and then. Slow heads are left to Node.js.
 */
export function keepPace(server: Server): void {
  const exchanges = new Set<Exchange>();
  server.prependListener('request', (request, response) => {
    exchanges.add({ request, response, begun: { at: performance.now(), bytes: request.socket.bytesRead } });
  });
  const looking = setInterval(() => {
    for (const exchange of exchanges) {
      if (isOver(exchange)) exchanges.delete(exchange);
      else look(exchange);
    }
  }, INTERVAL).unref();
  server.once('close', () => clearInterval(looking));
}

function look(exchange: Exchange): void {
  const { request, response, begun } = exchange;
  const { socket } = request;
  if (response.headersSent) exchange.replying ??= { at: performance.now(), bytes: socket.bytesWritten };
  const slowReader = exchange.replying !== undefined && isLate(exchange.replying, socket.bytesWritten, READING_PACE);
  const slowSender = !request.complete && isLate(begun, socket.bytesRead, SENDING_PACE);
  if (slowReader || (slowSender && response.headersSent)) socket.destroy();
  else if (slowSender) onClientError(Object.assign(new Error('The body is too slow.'), TOO_SLOW), socket);
}

function isOver({ request, response }: Exchange): boolean {
  return request.socket.destroyed || (request.complete && response.writableFinished);
}

/** Whether more time has passed than the bytes carried since may take. */
function isLate(since: Mark, bytes: number, pace: number): boolean {
  return performance.now() - since.at > GRACE + (1_000 * (bytes - since.bytes)) / pace;
}
