import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A fingerprint of the names and contents of files: equal as long as none of them changed.
 *
 * @param {readonly string[]} paths
 */
export async function fingerprint(paths) {
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  const hash = createHash('sha256');
  paths.forEach((path, index) => {
    const content = contents[index] ?? '';
    hash.update(`${path}\0${content.length}\0`).update(content);
  });
  return hash.digest('hex');
}

/**
 * Whether a step was done for this fingerprint.
 *
 * @param {string} stamp path of the file that notes it
 * @param {string} print
 */
export async function isStamped(stamp, print) {
  return (await readFile(stamp, 'utf8').catch(() => '')) === print;
}

/**
 * Notes that a step was done for this fingerprint.
 *
 * @param {string} stamp
 * @param {string} print
 */
export async function writeStamp(stamp, print) {
  await writeFile(stamp, print);
}

/**
 * Every file below a folder, sorted; none when there is no such folder.
 *
 * @param {string} folder
 */
export async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
