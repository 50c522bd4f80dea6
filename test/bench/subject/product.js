// What is measured: the service as it was built, seen with the types of its sources.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = new URL('../../../dist/', import.meta.url);

/** @type {typeof import('../../../src/decision/answers/read-answers.ts')} */
export const { readAnswers } = await import(built('decision/answers/read-answers.js'));

/** @type {typeof import('../../../src/decision/answers/standing.ts')} */
export const { isEnabled, standingOf } = await import(built('decision/answers/standing.js'));

/** @type {typeof import('../../../src/decision/evaluation/evaluate.ts')} */
export const { evaluate } = await import(built('decision/evaluation/evaluate.js'));

/** @type {typeof import('../../../src/decision/evaluation/read-weights.ts')} */
export const { readWeights } = await import(built('decision/evaluation/read-weights.js'));

/** @type {typeof import('../../../src/decision/sensitivity/next-question.ts')} */
export const { nextQuestions } = await import(built('decision/sensitivity/next-question.js'));

/** @type {typeof import('../../../src/decision/sensitivity/random.ts')} */
export const { seededRandom } = await import(built('decision/sensitivity/random.js'));

/** @type {typeof import('../../../src/report/chart/palette.ts')} */
export const { CHART_STYLE, palette } = await import(built('report/chart/palette.js'));

/** @type {typeof import('../../../src/models/load-catalogue.ts')} */
const { loadCatalogue } = await import(built('models/load-catalogue.js'));

/** The latest version of the model that comes with the service. */
export const builtInModel = latestModel('delivery-approach');

/** @param {string} id */
function latestModel(id) {
  const directory = join(fileURLToPath(dist), 'models');
  const model = loadCatalogue({ directories: [directory], log: { warn: () => {} } }).find(id);
  if (model === undefined) throw new Error(`There is no model ${id} in ${directory}.`);
  return model;
}

/**
 * The address of a built file. The types come from its source, for the file itself has none.
 *
 * @param {string} path
 */
function built(path) {
  return new URL(path, dist).href;
}
