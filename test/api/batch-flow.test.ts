import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beginUpload, linesOf, type Upload } from './batch-upload.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const GOOD = '{"answers":{"drift-pain":5}}\n';

/** 21,845 lines that are short themselves and have long answers. */
const MANY = Buffer.from('{}\n'.repeat(21_845));

/** Lines with answers that are half as long. */
const LONG = Buffer.from(`${'{}'.padEnd(1_023)}\n`.repeat(64));

describe('a batch', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.discard());

  /** What the log says of a batch once it has ended, however it has. */
  async function ending(requestId: string): Promise<Readonly<Record<string, unknown>>> {
    for (;;) {
      const line = service.logged.find((one) => one['requestId'] === requestId);
      if (line !== undefined) return line;
      await delay(20);
    }
  }

  it('is answered while it is being sent', async () => {
    const { request, reply, send } = beginUpload(service.url);
    await send(`${GOOD}{"ans`);
    const lines = linesOf(await reply);
    expect(await lines.next()).toMatchObject({ value: expect.stringContaining('"outcome"') });
    await send(`wers":{}}\nnonsense\n`);
    expect(await lines.next()).toMatchObject({ value: expect.stringContaining('"outcome"') });
    expect(await lines.next()).toMatchObject({ value: expect.stringContaining('{"line":3,"problem"') });
    request.end();
    expect(await lines.next()).toMatchObject({ done: true });
  });

  it('is read no further while nobody takes its answers, and goes on when somebody does', async () => {
    const { request, reply, send } = beginUpload(service.url);
    request.on('error', () => undefined);
    const parts = 1_500;
    let sent = 0;
    void (async () => {
      for (; sent < parts; sent++) await send(LONG);
    })();
    const response = await reply;
    let before = -1;
    while (before < sent) {
      before = sent;
      await delay(1_000);
    }
    expect(sent).toBeLessThan(1_000);
    let taken = 0;
    for await (const part of response) {
      taken += part.length;
      if (sent > before) break;
    }
    expect(taken).toBeGreaterThan(0);
    request.destroy();
  });

  it('is not worked on any further when its sender goes away', async () => {
    const upload: Upload = beginUpload(service.url, { 'X-Request-Id': 'goes-away-early' });
    upload.request.on('error', () => undefined);
    for (let parts = 0; parts < 20; parts++) upload.request.write(MANY);
    const response = await upload.reply;
    await once(response, 'readable');
    upload.request.destroy();
    const line = await ending('goes-away-early');
    expect(line).toMatchObject({ cutOff: true, lines: expect.any(Number) });
    await delay(200);
    expect(Number(line['lines'])).toBeLessThan(20 * 21_845);
    expect(service.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  it('lets other requests be answered in time', async () => {
    const { request, reply, send } = beginUpload(service.url);
    const sending = send(MANY).then(() => request.end());
    const response = await reply;
    let open = true;
    response.resume().once('end', () => {
      open = false;
    });
    const waits: number[] = [];
    while (open) {
      const begun = performance.now();
      expect((await service.call('getHealth')).status).toBe(200);
      waits.push(performance.now() - begun);
    }
    await sending;
    expect(waits.length).toBeGreaterThan(2);
    expect(waits.toSorted((one, other) => one - other)[Math.floor(waits.length / 2)]).toBeLessThan(150);
  });

  it('has answers without an end where it is itself broken off', async () => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    const head = 'Host: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n';
    socket.write(`POST /v1/models/delivery-approach/evaluate HTTP/1.1\r\n${head}${GOOD.length.toString(16)}\r\n${GOOD}\r\n`);
    await once(socket, 'data');
    socket.write('this is no chunk\r\n');
    await once(socket, 'close');
    const received = Buffer.concat(chunks).toString('utf8');
    expect(received).toMatch(/^HTTP\/1\.1 200 [\s\S]*"outcome"/);
    expect(received).not.toMatch(/\r\n0\r\n\r\n$|HTTP\/1\.1 400/);
  });
});
