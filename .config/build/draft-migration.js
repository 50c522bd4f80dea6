// `npm run migration -- <name>`: drafts, for both databases, the migration that leads from the committed ones to the
// schema. Read it, add what a schema cannot say (triggers, data), and run the tests before it is committed: once it was
// applied anywhere, a migration is never changed.

import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import pg from 'pg';
import { startPostgresqlServer } from '../jest/postgresql-server.js';
import { sqliteSchema } from './generate.js';
import { postgresqlDatabase, scriptFrom } from './schema-engine.js';
import { filesBelow } from './stamp.js';

const schema = await readFile('prisma/schema.prisma', 'utf8');
const name = `${await timeAfterLast()}_${(argv[2] ?? 'migration').replaceAll(/\W+/g, '_')}`;

await draft('sqlite', await sqliteScript());
await draft('postgresql', await postgresqlScript());

/** Migrations are applied in the order of their names, so that a new one is never earlier than those it builds on. */
async function timeAfterLast() {
  const now = Number(new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14));
  const times = (await filesBelow('prisma/migrations')).map((path) => Number(/\/(\d{14})_/.exec(path)?.[1] ?? 0));
  return String(Math.max(now, ...times.map((time) => time + 1)));
}

async function sqliteScript() {
  const url = join(await mkdtemp(join(tmpdir(), 'delivery-advisor-draft-')), 'draft.db');
  const database = new Database(url);
  for (const script of await committed('sqlite')) database.exec(script);
  database.close();
  return scriptFrom(new PrismaBetterSqlite3({ url }), sqliteSchema(schema));
}

async function postgresqlScript() {
  const server = await startPostgresqlServer();
  const url = `${server.url}/postgres`;
  const client = new pg.Client(url);
  await client.connect();
  for (const script of await committed('postgresql')) await client.query(script);
  await client.end();
  const { adapter, close } = postgresqlDatabase(url);
  return scriptFrom(adapter, schema).finally(close).finally(server.stop);
}

/** @param {string} provider */
async function committed(provider) {
  const files = (await filesBelow(`prisma/migrations/${provider}`)).filter((path) => path.endsWith('.sql'));
  return Promise.all(files.map((path) => readFile(path, 'utf8')));
}

/**
 * @param {string} provider
 * @param {string} script
 */
async function draft(provider, script) {
  if (script === '') return;
  const folder = `prisma/migrations/${provider}/${name}`;
  await mkdir(folder);
  await writeFile(`${folder}/migration.sql`, `${script}\n`);
}
