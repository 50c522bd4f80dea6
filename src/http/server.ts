import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { OPERATIONS } from '../contract/operations.ts';
import { onClientError } from './client-error.ts';
import { keepPace } from './limits/pace.ts';

/** A server that accepts requests. */
export interface RunningServer {
  /** Where to reach it, e.g. `http://localhost:3000`. */
  readonly url: string;
  /** Accepts nothing more, lets what has begun end within `patience` milliseconds, then cuts off the rest. */
  stop(patience: number): Promise<void>;
}

/**
 * What is missing in a request is found out by the application, which answers with a problem document; how long a body may
 * take depends on what it is.
 */
const OPTIONS = {
  headersTimeout: 10_000,
  requestTimeout: 0,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  requireHostHeader: false,
};

/** Connections at a time; one more is closed at once, so that the balancer in front turns to another replica. */
const MOST_CONNECTIONS = 1_000;

/** Starts listening; rejects when the address cannot be had. With port 0 the system chooses one. */
export async function listen(
  listener: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<RunningServer> {
  const server = createServer(OPTIONS, listener);
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', onClientError);
  keepPace(server);
  // Otherwise Node cuts the connection without a word.
  server.on('connect', (_request, socket) => onClientError(new Error('CONNECT is not supported'), socket));
  // Otherwise Node answers an expectation it does not know by itself, without a problem document.
  server.on('checkExpectation', listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server, host), stop: (patience) => stop(server, patience) };
}

function urlOf(server: Server, host: string): string {
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  const shown = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

/**
 * Milliseconds without a request after which nobody sends any more, and for which that is waited for at most: a balancer
 * needs some time to notice that it is to send requests elsewhere, and none of those that it sends until then may fail.
 */
const QUIET = 500;
const LINGERING = 5_000;

/** Milliseconds between two looks at whether it is quiet. */
const INTERVAL = 50;

/** Whoever asks whether requests are welcome sends none by that. */
const PROBES: readonly (string | undefined)[] = [OPERATIONS.getHealth.path, OPERATIONS.getReadiness.path];

/** At first every answer says that its connection closes after it; once it is quiet nothing more is accepted. */
async function stop(server: Server, patience: number): Promise<void> {
  await untilQuiet(server);
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), patience);
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearTimeout(cutOff);
  clearInterval(idle);
}

async function untilQuiet(server: Server): Promise<void> {
  let last = performance.now();
  const end = last + LINGERING;
  server.prependListener('request', ({ url }, response) => {
    response.setHeader('Connection', 'close');
    if (!PROBES.includes(url)) last = performance.now();
  });
  while (performance.now() < Math.min(last + QUIET, end)) await delay(INTERVAL);
}
