import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A tiny load balancer: sends each request to the next replica that is ready, and asks all the time which are. */
export interface RoundRobin {
  readonly url: string;
  /** Sends requests to this address too, once it is ready. */
  add(replica: string): void;
  /** Why requests could not be sent on, one line each. */
  readonly failures: readonly string[];
  /** Resolves when exactly so many replicas are ready. */
  ready(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds between two looks at `/readyz`, well below those for which a stopping service goes on answering. */
const INTERVAL = 50;

/** Connections to a replica at most; more requests wait, as in a real balancer. */
const AGENT = { keepAlive: true, maxSockets: 100 };

/** Starts a balancer without replicas. Nothing is ever sent twice: a request that fails, fails. */
export async function startRoundRobin(): Promise<RoundRobin> {
  const agents = new Map<string, Agent>();
  let ready: readonly string[] = [];
  let turn = 0;
  const failures: string[] = [];
  const server = createServer({ keepAliveTimeout: 120_000 }, (incoming, outgoing) => {
    const replica = ready[turn++ % ready.length];
    const fail = (reason: string) => {
      failures.push(`${incoming.method} ${incoming.url}: ${reason}`);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end();
    };
    if (replica === undefined) fail('no replica is ready');
    else forward(incoming, outgoing, { replica, agent: agents.get(replica), fail });
  });
  const look = async () => {
    const states = await Promise.all([...agents.keys()].map(async (replica) => [replica, await isReady(replica)] as const));
    ready = states.flatMap(([replica, isUp]) => (isUp ? [replica] : []));
  };
  const looking = setInterval(() => void look(), INTERVAL);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    add: (replica) => void agents.set(replica, new Agent(AGENT)),
    failures,
    async ready(count) {
      do await look();
      while (ready.length !== count);
    },
    async close() {
      clearInterval(looking);
      for (const agent of agents.values()) agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  {
    replica,
    agent,
    fail,
  }: { readonly replica: string; readonly agent: Agent | undefined; readonly fail: (reason: string) => void },
): void {
  const { method, headers, url } = incoming;
  const onward = request(`${replica}${url}`, { method, headers, agent }, (response) => {
    const { connection: _, ...rest } = response.headers;
    outgoing.writeHead(response.statusCode ?? 502, rest);
    response.pipe(outgoing);
  });
  onward.on('error', ({ message }) => fail(message));
  incoming.pipe(onward);
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
