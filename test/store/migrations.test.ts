import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { sqliteSchema } from '../../.config/build/generate.js';
import { postgresqlDatabase, scriptFrom } from '../../.config/build/schema-engine.js';
import { migratePostgresql } from '../../src/store/migrations/migrate-postgresql.ts';
import { migrateSqlite } from '../../src/store/migrations/migrate-sqlite.ts';
import { type Migration, readMigrations } from '../../src/store/migrations/migration.ts';
import { openStore } from '../../src/store/open-store.ts';
import { backends } from './backends.ts';

const NOTED = 'SELECT migration_name, checksum, finished_at, rolled_back_at, applied_steps_count FROM _prisma_migrations';

describe.each(backends)('migrations on $provider', ({ provider, freshUrl, run }) => {
  async function migrated(): Promise<string> {
    const url = await freshUrl();
    await (await openStore(url)).close();
    return url;
  }

  function migrate(url: string, migrations: readonly Migration[]): Promise<readonly string[]> {
    if (provider === 'postgresql') return migratePostgresql({ connectionString: url }, migrations, true);
    return migrateSqlite(url.replace('file:', ''), migrations, true);
  }

  test('are noted as Prisma Migrate would note them', async () => {
    const rows = await run(await migrated(), NOTED);
    const expected = (await readMigrations(provider)).map(async ({ name }) => {
      const script = await readFile(`prisma/migrations/${provider}/${name}/migration.sql`);
      const checksum = createHash('sha256').update(script).digest('hex');
      return { migration_name: name, checksum, finished_at: expect.anything(), rolled_back_at: null, applied_steps_count: 1 };
    });
    expect(rows).toEqual(await Promise.all(expected));
  });

  test('are applied once by processes that start at the same time', async () => {
    const url = await freshUrl();
    const opening = `const { openStore } = await import('./dist/store/open-store.js'); await (await openStore('${url}')).close();`;
    const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', opening]);
    await Promise.all(Array.from({ length: 4 }, start));
    expect(await run(url, NOTED)).toHaveLength((await readMigrations(provider)).length);
  });

  test('are not begun for a task that only makes sense on the database of the service', async () => {
    const url = await freshUrl();
    await expect(openStore(url, { mayBeNew: false })).rejects.toThrow(/nothing of this service; .*DATABASE_URL/);
    await expect(run(url, NOTED)).rejects.toThrow('_prisma_migrations');
    await (await openStore(url)).close();
    await (await openStore(url, { mayBeNew: false })).close();
  });

  test('leave nothing behind when a script fails', async () => {
    const url = await freshUrl();
    const good = step('20260101000000_good', 'CREATE TABLE good (id TEXT);');
    const bad = step('20260102000000_bad', 'CREATE TABLE half (id TEXT); INSERT INTO nowhere VALUES (1);');
    await expect(migrate(url, [good, bad])).rejects.toThrow(/^the migration 20260102000000_bad failed: .*nowhere/);
    for (const table of ['good', 'half', '_prisma_migrations']) {
      await expect(run(url, `SELECT * FROM ${table}`)).rejects.toThrow(table);
    }
    expect(await migrate(url, [good])).toEqual([good.name]);
    expect(await migrate(url, [good])).toEqual([]);
    await expect(migrate(url, [good, bad])).rejects.toThrow('20260102000000_bad');
    expect(await run(url, 'SELECT * FROM good')).toEqual([]);
  });

  test.each([
    [
      "UPDATE _prisma_migrations SET migration_name = '99999999999999_later'",
      /newer release \(99999999999999_later\); start that/,
    ],
    ["UPDATE _prisma_migrations SET checksum = 'another'", /is not the one of this release; install/],
    ['UPDATE _prisma_migrations SET finished_at = NULL', /did not finish; mend it/],
    ['DROP TABLE _prisma_migrations', /has tables of something else; use an empty database\.$/],
  ])('are refused after %j, in one line', async (mischief, reason) => {
    const url = await migrated();
    await run(url, mischief);
    const before = await run(url, 'SELECT * FROM assessment');
    await expect(openStore(url)).rejects.toThrow(reason);
    await expect(openStore(url)).rejects.toThrow(/^Cannot use the database [^\n]+\.$/);
    expect(await run(url, 'SELECT * FROM assessment')).toEqual(before);
  });

  test('ignore what was rolled back', async () => {
    const url = await migrated();
    const columns = '"id", "migration_name", "checksum", "rolled_back_at"';
    await run(url, `INSERT INTO _prisma_migrations (${columns}) VALUES ('x', '99999999999999_later', 'c', CURRENT_TIMESTAMP)`);
    await expect(openStore(url).then((store) => store.close())).resolves.toBeUndefined();
  });

  test('make exactly what the schema asks for', async () => {
    const url = await migrated();
    expect(await drift(url)).toBe('');
    await run(url, 'ALTER TABLE assessment_tag ADD COLUMN stray TEXT');
    expect(await drift(url)).toContain('assessment_tag');
  });

  /** The SQL that is missing between a database and the schema, triggers apart. */
  async function drift(url: string): Promise<string> {
    const schema = await readFile('prisma/schema.prisma', 'utf8');
    if (provider === 'sqlite') return scriptFrom(new PrismaBetterSqlite3({ url }), sqliteSchema(schema));
    const { adapter, close } = postgresqlDatabase(url);
    return scriptFrom(adapter, schema).finally(close);
  }
});

function step(name: string, script: string): Migration {
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
}
