import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { buildForm } from '../../.config/build/embed.js';
import { PROJECT } from '../source-tree.ts';

/** What the build has put there; `npm test` builds beforehand. */
const BUILT = join(PROJECT, 'dist/embed');
const script = readFileSync(join(BUILT, 'delivery-advisor.js'));

const again = mkdtempSync(join(tmpdir(), 'delivery-advisor-form-'));
afterAll(() => rmSync(again, { recursive: true }));

/** The path of every file below a folder with its content. */
function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== '.stamp',
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]));
}

describe('the file of the form', () => {
  it('is at most 30 KiB packed by gzip', () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(30 * 1024);
  });

  it('is the same, with all that belongs to it, whenever it is built', async () => {
    await buildForm(again);
    expect(contents(again)).toEqual(contents(BUILT));
  });

  it('needs nothing from anybody else and leaves nothing behind', () => {
    const text = script.toString();
    const addresses = [...text.matchAll(/https?:\/\/[^\s"'`)]+/g)].map(([address]) => address);
    expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
    expect(text).not.toMatch(/\b(eval|Function)\(|\bimport\(|document\.cookie|localStorage|sessionStorage|indexedDB/);
    expect(text).not.toMatch(/^import\b/m);
  });

  it('has the hash that the README tells pages to insist on', () => {
    const { version, files }: { readonly version: string; readonly files: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(join(BUILT, 'integrity.json'), 'utf8'),
    );
    const [, address, hash] = /src="https:\/\/advisor\.example\.org\/([^"]+)"[^>]*\s+integrity="([^"]+)"/.exec(
      readFileSync(join(PROJECT, 'README.md'), 'utf8'),
    ) ?? ['', '', ''];
    expect({ address, hash }).toEqual({
      address: `embed/${version}/delivery-advisor.js`,
      hash: files['delivery-advisor.js'],
    });
  });
});
