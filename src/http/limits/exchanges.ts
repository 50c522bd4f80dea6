import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** One request with its response, and what its client is waited for. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly begun: number;
  /** Since when the client is to send, and since when to read; absent while it is not. */
  sending: Mark | undefined;
  reading: Mark | undefined;
  /** Whether the request is one of many steps, each of which has its own time. */
  isBatch: boolean;
}

/** A moment, and how much a connection had carried by then. */
export interface Mark {
  readonly at: number;
  readonly bytes: number;
}

const latest = new WeakMap<Duplex, Exchange>();

/** Remembers what a connection is busy with; requests that are sent ahead of replies are answered in their order. */
export function noteExchange(request: IncomingMessage, response: ServerResponse): void {
  const sending = { at: performance.now(), bytes: request.socket.bytesRead };
  latest.set(request.socket, { request, response, begun: sending.at, sending, reading: undefined, isBatch: false });
}

/** What a connection is, or was last, busy with. */
export function latestExchange(connection: Duplex): Exchange | undefined {
  return latest.get(connection);
}
