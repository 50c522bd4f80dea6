import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { onClientError } from '../client-error.ts';
import { type Exchange, latestExchange, type Mark, noteExchange } from './exchanges.ts';

/** The time that the client of a batch has for the next step: to send a line, or to take answers. */
export interface Pace {
  /** The client is waited for; its time begins. */
  counts(): void;
  /** The client is not waited for. */
  rests(): void;
}

/** Milliseconds that a client has whatever the size, and bytes a second that it has to send or to take beyond them. */
const GRACE = 10_000;
const SENDING_PACE = 4 * 1024;
const READING_PACE = 64 * 1024;

/** Milliseconds that a request has as a whole, save where it is a batch. */
const WHOLE_REQUEST = 30_000;

/** Milliseconds between two looks at all exchanges. */
const INTERVAL = 1_000;

/** What Node.js calls a request that took too long. */
const TOO_SLOW = { code: 'ERR_HTTP_REQUEST_TIMEOUT' };

/**
 * Cuts off clients that send a body or read a reply too slowly, within 15 s where they hardly do so at all: an idle
 * timeout would never catch one that sends a byte now and then. Slow heads are left to Node.js.
 */
export function keepPace(server: Server): void {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.prependListener('request', noteExchange);
  const lookAtAll = () => {
    for (const socket of open) {
      const exchange = latestExchange(socket);
      if (exchange !== undefined && !isOver(exchange)) look(exchange);
    }
  };
  // What has arrived is read first: whoever waited for a process that was busy for seconds is not the one who is slow.
  const looking = setInterval(() => setImmediate(lookAtAll), INTERVAL).unref();
  server.once('close', () => clearInterval(looking));
}

/** From now on a request may go on for as long as each of its steps is quick enough. */
export function paceOfBatch(request: IncomingMessage): Pace {
  const exchange = latestExchange(request.socket);
  const { socket } = request;
  const set = (sending: Mark | undefined, reading: Mark | undefined) => {
    if (exchange !== undefined) Object.assign(exchange, { sending, reading, isBatch: true });
  };
  const pace: Pace = {
    counts: () => set(mark(socket.bytesRead), mark(socket.bytesWritten)),
    rests: () => set(undefined, undefined),
  };
  pace.counts();
  return pace;
}

function mark(bytes: number): Mark {
  return { at: performance.now(), bytes };
}

function look(exchange: Exchange): void {
  const { request, response } = exchange;
  const { socket } = request;
  if (response.headersSent && !exchange.isBatch) exchange.reading ??= mark(socket.bytesWritten);
  const slowReader = isToRead(exchange) && isLate(exchange.reading, socket.bytesWritten, READING_PACE);
  const slowSender = isToSend(exchange) && (isLate(exchange.sending, socket.bytesRead, SENDING_PACE) || isOverdue(exchange));
  if (slowReader || (slowSender && response.headersSent)) socket.destroy();
  else if (slowSender) onClientError(Object.assign(new Error('The body is too slow.'), TOO_SLOW), socket);
}

function isToRead({ response, isBatch }: Exchange): boolean {
  return !isBatch || response.writableNeedDrain || response.writableEnded;
}

function isToSend({ request, response, isBatch }: Exchange): boolean {
  return !request.complete && !(isBatch && response.writableNeedDrain);
}

function isOverdue({ begun, isBatch }: Exchange): boolean {
  return !isBatch && performance.now() - begun > WHOLE_REQUEST;
}

function isOver({ request, response }: Exchange): boolean {
  return request.socket.destroyed || (request.complete && response.writableFinished);
}

/** Whether more time has passed than the bytes carried since may take. */
function isLate(since: Mark | undefined, bytes: number, pace: number): boolean {
  return since !== undefined && performance.now() - since.at > GRACE + (1_000 * (bytes - since.bytes)) / pace;
}
