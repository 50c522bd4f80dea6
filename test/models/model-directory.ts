import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Contents by path below the directory; objects are written as JSON. */
export type Files = Readonly<Record<string, string | Buffer | object>>;

/** A new temporary directory that holds the files. */
export function modelDirectory(files: Files = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'models-'));
  for (const [name, content] of Object.entries(files)) {
    const file = join(directory, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  }
  return directory;
}
