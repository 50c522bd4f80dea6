import { type Created, created, creationClaim } from '../creation-claim.ts';
import { expectAccess } from '../identity/access.ts';
import type { Caller } from '../identity/caller.ts';
import type { ModelCatalogue } from '../model-catalogue.ts';
import { inputErrors, type RawInput, readInput } from '../models/model-input.ts';
import type { PinnedModels } from '../models/pinned-models.ts';
import { servedModel } from '../models/served-model.ts';
import { type InvalidPlace, refuse } from '../refusal.ts';
import type { Assessment, Scope, Store } from '../store.ts';
import type { Assessments } from './assessments.ts';
import { sift } from './carried-over.ts';
import { firstRevision, type NewAssessment } from './new-assessment.ts';

/** A new assessment that goes on from an older one; what it says itself takes the place of what is there. */
export interface CarryOver extends Omit<NewAssessment, 'subject' | 'model'> {
  /** The id of the older assessment. */
  readonly from: string;
  /** That of the older assessment when left out. */
  readonly subject?: NewAssessment['subject'];
  /** No other than that of the older assessment. */
  readonly model?: string;
}

/** As {@link CarryOver}, before anybody has looked at the answers and weights. */
export type CarryOverWish = Pick<CarryOver, 'from' | 'model' | 'version'> & RawInput;

/** Carrying answers and weights over from an older assessment to a new one with another version of its model. */
export interface CarryOvers {
  /** Leaves the older one as it is; needs to be allowed to read it. Sent again, it looks at the older one no more. */
  create(caller: Caller, wish: CarryOver, idempotencyKey?: string): Promise<Created<Assessment>>;
  /** What would be refused about the model, answers and weights, for callers that have more to refuse. */
  errors(caller: Caller, wish: CarryOverWish): Promise<readonly InvalidPlace[]>;
}

/** What carrying over depends on. */
export interface CarryOversNeeds {
  readonly assessments: Pick<Assessments, 'find'>;
  readonly store: Pick<Store, 'assessments'>;
  readonly catalogue: ModelCatalogue;
  readonly pinned: Pick<PinnedModels, 'find'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

const READING = { permission: 'assessments:read' } as const;

/** Carry-overs within a store; time and ids come from outside. */
export function createCarryOvers({ assessments, store, catalogue, pinned, now, newId }: CarryOversNeeds): CarryOvers {
  async function carriedOver(scope: Scope, origin: Assessment, wish: CarryOver): Promise<Assessment> {
    const { compiled: after } = servedModel(catalogue, origin.model, wish.version);
    expectModel(origin, wish, inputErrors(after, wish));
    const before = (await pinned.find(scope, origin))?.compiled;
    const { left, ...kept } = sift(origin, wish, { before, after });
    const answers = { ...kept.answers, ...wish.answers };
    const weights = { ...kept.weights, ...wish.weights };
    readInput(after, { answers, weights });
    const request = { subject: wish.subject ?? origin.subject, model: origin.model, answers, weights };
    const first = firstRevision(request, { model: after.document, id: wish.id ?? newId(), at: now() });
    const { id: from, revision, model, version } = origin;
    return { ...first, carriedOver: { from, revision, model, version, left } };
  }

  return {
    async create(caller, wish, idempotencyKey) {
      expectAccess(caller, READING);
      const { scope } = caller;
      const claim = creationClaim({ operation: 'createAssessment', id: wish.id, idempotencyKey, content: wish });
      const earlier = await store.assessments.claimed(scope, claim);
      if (earlier !== undefined) return created(earlier);
      const origin = await assessments.find(scope, wish.from);
      return created(await store.assessments.create(scope, await carriedOver(scope, origin, wish), claim));
    },

    async errors(caller, wish) {
      expectAccess(caller, READING);
      const origin = await assessments.find(caller.scope, wish.from);
      const { compiled } = servedModel(catalogue, origin.model, wish.version);
      return [...modelErrors(origin, wish), ...inputErrors(compiled, wish)];
    },
  };
}

function expectModel(origin: Assessment, wish: CarryOverWish, more: readonly InvalidPlace[]): void {
  const errors = modelErrors(origin, wish);
  if (errors.length === 0) return;
  refuse('invalid-request', { detail: 'Answers can be carried over within their model only.', errors: [...errors, ...more] });
}

function modelErrors({ model }: Assessment, wish: CarryOverWish): readonly InvalidPlace[] {
  if (wish.model === undefined || wish.model === model) return [];
  return [{ pointer: '/model', code: 'other-model', message: `Leave this out: what is carried over is about ${model}.` }];
}
