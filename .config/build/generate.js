// `npm run generate`: both Prisma clients from the one schema, unless nothing changed since the last time.

import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { argv, env, execPath } from 'node:process';
import { promisify } from 'node:util';
import { fingerprint, isStamped, writeStamp } from './stamp.js';

const SCHEMA = 'prisma/schema.prisma';
const GENERATED = 'src/store/generated';
const SQLITE_SCHEMA = `${GENERATED}/sqlite.prisma`;
const STAMP = `${GENERATED}/.stamp`;
const INPUTS = [SCHEMA, '.config/build/generate.js', 'node_modules/prisma/package.json'];

/** Generates both clients into src/store/generated. Needs no network. */
export async function generate() {
  const print = await fingerprint(INPUTS);
  if (await isStamped(STAMP, print)) return;
  await rm(GENERATED, { recursive: true, force: true });
  await mkdir(GENERATED, { recursive: true });
  await writeFile(SQLITE_SCHEMA, sqliteSchema(await readFile(SCHEMA, 'utf8')));
  await Promise.all([SCHEMA, SQLITE_SCHEMA].map(generateClient));
  await writeStamp(STAMP, print);
}

/**
 * The schema for SQLite: another provider, another folder, and no native types, which belong to PostgreSQL.
 *
 * @param {string} postgresql
 */
export function sqliteSchema(postgresql) {
  return postgresql
    .replace(/provider(\s*)= "postgresql"/, 'provider$1= "sqlite"')
    .replace('"../src/store/generated/postgresql"', '"./sqlite"')
    .replaceAll(/ @db\.\w+(\([^)]*\))?/g, '');
}

/**
 * The command line looks for a schema engine, which generating does not use, and would download it: naming any
 * executable is enough to stop that.
 *
 * @param {string} schema
 */
async function generateClient(schema) {
  const cli = 'node_modules/prisma/build/index.js';
  await promisify(execFile)(execPath, [cli, 'generate', '--no-hints', '--schema', schema], {
    env: {
      ...env,
      PRISMA_SCHEMA_ENGINE_BINARY: execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
}

if (argv[1] !== undefined && realpathSync(argv[1]) === import.meta.filename) await generate();
