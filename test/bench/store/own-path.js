import { v7 } from 'uuid';
import { createAssessments, createPinnedModels, createRecommendations } from '../subject/keeping.js';
import { catalogue } from '../subject/product.js';

/**
 * @import { Scope, Store } from '../../../src/services/store.ts'
 * @import { Journey } from './journey.js'
 */

/** @type {Scope} */
export const SCOPE = { workspace: 'default', actor: { kind: 'anyone', id: 'anyone' } };

/**
 * The way of a journey through the use cases and a store. It returns the milliseconds that evaluating took on it: that
 * is what happens between asking for the model and asking for the time when a recommendation is recorded.
 *
 * @param {Store} store
 */
export function ownPath(store) {
  let asked = 0;
  let evaluating = 0;
  const known = createPinnedModels({ catalogue, store });
  const pinned = {
    ...known,
    /** @type {typeof known.of} */
    async of(scope, assessment) {
      const found = await known.of(scope, assessment);
      asked = performance.now();
      return found;
    },
  };
  const now = () => {
    evaluating = performance.now() - asked;
    return new Date();
  };
  const needs = { store, catalogue, pinned, tally: () => {}, now, newId: () => v7() };
  const assessments = createAssessments(needs);
  const recommendations = createRecommendations(needs);
  return async (/** @type {Journey} */ { creation, change, key }) => {
    const { value: assessment } = await assessments.create(SCOPE, creation, key);
    await assessments.change(SCOPE, assessment.id, change, [1]);
    const recorded = await recommendations.record(SCOPE, assessment.id, { expected: [2], idempotencyKey: key });
    const spent = evaluating;
    await recommendations.find(SCOPE, recorded.value.id);
    return spent;
  };
}
