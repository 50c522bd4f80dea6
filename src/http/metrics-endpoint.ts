import type { RequestListener } from 'node:http';
import type { Exposition } from '../metrics/meter.ts';

/** Answers collectors of metrics at `/metrics`, and nobody else anywhere else: for a port of its own. */
export function metricsEndpoint(exposition: Exposition): RequestListener {
  return async ({ method, url }, response) => {
    if (url !== '/metrics') return void response.writeHead(404).end();
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    const text = await exposition.read();
    response.writeHead(200, { 'Content-Type': exposition.contentType, 'Cache-Control': 'no-store' }).end(text);
  };
}
