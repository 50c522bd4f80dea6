// What is tried: the product as it was built, seen with the types of its sources.

const dist = new URL('../../dist/', import.meta.url);

/** @type {typeof import('../../src/decision/answers/read-answers.ts')} */
export const { readAnswers } = await import(built('decision/answers/read-answers.js'));

/** @type {typeof import('../../src/decision/compile/compile.ts')} */
export const { compile } = await import(built('decision/compile/compile.js'));

/** @type {typeof import('../../src/decision/evaluation/evaluate.ts')} */
export const { evaluate } = await import(built('decision/evaluation/evaluate.js'));

/** @type {typeof import('../../src/decision/evaluation/judgement.ts')} */
export const { judge } = await import(built('decision/evaluation/judgement.js'));

/** @type {typeof import('../../src/decision/evaluation/read-weights.ts')} */
export const { readWeights } = await import(built('decision/evaluation/read-weights.js'));

/** @type {typeof import('../../src/decision/sensitivity/samples/random.ts')} */
export const { seededRandom } = await import(built('decision/sensitivity/samples/random.js'));

/** @type {typeof import('../../src/report/chart/palette.ts')} */
export const { CHART_STYLE, palette } = await import(built('report/chart/palette.js'));

/**
 * The address of a built file. The types come from its source, for the file itself has none.
 *
 * @param {string} path
 */
function built(path) {
  return new URL(path, dist).href;
}
