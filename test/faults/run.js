// `npm run test:faults`: kills the service and its database without a word while clients write, and looks whether
// everything that was acknowledged is there, once. `--seconds 60` makes each part longer than 20 s; a name runs that part
// alone. Ends with 1 unless nothing was lost, doubled or left half-written.

import { argv, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { postgresqlItself, serviceOnPostgresql, serviceOnSqlite } from './ordeal.js';

const PARTS = new Map(
  Object.entries({
    'service-on-sqlite': serviceOnSqlite,
    'service-on-postgresql': serviceOnPostgresql,
    'postgresql-itself': postgresqlItself,
  }),
);
const HEAD = ['killed', 'kills', 'acknowledged', 'retried', 'lost', 'duplicated', 'half-written', 'longest wait'];
const WIDTHS = [23, 7, 14, 9, 6, 12, 14, 0];

const options = /** @type {const} */ ({ seconds: { type: 'string', default: '20' } });
const { positionals, values } = parseArgs({ args: argv.slice(2), allowPositionals: true, options });
const seconds = Number(values.seconds);
const unknown = positionals.filter((name) => !PARTS.has(name));
if (unknown.length > 0 || !(seconds > 0)) {
  stderr.write(`Name parts out of ${[...PARTS.keys()].join(', ')}, and --seconds above 0.\n`);
  exit(64);
}

line(HEAD);
let sound = true;
for (const [name, ordeal] of PARTS) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const { kills, writes, retries, lost, duplicated, halfWritten, longestWait, failures } = await ordeal(seconds);
  line([name, kills, writes, retries, lost, duplicated, halfWritten, `${Math.round(longestWait)} ms`]);
  for (const failure of failures) stderr.write(`${failure}\n`);
  sound &&= writes > 0 && lost + duplicated + halfWritten + failures.length === 0;
}
exit(sound ? 0 : 1);

/** @param {readonly (string | number)[]} cells */
function line(cells) {
  stdout.write(
    `${cells
      .map((cell, column) => String(cell).padEnd(WIDTHS[column] ?? 0))
      .join('')
      .trimEnd()}\n`,
  );
}
