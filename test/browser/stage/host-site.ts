import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of somebody else's site. */
export interface HostPage {
  readonly html: string;
  /** Its Content-Security-Policy; none when left out. */
  readonly policy?: string;
}

/** A web site of an origin of its own, whose pages may change while it runs. */
export interface HostSite {
  readonly origin: string;
  /** Puts a page at a path such as `/portal`, and gives its address. */
  put(path: string, page: HostPage): string;
  /** Puts a style sheet or a script there. */
  putFile(path: string, type: string, text: string): string;
  close(): Promise<void>;
}

/** Starts a site on a free port; a path where nothing was put is 404. */
export async function startHostSite(): Promise<HostSite> {
  const files = new Map<string, { readonly headers: Readonly<Record<string, string>>; readonly text: string }>();
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://host.example').pathname);
    response.writeHead(file === undefined ? 404 : 200, file?.headers ?? {}).end(file?.text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const origin = `http://127.0.0.1:${port}`;
  const set = (path: string, headers: Readonly<Record<string, string>>, text: string) => {
    files.set(path, { headers, text });
    return `${origin}${path}`;
  };
  return {
    origin,
    put: (path, { html, policy }) =>
      set(
        path,
        { 'Content-Type': 'text/html; charset=utf-8', ...(policy !== undefined && { 'Content-Security-Policy': policy }) },
        html,
      ),
    putFile: (path, type, text) => set(path, { 'Content-Type': type }, text),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
