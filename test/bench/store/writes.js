/**
 * @import { Assessment, ArchivedModel, CreationClaim, Store, StoredRecommendation } from '../../../src/services/store.ts'
 *
 * What a store is told to write on one journey.
 *
 * @typedef {{
 *   readonly created: Assessment,
 *   readonly claim: CreationClaim,
 *   readonly changed: Assessment,
 *   readonly recommendation: StoredRecommendation,
 *   readonly model: ArchivedModel,
 *   readonly recommendationClaim: CreationClaim,
 * }} Writes
 */

/**
 * A store that also notes what it is told to write, and the writes of the journeys that went through it one by one.
 *
 * @param {Store} store
 */
export function notingStore(store) {
  /** @type {Partial<Writes>} */
  let noted = {};
  /** @type {Writes[]} */
  const writes = [];
  /** @type {Store} */
  const noting = {
    ...store,
    assessments: {
      ...store.assessments,
      create(scope, created, claim) {
        noted = { created, claim };
        return store.assessments.create(scope, created, claim);
      },
      replace(scope, present, changed) {
        noted = { ...noted, changed };
        return store.assessments.replace(scope, present, changed);
      },
    },
    recommendations: {
      ...store.recommendations,
      record(scope, recommendation, model, recommendationClaim) {
        // A journey that comes this far has created and changed its assessment.
        writes.push(/** @type {Writes} */ ({ ...noted, recommendation, model, recommendationClaim }));
        return store.recommendations.record(scope, recommendation, model, recommendationClaim);
      },
    },
  };
  return { store: noting, writes };
}
