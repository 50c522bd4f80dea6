import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../eventually.ts';
import { exchangeRaw } from './raw-http.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const PORTAL = 'https://portal.example.org';

/** What a connection was sent until it was closed, and for how long it was open. */
interface Fate {
  readonly received: string;
  readonly milliseconds: number;
}

describe('a client that', () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await startService({ embedOrigins: [PORTAL] });
  });
  afterAll(() => service.discard());

  /** Opens a connection, begins something on it, goes on with it every 200 ms, and tells when it was closed. */
  async function fateOf(begin: (socket: Socket) => void, goOn: (socket: Socket) => void = () => undefined): Promise<Fate> {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const begun = performance.now();
    begin(socket);
    const dribble = setInterval(() => goOn(socket), 200);
    // A reset is an error before it is the end.
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(dribble);
    return { received: Buffer.concat(chunks).toString('utf8'), milliseconds: performance.now() - begun };
  }

  const head = (length: number) =>
    `POST /v1/models/delivery-approach/evaluate HTTP/1.1\r\nHost: localhost\r\nOrigin: ${PORTAL}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n`;
  const read = 'GET /v1/models/delivery-approach HTTP/1.1\r\nHost: localhost\r\n\r\n';

  it('is slow in any way is cut off within 15 s, while others are answered in time', async () => {
    const slow = {
      head: fateOf(
        (socket) => socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n'),
        (socket) => socket.write('X-A: b\r\n'),
      ),
      body: fateOf(
        (socket) => socket.write(`${head(1_000)}\r\n`),
        (socket) => socket.write(' '),
      ),
      silent: fateOf((socket) => socket.write(`${head(1_000)}\r\n{`)),
      refused: fateOf(
        (socket) => socket.write(`${head(1_000)}Accept: image/png\r\n\r\n`),
        (socket) => socket.write(' '),
      ),
      reader: fateOf(
        (socket) => socket.pause().write(read.repeat(100)),
        (socket) => socket.write(' '),
      ),
    };
    let open = true;
    const cutOff = Promise.all(Object.values(slow)).finally(() => {
      open = false;
    });
    const waits: number[] = [];
    while (open) {
      const begun = performance.now();
      expect((await service.call('getQuestionnaire', { params: { model: 'delivery-approach' } })).status).toBe(200);
      waits.push(performance.now() - begun);
    }
    for (const { milliseconds } of await cutOff) expect(milliseconds).toBeLessThan(15_000);
    expect(waits.toSorted((one, other) => one - other)[Math.floor(waits.length / 2)]).toBeLessThan(100);
    expect((await slow.head).received).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request-timeout"/);
    expect((await slow.body).received).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request-timeout"/);
    expect((await slow.silent).received).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request-timeout"/);
    // A page that is listed can read why its request was cut off, and the log tells it like any other.
    expect((await slow.body).received).toContain(`access-control-allow-origin: ${PORTAL}`);
    const id = /x-request-id: (\S+)/.exec((await slow.body).received)?.[1];
    const line = expect.objectContaining({ requestId: id, status: 408, operation: 'evaluateAnswers' });
    await eventually(() => expect(service.logged).toContainEqual(line));
    expect((await slow.refused).received).toMatch(/^HTTP\/1\.1 406 /);
  });

  it('announces more than is read is told so before anything of it has come', async () => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    await once(socket, 'connect');
    const begun = performance.now();
    socket.write(`${head(10_000_000_000)}\r\n`);
    const [reply] = (await once(socket, 'data')) as [Buffer];
    expect(reply.toString('utf8')).toMatch(/^HTTP\/1\.1 413 /);
    expect(performance.now() - begun).toBeLessThan(1_000);
    socket.destroy();
  });

  it('is one connection too many is sent away at once, and let in when another has gone', async () => {
    const open = new Set<Socket>();
    const come = async () => {
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
      await once(socket, 'connect');
      open.add(socket.on('close', () => open.delete(socket)).on('error', () => undefined));
      return socket;
    };
    for (let count = 0; count < 1_000; count++) await come();
    const surplus = await come();
    if (!surplus.closed) await once(surplus, 'close');
    const [first] = open;
    first?.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(String(await once(first ?? surplus, 'data'))).toMatch(/^HTTP\/1\.1 200 /);
    for (const socket of open) socket.destroy();
    const health = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    const isAnswered = () =>
      exchangeRaw(service.url, health).then(
        ({ status }) => status === 200,
        () => false,
      );
    while (!(await isAnswered()));
  });

  it('sends an address or a head beyond all need is refused', async () => {
    const long = await exchangeRaw(
      service.url,
      `GET /v1/models?${'x'.repeat(8_200)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect(long).toMatchObject({ status: 414, body: expect.stringContaining('"code":"address-too-long"') });
    const fields = Array.from({ length: 99 }, (_, index) => `X-${index}: 1\r\n`).join('');
    const many = await exchangeRaw(
      service.url,
      `GET /v1/models HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${fields}\r\n`,
    );
    expect(many).toMatchObject({ status: 431, body: expect.stringContaining('"code":"headers-too-large"') });
  });
});
