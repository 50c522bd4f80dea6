import { type NextQuestions, type NextRequest, nextQuestions } from '../../decision/sensitivity/next-question.ts';
import { type Created, created, creationClaim } from '../creation-claim.ts';
import { type ExpectedRevision, expectRevision, refuseStale } from '../expected-revision.ts';
import type { ModelCatalogue } from '../model-catalogue.ts';
import { inputErrors, type RawInput, readInput, removalErrors } from '../models/model-input.ts';
import type { PinnedModels } from '../models/pinned-models.ts';
import { servedModel } from '../models/served-model.ts';
import { type PageOf, type PageWish, pageOf, pageRequest } from '../page-cursor.ts';
import { type InvalidPlace, refuse } from '../refusal.ts';
import type { Assessment, AssessmentFilter, Change, Scope, Store } from '../store.ts';
import { type AssessmentChange, changedParts, nextRevision } from './assessment-change.ts';
import { firstRevision, type NewAssessment } from './new-assessment.ts';

/** Keeping one subject's answers over time. */
export interface Assessments {
  create(scope: Scope, request: NewAssessment, idempotencyKey?: string): Promise<Created<Assessment>>;
  find(scope: Scope, id: string): Promise<Assessment>;
  list(scope: Scope, filter: AssessmentFilter, page: PageWish): Promise<PageOf<Assessment>>;
  /** The assessment after the change; with `any` expected, applied to whatever is current. */
  change(scope: Scope, id: string, change: AssessmentChange, expected: ExpectedRevision): Promise<Assessment>;
  /** The open questions that can move the result furthest. */
  next(scope: Scope, id: string, wish: Pick<NextRequest, 'count' | 'depth'>): Promise<NextQuestions>;
  remove(scope: Scope, id: string, expected: ExpectedRevision): Promise<void>;
  /** What would be refused about the answers and weights of a change, for callers that have more to refuse. */
  changeErrors(scope: Scope, id: string, change: RawInput): Promise<readonly InvalidPlace[]>;
}

/** What keeping assessments depends on. */
export interface AssessmentsNeeds {
  readonly store: Store;
  readonly catalogue: ModelCatalogue;
  readonly pinned: PinnedModels;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Assessments kept in a store; time and ids come from outside. */
export function createAssessments({ store, catalogue, pinned, now, newId }: AssessmentsNeeds): Assessments {
  async function find(scope: Scope, id: string): Promise<Assessment> {
    return (
      (await store.assessments.find(scope, id)) ?? refuse('assessment-not-found', { detail: `There is no assessment ${id}.` })
    );
  }

  const assessments: Assessments = {
    find,

    async create(scope, request, idempotencyKey) {
      const { compiled } = servedModel(catalogue, request.model, request.version);
      readInput(compiled, request);
      const assessment = firstRevision(request, { model: compiled.document, id: request.id ?? newId(), at: now() });
      // Among those whom pages let in, nobody gets what a page of somebody else created.
      const content = scope.actor.kind === 'embed-key' ? { ...request, by: scope.actor.id } : request;
      const claim = creationClaim({ operation: 'createAssessment', id: request.id, idempotencyKey, content });
      return created(await store.assessments.create(scope, assessment, claim));
    },

    async list(scope, filter, wish) {
      const list = ['assessments', filter];
      return pageOf(await store.assessments.list(scope, filter, pageRequest(wish, list)), list);
    },

    async change(scope, id, change, expected) {
      const present = await find(scope, id);
      expectRevision(expected, present.revision);
      const parts = changedParts(present, change);
      const { compiled } = await pinned.of(scope, present);
      const errors = removalErrors(compiled, change);
      if (errors.length > 0) refuseChange([...inputErrors(compiled, parts), ...errors]);
      readInput(compiled, parts);
      const next = nextRevision(present, parts, now());
      if (next === present) return present;
      const result = await store.assessments.replace(scope, present, next);
      if (result.kind === 'stale' && expected === 'any') return assessments.change(scope, id, change, expected);
      return changeResult(result, id);
    },

    async next(scope, id, wish) {
      const present = await find(scope, id);
      const { compiled } = await pinned.of(scope, present);
      return nextQuestions(compiled, { ...readInput(compiled, present), ...wish });
    },

    async remove(scope, id, expected) {
      const present = await find(scope, id);
      expectRevision(expected, present.revision);
      const result = await store.assessments.remove(scope, id, { revision: present.revision, at: now() });
      if (result.kind === 'stale' && expected === 'any') return assessments.remove(scope, id, expected);
      changeResult(result, id);
    },

    async changeErrors(scope, id, change) {
      const present = await find(scope, id);
      const { compiled } = await pinned.of(scope, present);
      return [...inputErrors(compiled, changedParts(present, change)), ...removalErrors(compiled, change)];
    },
  };
  return assessments;
}

function changeResult<T>(change: Change<T>, id: string): T {
  if (change.kind === 'changed') return change.value;
  if (change.kind === 'stale') return refuseStale(change.currentRevision);
  return refuse('assessment-not-found', { detail: `There is no assessment ${id}.` });
}

function refuseChange(errors: readonly InvalidPlace[]): never {
  return refuse('answers-invalid', { detail: 'What does not fit the model is named in errors.', errors });
}
