import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ATTEMPT_ERRORS } from '../src/services/webhooks/delivery.ts';
import { newSecret, signatures } from '../src/services/webhooks/signature.ts';
import { SUBSCRIBED_EVENTS } from '../src/services/webhooks/webhook.ts';
import { ContractChecker } from './api/contract-checker.ts';
import { PROJECT } from './source-tree.ts';

const guide = readFileSync(join(PROJECT, 'docs/webhooks.md'), 'utf8');

/** The first block of a language. */
function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(guide)?.[1] ?? '';
}

const body = '{"type":"webhook.test","data":{"name":"Größe ✓ 👩‍💻"}}';

/** A request as it arrives, signed with these secrets at a time. */
function request(secrets: readonly string[], at = Date.now()) {
  const [id, timestamp] = ['01900000-0000-7000-8000-000000000000', Math.floor(at / 1000)];
  const signature = signatures(secrets, { id, timestamp, body });
  return { body, headers: { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature } };
}

const MINE = newSecret();

/** What arrives at a receiver that has a secret, and whether it is genuine. */
const CASES = {
  'is signed with its secret': [request([MINE]), true],
  'is signed with its secret and another': [request([newSecret(), MINE]), true],
  'is signed with another secret': [request([newSecret()]), false],
  'was changed on the way': [{ ...request([MINE]), body: body.replace('test', 'text') }, false],
  'was recorded six minutes ago': [request([MINE], Date.now() - 360_000), false],
  'comes from a clock that is six minutes ahead': [request([MINE], Date.now() + 360_000), false],
} as const;

/** Runs a program with what arrives on its standard input; true where it says so. */
function judge(command: string, args: readonly string[], input: object): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = execFile(command, [...args], (error, stdout) =>
      error === null ? resolve(stdout.trim().toLowerCase() === 'true') : reject(error),
    );
    child.stdin?.end(JSON.stringify(input));
  });
}

describe('the guide to webhooks', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'delivery-advisor-guide-'));
    const javascript = `${block('js')}
import { readFileSync } from 'node:fs';
const { secret, headers, body } = JSON.parse(readFileSync(0, 'utf8'));
console.log(isGenuine(secret, headers, body));`;
    await writeFile(join(folder, 'receiver.mjs'), javascript);
    const python = `${block('python')}
import json, sys
case = json.loads(sys.stdin.buffer.read())
print(is_genuine(case["secret"], case["headers"], case["body"].encode()))`;
    await writeFile(join(folder, 'receiver.py'), python);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(Object.entries(CASES))('has a sample in JavaScript that knows what %s', async (_, [arrived, isGenuine]) => {
    expect(await judge(process.execPath, [join(folder, 'receiver.mjs')], { secret: MINE, ...arrived })).toBe(isGenuine);
  });

  it('has samples of ten lines or so', () => {
    for (const language of ['js', 'python']) expect(block(language).trim().split('\n').length).toBeLessThanOrEqual(13);
  });

  it('shows a payload as it is sent', () => {
    expect(new ContractChecker().eventFindings(block('json'))).toEqual([]);
  });

  it('names every event and every error, and no other', () => {
    const named = (heading: RegExp) =>
      [...(heading.exec(guide)?.[1] ?? '').matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name).toSorted();
    expect(named(/^\| `type` \|[^\n]*\n([\s\S]*?)\n\n/m)).toEqual([...SUBSCRIBED_EVENTS, 'webhook.test'].toSorted());
    expect(named(/^\| Error \|[^\n]*\n([\s\S]*?)\n\n/m)).toEqual(ATTEMPT_ERRORS.toSorted());
  });

  // Nobody needs Python to work on this; where there is none, the name of the test says so.
  if (spawnSync('python3', ['--version']).status !== 0) {
    it('has a sample in Python, which cannot be run on this machine', () => expect(block('python')).not.toBe(''));
    return;
  }
  it.each(Object.entries(CASES))('has a sample in Python that knows what %s', async (_, [arrived, isGenuine]) => {
    expect(await judge('python3', [join(folder, 'receiver.py')], { secret: MINE, ...arrived })).toBe(isGenuine);
  });
});
