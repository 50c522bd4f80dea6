import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { processTerminal } from '../../src/commands/terminal/terminal.ts';
import { item, padded, widthOf, wrapped } from '../../src/commands/terminal/wrap.ts';
import { buildService } from '../service-process.ts';
import { PROJECT } from '../source-tree.ts';

/** A terminal on streams that say these things of themselves. */
function terminalOn(stdout: { readonly isTTY?: boolean; readonly columns?: number; readonly hasColors?: () => boolean }) {
  const stdin = new PassThrough();
  const streams = { ...process, stdin, stdout: Object.assign(new PassThrough(), stdout), stderr: new PassThrough() };
  // A process with other streams, which is all that a terminal looks at.
  return { terminal: processTerminal(streams as unknown as NodeJS.Process), stdin };
}

describe('the terminal of a process', () => {
  it.each([
    ['a screen', { isTTY: true, columns: 72, hasColors: () => true }, { columns: 72, colours: true }],
    [
      'a screen for those who want no colours',
      { isTTY: true, columns: 72, hasColors: () => false },
      { columns: 72, colours: false },
    ],
    ['a terminal without columns', { isTTY: true, columns: 0, hasColors: () => false }, { columns: 100, colours: false }],
    ['a file', {}, { columns: 100, colours: false }],
  ])('is as wide and as colourful as %s', (_, stdout, expected) => {
    const { columns, colours } = terminalOn(stdout).terminal;
    expect({ columns, colours }).toEqual(expected);
  });

  it('reads all that is piped in', async () => {
    const { terminal, stdin } = terminalOn({});
    stdin.write('one ');
    stdin.end('two');
    expect(Buffer.from(await terminal.input()).toString()).toBe('one two');
  });
});

describe('text on a terminal', () => {
  it.each([
    ['', 0],
    ['plain', 5],
    ['日本', 4],
    ['e\u0301', 1],
    ['🚀', 2],
    ['a\u200db', 2],
  ])('%j takes %d columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
    expect(widthOf(padded(text, 10))).toBe(10);
  });

  it('is wrapped between words, and within those that are longer than a line', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrapped('日本語', 4)).toEqual(['日本', '語']);
    expect(item('* ', 'one two three', 9)).toEqual(['* one two', '  three']);
  });
});

describe('delivery-advisor as a process', () => {
  const command = join(PROJECT, 'dist/commands/delivery-advisor.js');
  beforeAll(buildService, 120_000);

  it('says nothing more when its reader has read enough', async () => {
    const child = spawn(process.execPath, [command, 'evaluate', '-', '--format', 'json'], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const complaints: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
    child.stdin.end('targets: [kubernetes]\n');
    const [code] = await once(child, 'close');
    expect({ code, complaints }).toEqual({ code: 0, complaints: [] });
  });

  it('ends with the code of its command', async () => {
    const child = execFile(process.execPath, [command, 'evaluate', '-', '--expect', 'gitops', '--explain', 'none']);
    child.stdin?.end('{}');
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
  });
});
