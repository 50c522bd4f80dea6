import { builtInModel, seededRandom } from '../subject/product.js';
import { respondents } from '../subject/respondents.js';

/** Share of the questions that are left open. */
const OPEN = 1 / 3;

/**
 * Requests to evaluate the answers of invented people, each another one, as JSON; the same ones every time.
 *
 * @param {number} count
 * @returns {readonly string[]}
 */
export function evaluationBodies(count) {
  const random = seededRandom(count);
  return respondents(builtInModel.compiled, { seed: 1, count }).map((respondent) =>
    JSON.stringify({ answers: Object.fromEntries(Object.entries(respondent).filter(() => random() >= OPEN)) }),
  );
}
