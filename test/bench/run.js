// `npm run bench`: measures what its arguments name, or everything; `--json` prints an array of figures and nothing else.

import { argv, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { explain } from './explain.js';
import { next } from './next.js';
import { table } from './table.js';

/** @import { Figure } from './figure.js' */

/**
 * One file for each part, named like it.
 *
 * @type {ReadonlyMap<string, () => readonly Figure[] | Promise<readonly Figure[]>>}
 */
const parts = new Map(Object.entries({ explain, next }));

const options = /** @type {const} */ ({ json: { type: 'boolean' } });
const { positionals, values } = parseArgs({ args: argv.slice(2), allowPositionals: true, options });
const unknown = positionals.filter((name) => !parts.has(name));
if (unknown.length > 0) {
  stderr.write(`There is no part ${unknown.join(', ')}; there are ${[...parts.keys()].join(', ')}.\n`);
  exit(64);
}
const wanted = [...parts].filter(([name]) => positionals.length === 0 || positionals.includes(name));
/** @type {Figure[]} */
const figures = [];
for (const [, measure] of wanted) figures.push(...(await measure()));
stdout.write(values.json === true ? `${JSON.stringify(figures, null, 2)}\n` : table(figures));
