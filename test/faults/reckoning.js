// Compares what was acknowledged with what is there, as any caller sees it.

import { TAG } from './writer.js';

/**
 * @typedef {object} Reckoning
 * @property {number} lost acknowledged writes that are not there
 * @property {number} duplicated subjects, recommendations and audit entries that are there more than once
 * @property {number} halfWritten assessments of which a part is missing: tags, audit entries, the note of the latest record
 */

/** @typedef {{ id: string, revision: number, subject: { ref: string }, latestRecommendation?: { id: string } }} Assessment */
/** @typedef {{ id: string, assessmentId: string }} Recommendation */
/** @typedef {{ action: string, resource: { id: string } }} AuditEntry */

/**
 * @param {string} url
 * @param {readonly import('./writer.js').Acknowledged[]} acknowledged
 * @returns {Promise<Reckoning>}
 */
export async function reckon(url, acknowledged) {
  /** @type {readonly Assessment[]} */
  const assessments = await everything(`${url}/v1/assessments?limit=100`);
  const tagged = await everything(`${url}/v1/assessments?limit=100&tag=${TAG}`);
  /** @type {readonly Recommendation[]} */
  const recommendations = await everything(`${url}/v1/recommendations?limit=100`);
  /** @type {readonly AuditEntry[]} */
  const audit = await everything(`${url}/v1/audit?limit=100`);
  const byRef = grouped(assessments, ({ subject }) => subject.ref);
  const byAssessment = grouped(recommendations, ({ assessmentId }) => assessmentId);
  const events = grouped(audit, ({ action, resource }) => `${action} ${resource.id}`);
  const duplicates = [byRef, byAssessment, events].flatMap((groups) => [...groups.values()].filter(({ length }) => length > 1));
  return {
    lost: acknowledged.filter(({ ref, id, recommendation }) => {
      const [assessment] = byRef.get(ref) ?? [];
      const [record] = byAssessment.get(id) ?? [];
      return assessment?.id !== id || assessment.revision !== 2 || record?.id !== recommendation;
    }).length,
    duplicated: duplicates.length,
    halfWritten: assessments.filter((assessment) => !isWhole(assessment)).length + (assessments.length - tagged.length),
  };

  /** @param {Assessment} assessment */
  function isWhole({ id, revision, latestRecommendation }) {
    const records = byAssessment.get(id) ?? [];
    const audited = events.has(`create ${id}`) && events.has(`change ${id}`) === revision > 1;
    return audited && records.every((record) => record.id === latestRecommendation?.id && events.has(`record ${record.id}`));
  }
}

/**
 * All items of a list, page by page.
 *
 * @template T
 * @param {string} address
 * @returns {Promise<readonly T[]>}
 */
async function everything(address) {
  /** @type {T[]} */
  const items = [];
  for (let page = address; ; ) {
    const response = await fetch(page);
    if (!response.ok) throw new Error(`${page}: ${response.status}`);
    const { items: some, next } = await response.json();
    items.push(...some);
    if (next === undefined) return items;
    page = `${address}&cursor=${encodeURIComponent(next)}`;
  }
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => string} nameOf
 */
function grouped(items, nameOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}
