// What is measured: the service as it was built, seen with the types of its sources.

import { fileURLToPath } from 'node:url';
import { built } from './built.js';

/** @type {typeof import('../../../src/decision/answers/read-answers.ts')} */
export const { readAnswers } = await import(built('decision/answers/read-answers.js'));

/** @type {typeof import('../../../src/decision/answers/standing.ts')} */
export const { isEnabled, standingOf } = await import(built('decision/answers/standing.js'));

/** @type {typeof import('../../../src/decision/compile/compile.ts')} */
export const { compile } = await import(built('decision/compile/compile.js'));

/** @type {typeof import('../../../src/decision/evaluation/tally.ts')} */
export const { tally } = await import(built('decision/evaluation/tally.js'));

/** @type {typeof import('../../../src/decision/evaluation/contribution.ts')} */
export const { contribute } = await import(built('decision/evaluation/contribution.js'));

/** @type {typeof import('../../../src/decision/evaluation/evaluate.ts')} */
export const { evaluate } = await import(built('decision/evaluation/evaluate.js'));

/** @type {typeof import('../../../src/decision/evaluation/read-weights.ts')} */
export const { readWeights } = await import(built('decision/evaluation/read-weights.js'));

/** @type {typeof import('../../../src/decision/sensitivity/samples/acceptability.ts')} */
export const { acceptabilityOf } = await import(built('decision/sensitivity/samples/acceptability.js'));

/** @type {typeof import('../../../src/decision/sensitivity/landscape/landscape.ts')} */
export const { createLandscape } = await import(built('decision/sensitivity/landscape/landscape.js'));

/** @type {typeof import('../../../src/decision/sensitivity/landscape/open-questions.ts')} */
export const { openQuestions } = await import(built('decision/sensitivity/landscape/open-questions.js'));

/** @type {typeof import('../../../src/decision/evaluation/judgement.ts')} */
export const { judge } = await import(built('decision/evaluation/judgement.js'));

/** @type {typeof import('../../../src/decision/sensitivity/next-question.ts')} */
export const { nextQuestions } = await import(built('decision/sensitivity/next-question.js'));

/** @type {typeof import('../../../src/decision/sensitivity/samples/random.ts')} */
export const { seededRandom } = await import(built('decision/sensitivity/samples/random.js'));

/** @type {typeof import('../../../src/report/chart/palette.ts')} */
export const { CHART_STYLE, palette } = await import(built('report/chart/palette.js'));

/** @type {typeof import('../../../src/models/load-catalogue.ts')} */
const { loadCatalogue } = await import(built('models/load-catalogue.js'));

/** The models that come with the service. */
export const catalogue = loadCatalogue({ directories: [fileURLToPath(built('models'))], log: { warn: () => {} } });

/** The latest version of the model about delivery. */
export const builtInModel = latestModel('delivery-approach');

/** @param {string} id */
function latestModel(id) {
  const model = catalogue.find(id);
  if (model === undefined) throw new Error(`There is no model ${id}.`);
  return model;
}
