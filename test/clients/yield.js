// What a generator made of the specification: is all of it there, and under the names that it has there?

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./generators.js').Generator} Generator */

const DOCUMENT = JSON.parse(readFileSync(new URL('../../openapi-3.0.json', import.meta.url), 'utf8'));

const OPERATIONS = Object.values(DOCUMENT.paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId));

/** Named objects. Maps become maps of the language, and enums what a language has for them. */
const MODELS = Object.entries(DOCUMENT.components.schemas).flatMap(([name, { properties }]) => (properties ? [name] : []));

/**
 * @param {Generator} generator
 * @returns {{ operations: number, models: number, flaws: readonly string[] }}
 */
export function yieldOf({ name, output, operation, model, empty }) {
  const files = filesIn(output);
  const all = files.join('\n');
  const operations = OPERATIONS.filter((id) => operation(id).test(all));
  const models = MODELS.filter((one) => model(one).test(all));
  const bare = models.filter((one) => files.some((text) => model(one).test(text) && empty?.test(text)));
  return {
    operations: operations.length,
    models: models.length,
    flaws: [
      ...OPERATIONS.filter((id) => !operations.includes(id)).map((id) => `${name}: no operation ${id}`),
      ...MODELS.filter((one) => !models.includes(one)).map((one) => `${name}: no model ${one}`),
      ...bare.map((one) => `${name}: the model ${one} has no properties`),
    ],
  };
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|py|java|go)$/.test(path) && !/(^|\/)tests?\//.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}
