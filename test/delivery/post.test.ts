import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Message, post } from '../../src/delivery/post.ts';
import { CERTIFICATE, KEY } from './certificate.ts';
import { type Conduct, type Receiver, startReceiver } from './receiver.ts';

const LOCAL = [{ address: '127.0.0.1', family: 4 }];

let opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(opened.map((close) => close()));
  opened = [];
});

async function receiver(conduct?: Conduct): Promise<Receiver> {
  const started = await startReceiver(conduct);
  opened.push(started.close);
  return started;
}

/** The port of a server that speaks no HTTP, or not plainly. */
async function portOf(server: Server): Promise<number> {
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  opened.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  // A listening TCP server has an address of this form.
  return (server.address() as AddressInfo).port;
}

function message(origin: string): Message {
  return { url: `${origin}/told`, headers: { 'content-type': 'application/json', 'content-length': '2' }, body: '{}' };
}

function send(origin: string, milliseconds = 5_000) {
  const way = { addresses: [{ address: '::1', family: 6 }, ...LOCAL], signal: AbortSignal.timeout(milliseconds) };
  return post(message(origin), way);
}

describe('a message', () => {
  it('is sent as it is, and answered', async () => {
    const { origin, heard } = await receiver((response) => void response.writeHead(201, { 'retry-after': '7' }).end(' thanks\n'));
    expect(await send(origin)).toEqual({ status: 201, reply: 'thanks', retryAfter: 7_000 });
    expect(heard).toMatchObject([{ method: 'POST', path: '/told', body: '{}' }]);
  });

  it('goes to the addresses that were found, whatever the name means by then', async () => {
    const { origin, heard } = await receiver();
    const url = origin.replace('localhost', 'rebound.example.invalid');
    expect(await send(url)).toEqual({ status: 204 });
    expect(heard[0]?.headers.host).toBe(new URL(url).host);
  });

  it('follows no redirect', async () => {
    const { origin, heard } = await receiver((response) => void response.writeHead(302, { location: '/elsewhere' }).end());
    expect(await send(origin)).toEqual({ status: 302 });
    expect(heard).toHaveLength(1);
  });

  it('is given up when nobody answers in time', async () => {
    const { origin } = await receiver(() => {});
    expect(await send(origin, 50)).toEqual({ error: 'timeout' });
  });

  it('has arrived once a status has, however slowly the rest follows', async () => {
    const { origin } = await receiver((response) => response.writeHead(200).write('so far'));
    expect(await send(origin, 500)).toEqual({ status: 200, reply: 'so far' });
  });

  it('is answered for no longer than the first few kilobytes', async () => {
    let written = 0;
    const { origin } = await receiver((response) => {
      const more = () => {
        while (!response.destroyed && written < 100_000_000 && response.write('x'.repeat(65_536))) written += 65_536;
        if (!response.destroyed) response.once('drain', more);
      };
      response.writeHead(200);
      more();
    });
    const { status, reply } = await send(origin);
    expect([status, reply]).toEqual([200, 'x'.repeat(500)]);
    expect(written).toBeLessThan(50_000_000);
  });

  it('is answered with whatever bytes, and they are kept as text', async () => {
    const { origin } = await receiver(
      (response) => void response.end(Buffer.from([0x00, 0x1b, 0xff, 0xc3, 0xa9, 0x0a, 0x41, 0x7f])),
    );
    expect(await send(origin)).toEqual({ status: 200, reply: '\ufffd\ufffd\ufffdé\nA\ufffd' });
  });

  it('finds nobody where nobody listens', async () => {
    const { origin, close } = await startReceiver();
    await close();
    expect(await send(origin)).toEqual({ error: 'unreachable' });
  });

  it.each([
    ['hangs up', '', 'broken-off'],
    ['speaks another protocol', '220 mail.example.org ESMTP\r\n', 'broken-off'],
    ['sends too many headers', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}\r\n`, 'broken-off'],
    ['changes the protocol', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n', 'broken-off'],
  ])('breaks off where the other side %s', async (_, said, error) => {
    const port = await portOf(createRawServer((socket) => void socket.on('error', () => {}).end(said)));
    expect(await send(`http://localhost:${port}`)).toEqual({ error });
  });

  it('is told to nobody whose certificate proves nothing', async () => {
    let reached = 0;
    const port = await portOf(createSecureServer({ key: KEY, cert: CERTIFICATE }, () => reached++));
    expect(await send(`https://localhost:${port}`)).toEqual({ error: 'certificate-invalid' });
    expect(reached).toBe(0);
  });
});
