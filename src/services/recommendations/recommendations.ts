import { evaluate } from '../../decision/evaluation/evaluate.ts';
import { type Created, created, creationClaim } from '../creation-claim.ts';
import type { EvaluationTally } from '../evaluation-tally.ts';
import { type ExpectedRevision, expectRevision, expects } from '../expected-revision.ts';
import { readInput } from '../models/model-input.ts';
import type { PinnedModels } from '../models/pinned-models.ts';
import { type PageOf, type PageWish, pageOf, pageRequest } from '../page-cursor.ts';
import { refuse } from '../refusal.ts';
import type { ArchivedModel, Assessment, RecommendationFilter, Scope, Store, StoredRecommendation } from '../store.ts';
import { recommendationOf } from './recommendation-document.ts';
import { type Verification, verification } from './verification.ts';

/** A recommendation to record for an assessment. */
export interface RecordingWish {
  readonly id?: string;
  readonly expected: ExpectedRevision;
  readonly idempotencyKey?: string | undefined;
}

/** Evaluations that are kept. */
export interface Recommendations {
  /** Evaluates the assessment's present answers in full and keeps the result; sent again, it gives what was kept then, also after later changes. */
  record(scope: Scope, assessmentId: string, wish: RecordingWish): Promise<Created<StoredRecommendation>>;
  find(scope: Scope, id: string): Promise<StoredRecommendation>;
  list(scope: Scope, filter: RecommendationFilter, page: PageWish): Promise<PageOf<StoredRecommendation>>;
  listOf(scope: Scope, assessmentId: string, page: PageWish): Promise<PageOf<StoredRecommendation>>;
  /** Recomputes a recommendation from what was stored with it; that somebody did is audited. */
  verify(scope: Scope, id: string): Promise<Verification>;
}

/** What keeping recommendations depends on. */
export interface RecommendationsNeeds {
  readonly store: Store;
  readonly pinned: PinnedModels;
  readonly tally: EvaluationTally;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Recommendations kept in a store; time and ids come from outside. */
export function createRecommendations({ store, pinned, tally, now, newId }: RecommendationsNeeds): Recommendations {
  async function find(scope: Scope, id: string): Promise<StoredRecommendation> {
    return (
      (await store.recommendations.find(scope, id)) ??
      refuse('recommendation-not-found', { detail: `There is no recommendation ${id}.` })
    );
  }

  async function assessmentOf(scope: Scope, id: string): Promise<Assessment> {
    return (await store.assessments.find(scope, id)) ?? refuseAssessment(id);
  }

  async function list(scope: Scope, filter: RecommendationFilter, wish: PageWish): Promise<PageOf<StoredRecommendation>> {
    const named = ['recommendations', filter];
    return pageOf(await store.recommendations.list(scope, filter, pageRequest(wish, named)), named);
  }

  return {
    find,
    list,

    async record(scope, assessmentId, { id, expected, idempotencyKey }) {
      const assessment = await assessmentOf(scope, assessmentId);
      const content = { assessmentId, expected };
      const claim = creationClaim({ operation: 'recordRecommendation', id, idempotencyKey, content });
      const earlier = expects(expected, assessment.revision) ? undefined : await store.recommendations.claimed(scope, claim);
      if (earlier !== undefined) return created(earlier);
      expectRevision(expected, assessment.revision);
      const { compiled, contentHash, canonical } = await pinned.of(scope, assessment);
      const evaluation = evaluate(compiled, { ...readInput(compiled, assessment), explain: 'full', contentHash });
      const recommendation = recommendationOf(assessment, { id: id ?? newId(), at: now(), evaluation });
      const model: ArchivedModel = { contentHash, id: assessment.model, version: assessment.version, document: canonical };
      const result = await store.recommendations.record(scope, recommendation, model, claim);
      if (result.kind === 'created') tally(assessment.model, evaluation.outcome.recommended ?? 'none');
      return result.kind === 'missing' ? refuseAssessment(assessmentId) : created(result);
    },

    async listOf(scope, assessmentId, page) {
      await assessmentOf(scope, assessmentId);
      return list(scope, { assessmentId }, page);
    },

    async verify(scope, id) {
      const stored = await find(scope, id);
      const shown = verification(stored, await store.models.find(scope, stored.contentHash));
      const resource = { kind: 'recommendation', id } as const;
      await store.audit.append(scope, { at: now(), action: 'verify', resource, assessmentId: stored.assessmentId });
      return shown;
    },
  };
}

function refuseAssessment(id: string): never {
  return refuse('assessment-not-found', { detail: `There is no assessment ${id}.` });
}
