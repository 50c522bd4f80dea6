import { evaluationGrowth } from './growth/evaluations.js';

/** @import { Figure } from './frame/figure.js' */

/**
 * How time and memory grow with what is to be done.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function growth() {
  return evaluationGrowth();
}
