import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open-store.ts';
import { sqlite } from './backends.ts';

const folder = () => mkdtemp(join(tmpdir(), 'delivery-advisor-opening-'));

describe('opening a database', () => {
  test('makes the folder of an SQLite file', async () => {
    const top = await folder();
    await (await openStore(`file:${top}/some/where/x.db`)).close();
    expect(await readdir(join(top, 'some/where'))).toEqual(['x.db']);
  });

  test('leaves a file alone that is not a database', async () => {
    const path = join(await folder(), 'notes.txt');
    const notes = 'These are my notes, and they are longer than the header of an SQLite file, which has 100 bytes. '.repeat(9);
    await writeFile(path, notes);
    await expect(openStore(`file:${path}`)).rejects.toThrow(
      `Cannot use the database file:${path}: file is not a database; name another file in DATABASE_URL.`,
    );
    expect(await readFile(path, 'utf8')).toBe(notes);
  });

  test('leaves the database of another application alone', async () => {
    const url = await sqlite.freshUrl();
    await sqlite.run(url, 'CREATE TABLE theirs (id TEXT)');
    const before = await readFile(url.replace('file:', ''));
    await expect(openStore(url)).rejects.toThrow('it has tables of something else; use an empty database.');
    expect(await readFile(url.replace('file:', ''))).toEqual(before);
  });

  test('says in one line what stands in the way, without the password', async () => {
    const top = await folder();
    await writeFile(join(top, 'file'), '');
    await mkdir(join(top, 'folder'));
    const lines = [
      [`file:${top}/folder`, 'unable to open database file; make it a file that this user may write.'],
      [`file:${top}/file/x.db`, 'unable to open database file; make it a file that this user may write.'],
      [
        'postgresql://me:p:a@ss@127.0.0.1:1/db',
        'connect ECONNREFUSED 127.0.0.1:1; start the server, or name another in DATABASE_URL.',
      ],
      ['postgresql://me@nowhere.invalid/db?password=secret', 'start the server, or name another in DATABASE_URL.'],
    ];
    for (const [url = '', reason = ''] of lines) {
      const message = await openStore(url).then(() => 'opened', String);
      expect(message).toMatch(/^Error: Cannot use the database [^\n]+\.$/);
      expect(message).toContain(reason);
      expect(message).not.toMatch(/p:a|ss@|secret/);
    }
  });

  test('keeps data from one opening to the next', async () => {
    const url = await sqlite.freshUrl();
    await (await openStore(url)).close();
    const before = await sqlite.run(url, 'SELECT * FROM _prisma_migrations');
    await (await openStore(url)).close();
    expect(await sqlite.run(url, 'SELECT * FROM _prisma_migrations')).toEqual(before);
  });
});
