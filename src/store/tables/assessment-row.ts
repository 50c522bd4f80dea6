import type { Verdict } from '../../decision/model/document.ts';
import type { CarriedOver } from '../../services/assessments/carried-over.ts';
import type { Assessment, RecommendationGlance, Scope, Subject, Weights } from '../../services/store.ts';
import type { Assessment as AssessmentRow, AssessmentTag as TaggingRow } from '../generated/sqlite/client.ts';
import { assessmentsIn } from './in-scope.ts';
import { searchTextOf } from './search-text.ts';

/** What a recommendation of nothing is noted as in the assessment: an id that no alternative may have. */
export const NOTHING = 'none';

/** The columns that a change of an assessment writes; what is known of its recommendations is not among them. */
export function changingColumns({ subject, model, version, answers, weights, revision, updatedAt }: Assessment) {
  return {
    subjectRef: subject.ref,
    name: subject.name,
    tags: JSON.stringify(subject.tags),
    searchText: searchTextOf(subject),
    model,
    version,
    answers: JSON.stringify(answers),
    weights: JSON.stringify(weights),
    revision,
    updatedAt,
  };
}

/** The column in which an assessment notes what it began with; it is written once. */
export function carriedColumn({ carriedOver }: Assessment) {
  return { carriedOver: carriedOver === undefined ? null : JSON.stringify(carriedOver) };
}

/** The rows that an assessment is found by its tags with: one for each of them. */
export function taggings({ workspace }: Scope, { id: assessmentId, subject }: Assessment): TaggingRow[] {
  return [...new Set(subject.tags)].map((tag) => ({ workspace, assessmentId, tag }));
}

/** The columns in which an assessment notes its latest recommendation. */
export function latestColumns({ id, recommended, verdict, createdAt }: RecommendationGlance) {
  return { latestId: id, latestRecommended: recommended ?? NOTHING, latestVerdict: verdict, latestCreatedAt: createdAt };
}

/** The assessment in a row. Its JSON texts and its verdict are what the functions above wrote. */
export function assessmentOf(row: AssessmentRow): Assessment {
  const latest = latestOf(row);
  return {
    id: row.id,
    subject: { ref: row.subjectRef, name: row.name, tags: JSON.parse(row.tags) as Subject['tags'] },
    model: row.model,
    version: row.version,
    answers: JSON.parse(row.answers) as Assessment['answers'],
    weights: JSON.parse(row.weights) as Weights,
    revision: row.revision,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    ...(row.carriedOver !== null && { carriedOver: JSON.parse(row.carriedOver) as CarriedOver }),
    ...(latest && { latestRecommendation: latest }),
  };
}

function latestOf(row: AssessmentRow): RecommendationGlance | undefined {
  const { latestId: id, latestRecommended: recommended, latestVerdict: verdict, latestCreatedAt: createdAt } = row;
  if (id === null || recommended === null || verdict === null || createdAt === null) return undefined;
  return {
    id,
    ...(recommended !== NOTHING && { recommended }),
    verdict: verdict as Verdict,
    createdAt,
  };
}

/** The columns that say which assessment; none where it is not the one that the scope has. */
export function assessmentKey(scope: Scope, id: string) {
  const { workspace, ...visible } = assessmentsIn(scope);
  return { workspace_id: { workspace, id }, ...visible };
}
