import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { lunchModels } from '../api/lunch-model.ts';
import { buildService, dataDirectory, startProcess } from '../service-process.ts';

const KEY_PEPPER = 'a pepper that is only good for tests, and long';
const KEY = /^dadv_sk_(\w{10})_\w{38}\n$/;

describe('npm run keys', () => {
  let data: Awaited<ReturnType<typeof dataDirectory>>;
  beforeAll(buildService, 120_000);
  beforeEach(async () => {
    data = await dataDirectory();
  });
  afterEach(() => data.remove());

  /** What the command says and how it ends. */
  function keys(line: string, env: Readonly<Record<string, string>> = { KEY_PEPPER }) {
    const command = join(process.cwd(), 'dist/commands/keys.js');
    return new Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>((resolve) => {
      const options = { cwd: data.path, env: { PATH: process.env['PATH'] ?? '', ...env } };
      const child = execFile(process.execPath, [command, ...line.split(' ')], options, (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  }

  it('creates a key before any service runs, which lets its holder in', async () => {
    const { code, stdout, stderr } = await keys('create --name first --permissions models:read,keys:manage');
    expect(code).toBe(0);
    expect(stdout).toMatch(KEY);
    expect(stderr).not.toContain(stdout.trim());
    const service = startProcess(data.path, { KEY_PEPPER, HOST: '0.0.0.0' });
    const ask = async (headers: Readonly<Record<string, string>>) =>
      (await fetch(`${await service.url}/v1/models`, { headers })).status;
    expect(await ask({})).toBe(401);
    expect(await ask({ Authorization: `Bearer ${stdout.trim()}` })).toBe(200);
    service.child.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0 });
  });

  it('lists, rotates and revokes, in one workspace', async () => {
    const { stdout } = await keys('create --name portal --permissions models:read --workspace north --json');
    const { id, secret, workspace } = JSON.parse(stdout);
    expect(workspace).toBe('north');
    expect((await keys('list --workspace south')).stdout).toBe('');
    expect((await keys(`rotate ${id} --workspace south`)).stderr).toBe(`There is no API key ${id}.\n`);
    const rotated = await keys(`rotate ${id} --workspace north --overlap-seconds 60`);
    expect(rotated.stdout).toMatch(KEY);
    const [, fresh = ''] = KEY.exec(rotated.stdout) ?? [];
    expect(await keys(`revoke ${id} --workspace north`)).toMatchObject({ code: 0, stdout: '' });
    const { items } = JSON.parse((await keys('list --workspace north --json')).stdout);
    expect(items).toMatchObject([{ id: fresh }, { id, replacedBy: fresh, revokedAt: expect.stringMatching(/Z$/) }]);
    const listed = (await keys('list --workspace north')).stdout;
    expect(listed.split('\n').map((one) => one.endsWith('ENDED'))).toEqual([false, true, false]);
    expect(listed).not.toContain(secret.slice(-38));
  });

  it('creates keys for pages', async () => {
    const { stdout } = await keys(
      'create --name form --kind embed --model delivery-approach --origins https://a.org,https://b.org --expires-in-days 9 --json',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'embed',
      origins: ['https://a.org', 'https://b.org'],
      model: 'delivery-approach',
    });
  });

  it('makes no key for pages of a model that there is not', async () => {
    const order = 'create --name form --kind embed --model lunch --origins https://a.org';
    const { code, stdout, stderr } = await keys(order);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(/^--model: There is no decision model lunch; there are delivery-approach\. Set MODELS_DIR .*\n$/);
    const modelsDir = await lunchModels('1.0.0');
    expect((await keys(order, { KEY_PEPPER, MODELS_DIR: modelsDir })).code).toBe(0);
    expect((await keys('list --json')).stdout).toMatch(/"model":"lunch"/);
  });

  it('makes a database for the first key, and for nothing else', async () => {
    for (const line of ['list', 'revoke 0123456789', 'rotate 0123456789']) {
      const { code, stderr } = await keys(line);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/nothing of this service; .*DATABASE_URL/) });
    }
    expect(await readdir(data.path)).toEqual([]);
  });

  it('says how it is used', async () => {
    const { code, stdout, stderr } = await keys('create --name a');
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(/^--permissions: [\s\S]*--help/);
  });

  it('needs a pepper to make a key', async () => {
    const { code, stdout, stderr } = await keys('create --name a --permissions models:read', {});
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
    expect(stderr).toContain('KEY_PEPPER');
  });
});

describe('the service where others reach it', () => {
  let data: Awaited<ReturnType<typeof dataDirectory>>;
  beforeAll(buildService, 120_000);
  beforeEach(async () => {
    data = await dataDirectory();
  });
  afterEach(() => data.remove());

  it.each([
    ['without a pepper', {}, /^HOST: .*npm run keys -- create.*\n$/],
    ['without a key', { KEY_PEPPER }, /^KEY_PEPPER: .*npm run keys -- create.*\n$/],
  ])('does not start %s', async (_, env, stderr) => {
    const service = startProcess(data.path, { HOST: '0.0.0.0', ...env });
    expect(await service.ended).toMatchObject({ code: 78, stderr: expect.stringMatching(stderr) });
  });
});

describe('the service that only this machine reaches', () => {
  let data: Awaited<ReturnType<typeof dataDirectory>>;
  beforeAll(buildService, 120_000);
  beforeEach(async () => {
    data = await dataDirectory();
  });
  afterEach(() => data.remove());

  it.each([
    ['open without a pepper', {}, 200, 'OPEN: everybody'],
    ['guarded with one, if nobody has a key', { KEY_PEPPER }, 401, 'GUARDED, and nobody can come in'],
  ])('is %s, and says so', async (_, env, status, warning) => {
    const service = startProcess(data.path, env);
    expect((await fetch(`${await service.url}/v1/models`)).status).toBe(status);
    expect((await fetch(`${await service.url}/healthz`)).status).toBe(200);
    service.child.kill('SIGTERM');
    const { stdout } = await service.ended;
    expect(stdout).toMatch(new RegExp(`"level":40.*${warning}`));
  });
});
