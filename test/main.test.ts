import { once } from 'node:events';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildService, dataDirectory, type ServiceProcess, startProcess } from './service-process.ts';

describe('the process', () => {
  let data: Awaited<ReturnType<typeof dataDirectory>>;
  let started: ServiceProcess[] = [];

  beforeAll(buildService, 120_000);
  beforeEach(async () => {
    data = await dataDirectory();
  });
  afterEach(async () => {
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    started = [];
    await data.remove();
  });

  function start(env: Readonly<Record<string, string>> = {}): ServiceProcess {
    const one = startProcess(data.path, env);
    started.push(one);
    return one;
  }

  /** Sends the head and half the body of a request, and tells how to send the rest and read the reply. */
  async function halfSent(url: string): Promise<{ readonly socket: Socket; finish(): Promise<string> }> {
    const body = '{"answers":{}}';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /v1/models/delivery-approach/evaluate?explain=none HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n${body.slice(0, 5)}`,
    );
    // The interim response shows that the service has begun with the request.
    await once(socket, 'data');
    return {
      socket,
      async finish() {
        socket.write(body.slice(5));
        const chunks: Buffer[] = [];
        socket.on('data', (chunk) => chunks.push(chunk));
        await once(socket, 'close');
        return Buffer.concat(chunks).toString('utf8');
      },
    };
  }

  it('says where it is ready, keeps its data below the directory it is started in, and has them the next time', async () => {
    const first = start();
    const created = await fetch(`${await first.url}/v1/assessments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"subject":{"ref":"payments"}}',
    });
    const { id } = (await created.json()) as { readonly id: string };
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' });

    const second = start({ DATABASE_URL: `file:${data.path}/data/delivery-advisor.db` });
    expect(await second.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect((await fetch(`${await second.url}/v1/assessments/${id}`)).status).toBe(200);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('finishes what it has begun on %s, and takes on nothing new', async (signal) => {
    const service = start();
    const url = await service.url;
    const { finish } = await halfSent(url);
    service.child.kill(signal);
    await expect(refusesConnections(url)).resolves.toBe(true);
    expect(await finish()).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*"alternatives"/);
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('tells callers on open connections that it stops, and cuts none of them', async () => {
    const service = start();
    const url = await service.url;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const readiness = async () => {
      const [response] = (await once(get(`${url}/readyz`, { agent }), 'response')) as [IncomingMessage];
      response.resume();
      await once(response, 'end');
      return { status: response.statusCode, connection: response.headers.connection };
    };
    expect(await readiness()).toEqual({ status: 200, connection: 'keep-alive' });
    service.child.kill('SIGTERM');
    let last = await readiness();
    while (last.status === 200) last = await readiness();
    expect(last).toEqual({ status: 503, connection: 'close' });
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' });
    agent.destroy();
  });

  it('stops at once on the second signal', async () => {
    const service = start();
    const { socket } = await halfSent(await service.url);
    socket.on('error', () => undefined);
    service.child.kill('SIGTERM');
    await refusesConnections(await service.url);
    service.child.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 1 });
  });

  it('names every wrong variable and ends with 78', async () => {
    const { code, stdout, stderr } = await start({ PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://a:secret@b' }).ended;
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['PORT', 'DATABASE_URL', 'LOG_LEVEL']);
    expect(stderr).not.toContain('secret');
  });

  it('names every finding in wrong models with file and path, ends with 78 and touches no database', async () => {
    const models = join(data.path, 'models');
    await mkdir(models);
    await writeFile(join(models, 'one.yaml'), 'id: One\nversion: 1\n');
    await writeFile(join(models, 'two.json'), '{"id":');
    const { code, stderr } = await start({ MODELS_DIR: models }).ended;
    expect(code).toBe(78);
    expect(stderr).toMatch(/one\.yaml \/id /);
    expect(stderr).toMatch(/one\.yaml \/version /);
    expect(stderr).toMatch(/two\.json /);
    await expect(stat(join(data.path, 'data'))).rejects.toThrow(/ENOENT/);
  });

  it.each(['PORT', 'METRICS_PORT'])('says in one line that the address is taken, names %s and ends with 69', async (variable) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await start({ [variable]: String(port) }).ended;
    other.close();
    expect(code).toBe(69);
    expect(stderr).toBe(`${variable}: Another program listens at port ${port} of 127.0.0.1. Stop it, or set another port.\n`);
  });

  it.each([
    ['192.0.2.1', /^HOST: 192\.0\.2\.1 is no address of this machine\. [^\n]*\n$/],
    ['no-such-host.invalid', /^HOST: The name no-such-host\.invalid leads to no address\. [^\n]*\n$/],
  ])('says in one line that nothing can listen at %s, and ends with 78', async (HOST, line) => {
    const guarded = { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'advisor' };
    expect(await start({ HOST, ...guarded }).ended).toMatchObject({ code: 78, stderr: expect.stringMatching(line) });
  });

  it('says in one line that the database cannot be used', async () => {
    await writeFile(join(data.path, 'not-a-database'), 'these are notes, not a database '.repeat(100));
    const { code, stderr } = await start({ DATABASE_URL: 'file:./not-a-database' }).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^[^\n]*not-a-database[^\n]*\n$/);
  });
});

/** Waits until nobody accepts connections any more. */
async function refusesConnections(url: string): Promise<boolean> {
  for (;;) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const accepted = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (!accepted) return true;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
