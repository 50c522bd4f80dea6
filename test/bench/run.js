// `npm run bench`: measures the parts that its arguments name, or all. `--json` prints an array of figures and nothing
// else, `--write` keeps the figures and writes docs/performance.md anew from all that are kept, `--check` measures
// nothing and tells whether that page is current.

import { argv, exit, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { staleDocuments, writeDocuments } from './frame/documents.js';
import { keepFigures } from './frame/kept-figures.js';
import { parts } from './frame/parts.js';
import { tell } from './frame/progress.js';
import { table } from './frame/table.js';

/** @import { Figure } from './frame/figure.js' */

/** Exit code for a command that makes no sense (sysexits.h EX_USAGE). */
const WRONG_USAGE = 64;

const { wanted, ...values } = readArguments();
if (values.check === true) exit(check());
const { measured, complete } = await measure(wanted);
const figures = [...measured.values()].flat();
if (values.write === true) {
  keepFigures(measured, Object.keys(parts));
  writeDocuments();
}
stdout.write(values.json === true ? `${JSON.stringify(figures, undefined, 2)}\n` : table(figures));
// What a part left behind is not to keep a pipe open.
stdout.end(() => exit(complete ? 0 : 1));

/** What is wanted, or the end of the process where that cannot be told. */
function readArguments() {
  const options = /** @type {const} */ ({
    json: { type: 'boolean' },
    write: { type: 'boolean' },
    check: { type: 'boolean' },
  });
  try {
    const { positionals, values } = parseArgs({ args: argv.slice(2), allowPositionals: true, options });
    const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
    if (unknown.length > 0)
      throw new TypeError(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
    return { ...values, wanted: new Set(positionals) };
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    exit(WRONG_USAGE);
  }
}

/** The exit code that tells whether the documents are current. */
function check() {
  const stale = staleDocuments();
  for (const path of stale) tell(`docs/${path} does not follow from docs/performance.json; run npm run bench -- --write.`);
  return stale.length === 0 ? 0 : 1;
}

/**
 * The figures of parts, all of them when none is named; a part that fails leaves the others alone.
 *
 * @param {ReadonlySet<string>} names
 */
async function measure(names) {
  /** @type {Map<string, readonly Figure[]>} */
  const measured = new Map();
  let complete = true;
  for (const [name, part] of Object.entries(parts)) {
    if (names.size > 0 && !names.has(name)) continue;
    const start = performance.now();
    tell(`${name}: ${part.title} …`);
    try {
      measured.set(name, await part.measure());
      tell(`${name}: done in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    } catch (error) {
      complete = false;
      tell(`${name} failed: ${error instanceof Error ? error.stack : error}`);
    }
  }
  return { measured, complete };
}
