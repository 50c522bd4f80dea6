import { evaluationGrowth } from './evaluations.js';
import { listGrowth } from './lists.js';

/** @import { Figure } from '../frame/figure.js' */

/**
 * How time and memory grow with what is to be done, and with what is stored.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function growth() {
  return [...(await evaluationGrowth()), ...(await listGrowth())];
}
