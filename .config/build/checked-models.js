import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the service finds what was noted. */
export const CHECKED_MODELS = 'dist/checked-models.json';

/**
 * Reads and checks models with the code that was just built, and notes the documents of those that it has nothing to say
 * about, so that no start has to do it again. The others are left to the start, which tells what is wrong.
 *
 * @param {readonly string[]} paths of YAML files
 */
export async function noteCheckedModels(paths) {
  await rm(CHECKED_MODELS, { force: true });
  /** @type {typeof import('../../src/models/read-model.ts')} */
  const { readModel } = await import(built('models/read-model.js'));
  /** @type {typeof import('../../src/models/checked-texts.ts')} */
  const { checkedName } = await import(built('models/checked-texts.js'));
  /** @type {Record<string, unknown>} */
  const notes = {};
  for (const path of paths) {
    const text = await readFile(path, 'utf8');
    const reading = readModel(text, 'yaml');
    if ('model' in reading && reading.warnings.length === 0) notes[checkedName(text, 'yaml')] = reading.model.compiled.document;
  }
  await writeFile(CHECKED_MODELS, JSON.stringify(notes));
}

/** @param {string} path below dist */
function built(path) {
  return pathToFileURL(resolve('dist', path)).href;
}
