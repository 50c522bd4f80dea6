// `npm run build`: everything that `node dist/main.js` needs, made from the sources unless it is there already.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { execPath, exit, stdout } from 'node:process';
import { CHECKED_MODELS, noteCheckedModels } from './checked-models.js';
import { buildForm, formSize } from './embed.js';
import { generate } from './generate.js';
import { filesBelow, fingerprint, isStamped, writeStamp } from './stamp.js';

const STAMP = 'dist/.stamp';
/** What `npx delivery-advisor` runs. */
const COMMAND = 'dist/commands/delivery-advisor.js';
const COMPILER_STATE = 'dist/.tsbuildinfo';
const SETTINGS = ['package-lock.json', 'prisma/schema.prisma', 'tsconfig.json'];

await build();
if (await buildForm()) stdout.write((await formSize()).text);

async function build() {
  const inputs = [...(await filesBelow('.config/build')), ...SETTINGS, ...(await sources())];
  const print = await fingerprint(inputs);
  const complete = (await sources()).every((source) => outputsOf(source).every(existsSync)) && existsSync(CHECKED_MODELS);
  if (complete && (await isStamped(STAMP, print))) return;
  await generate();
  if (!complete) await rm(COMPILER_STATE, { force: true });
  compile();
  await chmod(COMMAND, 0o755);
  await noteCheckedModels(await copyModels());
  await removeStrays();
  await writeStamp(STAMP, print);
}

/** The sources of the service; what is generated follows from the schema, and the form is bundled for the browser. */
async function sources() {
  const all = await filesBelow('src');
  return all.filter((path) => !/^src\/(embed|store\/generated)\//.test(path));
}

/**
 * The files in dist that come from a source.
 *
 * @param {string} source
 */
function outputsOf(source) {
  const output = source.replace(/^src\//, 'dist/');
  if (source.endsWith('.yaml')) return [output];
  if (!source.endsWith('.ts') || source.endsWith('.d.ts')) return [];
  return [output.replace(/ts$/, 'js'), output.replace(/ts$/, 'js.map')];
}

/** Compiles, or ends the process with the compiler's exit code, its findings printed. */
function compile() {
  const { status } = spawnSync(execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
    stdio: 'inherit',
  });
  if (status !== 0) exit(status ?? 1);
}

/** Copies the models beside the code, and tells which they are. */
async function copyModels() {
  const models = (await filesBelow('src/models')).filter((path) => path.endsWith('.yaml'));
  for (const model of models) {
    const [output = ''] = outputsOf(model);
    await mkdir(dirname(output), { recursive: true });
    await copyFile(model, output);
  }
  return models;
}

/** Removes what deleted sources left behind: a deleted model must not be served. The form sees to its own folder. */
async function removeStrays() {
  const expected = new Set((await filesBelow('src')).flatMap(outputsOf));
  const own = (await filesBelow('dist')).filter((path) => !path.startsWith('dist/embed/'));
  const strays = own.filter((path) => !expected.has(path) && ![COMPILER_STATE, STAMP, CHECKED_MODELS].includes(path));
  await Promise.all(strays.map((path) => rm(path)));
}
