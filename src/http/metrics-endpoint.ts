import type { RequestListener } from 'node:http';
import type { Exposition } from '../metrics/meter.ts';
import { ownAuthorities } from './input/host.ts';

/**
 * Answers collectors of metrics at `/metrics`, and nobody else anywhere else: for a port of its own.
 *
 * @param ownHosts names by which an open service is reached beside those of its own machine; any when left out.
 */
export function metricsEndpoint(exposition: Exposition, ownHosts?: readonly string[]): RequestListener {
  const isOwn = ownHosts && ownAuthorities(ownHosts);
  return async ({ method, url, headers: { host } }, response) => {
    if (host !== undefined && isOwn?.(host) === false) return void response.writeHead(421).end();
    if (url !== '/metrics') return void response.writeHead(404).end();
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    const text = await exposition.read();
    response.writeHead(200, { 'Content-Type': exposition.contentType, 'Cache-Control': 'no-store' }).end(text);
  };
}
