import { readdirSync, readFileSync } from 'node:fs';

/** Where examples lie: a file for each tag, and one for problems. */
export const EXAMPLES = 'src/contract/examples';

/**
 * The examples that were recorded last.
 *
 * @returns {import('../../src/contract/example.ts').Recorded}
 */
export function readExamples() {
  const parts = readdirSync(EXAMPLES).map((file) => [file, JSON.parse(readFileSync(`${EXAMPLES}/${file}`, 'utf8'))]);
  const { 'problems.json': problems = {}, ...byTag } = Object.fromEntries(parts);
  return { examples: Object.assign({}, ...Object.values(byTag)), problems };
}
