import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.ts';
import { buildService, dataDirectory } from '../service-process.ts';
import { assessment, claim, scope } from '../store/samples.ts';

const OLD = new Date('2020-01-01T00:00:00.000Z');

describe('npm run purge', () => {
  let data: Awaited<ReturnType<typeof dataDirectory>>;
  let url: string;
  beforeAll(buildService, 120_000);
  beforeEach(async () => {
    data = await dataDirectory();
    url = `file:${join(data.path, 'advisor.db')}`;
    const store = await openStore(url);
    await store.assessments.create(scope, assessment({ createdAt: OLD, updatedAt: OLD }), claim('id:1'));
    await store.close();
  });
  afterEach(() => data.remove());

  /** What the command says and how it ends. */
  function purge(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const command = join(process.cwd(), 'dist/commands/purge.js');
    return new Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>((resolve) => {
      const options = { cwd: data.path, env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: url, ...env } };
      const child = execFile(process.execPath, [command, ...args], options, (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  }

  it('counts when it is tried, forgets when it is meant, and finds nothing the next time', async () => {
    const counts = { assessments: 1, recommendations: 0, claims: 1, deliveries: 0, auditEntries: 1 };
    const tried = await purge(['--dry-run', '--json'], { RETENTION_DAYS: '365' });
    expect(JSON.parse(tried.stdout)).toEqual({ days: 365, dryRun: true, before: expect.stringMatching(/Z$/), ...counts });
    const meant = await purge(['--days', '30', '--json'], { RETENTION_DAYS: '99999' });
    expect(JSON.parse(meant.stdout)).toMatchObject({ days: 30, dryRun: false, ...counts });
    const again = await purge(['--days', '30']);
    expect(again).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^Forgot .* assessments: 0, .*\.\n$/) });
  });

  it.each([[[]], [['--days', '0']], [['--days', 'many']], [['--for-ever']], [['30']]])(
    'says how it is used after %j',
    async (args) => {
      const { code, stdout, stderr } = await purge(args);
      expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
      expect(stderr).toMatch(/--help|--days/);
    },
  );

  it.each(['file:./elsewhere.db', 'file:./no/folder/elsewhere.db'])(
    'makes no database where there is none: %s',
    async (other) => {
      const { code, stdout, stderr } = await purge(['--days', '1'], { DATABASE_URL: other });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(
        /^Cannot use the database file:\S+elsewhere\.db: it has nothing of this service; [^\n]*DATABASE_URL[^\n]*\n$/,
      );
      expect(await readdir(data.path)).toEqual(['advisor.db']);
    },
  );

  it('ends with 78 where a variable is wrong, and with 1 where the database cannot be used', async () => {
    expect(await purge([], { RETENTION_DAYS: '0' })).toMatchObject({
      code: 78,
      stderr: expect.stringMatching(/^RETENTION_DAYS: Set /),
    });
    const unusable = await purge(['--days', '1'], { DATABASE_URL: 'file:/dev/null/advisor.db' });
    expect(unusable).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Cannot use the database [^\n]+\n$/) });
  });
});
