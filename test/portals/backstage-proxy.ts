import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parse } from 'yaml';
import { PROJECT } from '../source-tree.ts';

/** What Backstage lets through in either direction unless told otherwise (its proxy plugin, as of version 0.6). */
const SAFE_HEADERS = [
  'cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'last-modified', 'pragma', 'accept',
  'accept-language', 'user-agent',
]; // biome-ignore format: a list to read across

/** A token of somebody who is signed in to the portal. It must not reach what is behind the proxy. */
export const USER_TOKEN = 'somebody-who-is-signed-in';

/** What the guide tells Backstage. */
interface Endpoint {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly allowedMethods: readonly string[];
}

/** The backend of a portal. */
export interface Portal {
  readonly origin: string;
  /** Where the proxy makes the service available. */
  readonly proxied: string;
  /** Shows a file at a path, under the policy that the guide gives. */
  show(path: string, text: string, type?: string): void;
  close(): Promise<void>;
}

/**
 * A portal that is configured by the file of the guide and drops what Backstage drops by default: headers that are not on
 * its list, and bodies that are not JSON.
 *
 * @param service where the service of the tests is, in the place of the one in the guide.
 */
export async function startPortal(service: string, secrets: Readonly<Record<string, string>>): Promise<Portal> {
  const text = readFileSync(join(PROJECT, 'docs/portals/backstage/app-config.yaml'), 'utf8')
    .replaceAll('https://advisor.example.org', service)
    .replaceAll(/\$\{(\w+)\}/g, (_, name: string) => secrets[name] ?? '');
  const { proxy, backend } = parse(text);
  const [[route, endpoint] = ['', undefined]] = Object.entries<Endpoint>(proxy.endpoints);
  if (endpoint === undefined) throw new RangeError('the guide names no endpoint');
  const scripts: readonly string[] = backend.csp['script-src'];
  const prefix = `/api/proxy${route}`;
  const files = new Map<string, { readonly text: string; readonly type: string }>();
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://portal.example').pathname);
    if (request.url?.startsWith(prefix)) void forward(request, response, { endpoint, path: request.url.slice(prefix.length) });
    else if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': file.type, 'Content-Security-Policy': policy(scripts) }).end(file.text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    proxied: `${origin}${prefix}`,
    show: (path, text, type = 'text/html') => void files.set(path, { text, type }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What Backstage's own policy has, with the scripts of the guide. */
function policy(scripts: readonly string[]): string {
  return `default-src 'self'; script-src ${scripts.join(' ')}; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:`;
}

interface Way {
  readonly endpoint: Endpoint;
  readonly path: string;
}

async function forward(request: IncomingMessage, response: ServerResponse, { endpoint, path }: Way): Promise<void> {
  const { method = 'GET', headers } = request;
  if (headers.authorization !== `Bearer ${USER_TOKEN}`) return void response.writeHead(401).end();
  if (!endpoint.allowedMethods.includes(method)) return void response.writeHead(404).end();
  const body = await buffer(request);
  const isJson = headers['content-type']?.startsWith('application/json') === true;
  const reply = await fetch(endpoint.target + path, {
    method,
    headers: { ...safe(Object.entries(headers).map(([name, value]) => [name, String(value)])), ...endpoint.headers },
    // Backstage has parsed it, and writes it anew.
    ...(isJson && body.length > 0 && { body: JSON.stringify(JSON.parse(body.toString('utf8'))) }),
  });
  response.writeHead(reply.status, safe([...reply.headers])).end(Buffer.from(await reply.arrayBuffer()));
}

function safe(headers: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(headers.filter(([name]) => SAFE_HEADERS.includes(name) && name !== 'content-length'));
}
