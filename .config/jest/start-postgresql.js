import { env } from 'node:process';
import { startPostgresqlServer } from './postgresql-server.js';

/** Starts one PostgreSQL for the run. Tests find it in TEST_POSTGRESQL_URL and make their own databases in it. */
export default async function startPostgresql() {
  const server = await startPostgresqlServer();
  env['TEST_POSTGRESQL_URL'] = server.url;
  Object.assign(globalThis, { stopPostgresql: server.stop });
}
