import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody who is told of things. */
export interface Receiver {
  /** E.g. `http://localhost:4500`. */
  readonly origin: string;
  /** Everything that was heard since it was last forgotten. */
  readonly heard: readonly Heard[];
  /** Resolves with everything once so much was heard. */
  hears(count: number): Promise<readonly Heard[]>;
  forget(): void;
  close(): Promise<void>;
}

/** What a receiver does with a request; it may also leave it unanswered. */
export type Conduct = (response: ServerResponse, heard: Heard, count: number) => void;

/** Answers everything with 204. */
const agree: Conduct = (response) => void response.writeHead(204).end();

/** Starts a receiver on a port, or on one that the system chooses. */
export async function startReceiver(conduct: Conduct = agree, port = 0): Promise<Receiver> {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const one = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
      heard.push(one);
      conduct(response, one, heard.length);
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  // A listening TCP server has an address of this form.
  const { port: chosen } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${chosen}`,
    heard,
    hears: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (heard.length < count) return;
          waiting.delete(look);
          resolve(heard);
        };
        waiting.add(look);
        look();
      }),
    forget: () => void heard.splice(0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
