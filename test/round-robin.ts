import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A tiny load balancer: sends each request to the next replica that is ready, and asks all the time which are. */
export interface RoundRobin {
  readonly url: string;
  /** Why requests could not be sent on, one line each. */
  readonly failures: readonly string[];
  /** Sends requests to this address too, once it is ready. */
  add(replica: string): void;
  /** Resolves when exactly so many replicas are ready. */
  ready(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A request to be sent on, its body read. */
interface Message {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Milliseconds between two looks at `/readyz`, well below those for which a stopping service goes on answering. */
const INTERVAL = 100;

/** Connections to a replica at most; more requests wait, as in a real balancer. */
const AGENT = { keepAlive: true, maxSockets: 100 };

/** Starts a balancer without replicas. */
export async function startRoundRobin(): Promise<RoundRobin> {
  const replicas = new Map<string, Agent>();
  const up = new Set<string>();
  const failures: string[] = [];
  let turn = 0;
  const server = createServer({ keepAliveTimeout: 120_000 }, async (incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const inTurn = [...up, ...up].slice(turn++ % Math.max(1, up.size)).slice(0, up.size);
    try {
      const message = { method, path, headers, body: await buffer(incoming) };
      const response = await sent(message, new Map(inTurn.map((replica) => [replica, replicas.get(replica)])));
      const { connection: _, ...rest } = response.headers;
      outgoing.writeHead(response.statusCode ?? 502, rest);
      response.pipe(outgoing);
    } catch (error) {
      failures.push(`${method} ${path}: ${error}`);
      outgoing.writeHead(502).end();
    }
  });
  const look = () =>
    Promise.all([...replicas.keys()].map(async (replica) => ((await isReady(replica)) ? up.add(replica) : up.delete(replica))));
  const looking = setInterval(() => void look(), INTERVAL);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    failures,
    add: (replica) => void replicas.set(replica, new Agent(AGENT)),
    async ready(count) {
      do await look();
      while (up.size !== count);
    },
    async close() {
      clearInterval(looking);
      for (const agent of replicas.values()) agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The reply of the first replica that accepts a connection; one that does not has seen nothing of the request. */
async function sent(message: Message, targets: ReadonlyMap<string, Agent | undefined>): Promise<IncomingMessage> {
  for (const [replica, agent] of targets) {
    try {
      return await answerOf(replica, agent, message);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) throw error;
    }
  }
  throw new Error('No replica accepts connections.');
}

function answerOf(replica: string, agent: Agent | undefined, { method, path, headers, body }: Message): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(`${replica}${path}`, { method, headers, agent }, resolve).once('error', reject).end(body);
  });
}

/** Whether a replica takes requests: one that is slow for a moment still does. */
async function isReady(replica: string): Promise<boolean> {
  try {
    const response = await fetch(`${replica}/readyz`);
    return !/"shutting-down"/.test(await response.text());
  } catch {
    return false;
  }
}
