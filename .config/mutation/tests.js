// All tests of a part as one file: what they share is loaded once for a mutant, not once for each file of them.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';

/** @type {{ readonly TESTS?: readonly string[] }} */
const { TESTS = [] } = globalThis;

for (const path of TESTS.flatMap(testFiles)) await import(join(cwd(), path));

/**
 * Files of tests at or below a path, examples before laws, which take longer to find what is wrong.
 *
 * @param {string} path
 */
function testFiles(path) {
  if (statSync(path).isFile()) return [path];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  const isLaw = (/** @type {string} */ name) => Number(name.endsWith('.property.test.ts'));
  return files.toSorted((one, other) => isLaw(one) - isLaw(other)).map((name) => join(path, name));
}
