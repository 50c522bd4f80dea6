// `npm run test:clients`: makes a client with each generator, compiles it, and goes through the whole journey with it
// against the running service. What a machine cannot do is named, and nothing else is left out.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { argv, chdir, env, execPath, exit, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { GENERATORS, isTypeScript } from './generators.js';
import { startService } from './service.js';
import { yieldOf } from './yield.js';

/**
 * @typedef {import('./generators.js').Generator} Generator
 * @typedef {{ generator: Generator, seconds: number, operations: number, models: number, errors: string, journey: string }} Row
 */

chdir(fileURLToPath(new URL('.', import.meta.url)));
/** @type {string[]} */
const failures = [];
/** @type {string[]} */
const skipped = [];
const wanted = argv.slice(2);

const compiled = 'generated/compiled';
const rows = await makeAll();
compileTypeScript();
compilePython();
await goThrough();
report();

async function makeAll() {
  await rm('generated', { recursive: true, force: true });
  await mkdir(compiled, { recursive: true });
  await writeFile(`${compiled}/package.json`, '{ "type": "commonjs" }\n');
  const chosen = GENERATORS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  return chosen.flatMap(made);
}

/**
 * @param {Generator} generator
 * @returns {readonly Row[]}
 */
function made(generator) {
  const { name, needs, command } = generator;
  if (!isHere(needs)) {
    skipped.push(`${name}: there is no ${needs} on this machine`);
    return [];
  }
  const [program = '', ...args] = command;
  const started = performance.now();
  const { status, output } = ran(needs === 'node' ? `node_modules/.bin/${program}` : program, args);
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) {
    failures.push(`${name}: the generator ended with ${status}\n${output}`);
    return [{ generator, seconds, operations: 0, models: 0, errors: '-', journey: '-' }];
  }
  const { flaws, ...counts } = yieldOf(generator);
  failures.push(...flaws);
  return [{ generator, seconds, ...counts, errors: '-', journey: '-' }];
}

/** All clients at once, and the journeys with them; errors are those of the client in whose path they are. */
function compileTypeScript() {
  const typed = rows.filter(({ generator }) => isTypeScript(generator));
  const files = typed.map(({ generator }) => `journeys/${generator.journey}.ts`);
  const { output } = ran('node_modules/.bin/tsc', ['-p', 'tsconfig.json']);
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line));
  for (const row of typed) {
    const own = errors.filter((line) => [`${row.generator.output}/`, ...files].some((path) => line.startsWith(path)));
    row.errors = String(own.length);
    failures.push(...own.map((line) => `${row.generator.name}: ${line}`));
  }
}

function compilePython() {
  for (const row of rows.filter(({ generator }) => generator.journey?.endsWith('.py'))) {
    if (!isHere('python3')) {
      skipped.push(`${row.generator.name}, compiling: there is no python3 on this machine`);
      continue;
    }
    const { status, output } = ran('python3', ['-m', 'compileall', '-q', '-f', row.generator.output]);
    row.errors = status === 0 ? '0' : 'some';
    if (status !== 0) failures.push(`${row.generator.name}: ${output}`);
  }
}

async function goThrough() {
  const { url, stop } = await startService();
  try {
    for (const row of rows) row.journey = journeyWith(row, url);
  } finally {
    await stop();
  }
}

/**
 * @param {Row} row
 * @param {string} url
 */
function journeyWith({ generator: { name, journey, output: folder } }, url) {
  if (journey === undefined) return 'none';
  const isPython = journey.endsWith('.py');
  const missing = isPython ? ran('python3', ['-c', 'import certifi, dateutil, six, urllib3']) : undefined;
  if (missing !== undefined && missing.status !== 0) {
    skipped.push(`${name}, journey: python3 with certifi, dateutil, six and urllib3 is not on this machine`);
    return 'skipped';
  }
  const [program, file] = isPython ? ['python3', `journeys/${journey}`] : [execPath, `${compiled}/journeys/${journey}.js`];
  const { status, output } = ran(program, [file], { ADVISOR_URL: url, PYTHONPATH: folder });
  if (status === 0) return 'ok';
  failures.push(`${name}: the journey ended early\n${output}`);
  return 'failed';
}

function report() {
  const heads = ['generator', 'version', 'seconds', 'operations', 'models', 'compile errors', 'journey'];
  const lines = rows.map(({ generator, seconds, operations, models, errors, journey }) =>
    [generator.name, versionOf(generator.package), seconds.toFixed(1), operations, models, errors, journey].map(String),
  );
  const widths = heads.map((head, column) => Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = [heads, widths.map((width) => '-'.repeat(width)), ...lines].map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  stdout.write(`${drawn.join('\n')}\n`);
  for (const what of skipped) stdout.write(`Skipped: ${what}\n`);
  for (const what of failures) stdout.write(`Failed: ${what}\n`);
  stdout.write(failures.length === 0 ? 'Clients: all is well\n' : `Clients: ${failures.length} failures\n`);
  exit(failures.length === 0 ? 0 : 1);
}

/** @param {string} name */
function versionOf(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
}

/** @param {string} program */
function isHere(program) {
  return program === 'node' || ran(program, [program === 'java' ? '-version' : '--version']).status === 0;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [settings]
 */
function ran(program, args, settings = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', env: { ...env, ...settings }, maxBuffer: 100_000_000 });
  return { status: result.error === undefined ? result.status : -1, output: `${result.stdout}${result.stderr}`.trim() };
}
