import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import chromium from '@sparticuz/chromium';
import { startPostgresqlServer } from './postgresql-server.js';

/**
 * Before all tests: starts one PostgreSQL, unless TEST_POSTGRESQL_URL names one for them to make their databases in, has
 * everything temporary made in one folder, and unpacks a Chromium there, unless CHROMIUM_PATH names one.
 */
export default async function beforeAllTests() {
  const server = env['TEST_POSTGRESQL_URL'] === undefined ? await startPostgresqlServer() : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'delivery-advisor-tests-'));
  if (server !== undefined) env['TEST_POSTGRESQL_URL'] = server.url;
  env['TMPDIR'] = folder;
  env['CHROMIUM_PATH'] ??= await chromium.executablePath();
  const tidyUp = () => Promise.all([server?.stop(), rm(folder, { recursive: true, force: true })]);
  Object.assign(globalThis, { tidyUp });
}
