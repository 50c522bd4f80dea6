import type { CataloguedModel, ModelCatalogue } from '../model-catalogue.ts';
import { refuse } from '../refusal.ts';
import type { Assessment, Scope, Store } from '../store.ts';
import { presentHash, restored } from './archived-model.ts';

/** The model versions that assessments are pinned to, whether they are still served or not. */
export interface PinnedModels {
  /** The served model, else the one kept with the assessment's latest record; undefined when it is lost. */
  find(scope: Scope, assessment: Assessment): Promise<CataloguedModel | undefined>;
  /** The served model, else the one kept with the assessment's latest record; refuses with `model-not-found`. */
  of(scope: Scope, assessment: Assessment): Promise<CataloguedModel>;
}

/** Models out of a catalogue first, then out of the archive in a store. */
export function createPinnedModels({
  catalogue,
  store,
}: {
  readonly catalogue: ModelCatalogue;
  readonly store: Store;
}): PinnedModels {
  async function archived(scope: Scope, assessmentId: string): Promise<CataloguedModel | undefined> {
    const { items } = await store.recommendations.list(scope, { assessmentId }, { limit: 1 });
    const kept = items[0] && (await store.models.find(scope, items[0].contentHash));
    return kept && presentHash(kept) === kept.contentHash ? restored(kept) : undefined;
  }

  async function find(scope: Scope, { id, model, version }: Assessment): Promise<CataloguedModel | undefined> {
    return catalogue.find(model, version) ?? (await archived(scope, id));
  }

  return {
    find,
    async of(scope, assessment) {
      return (await find(scope, assessment)) ?? refuseLost(assessment);
    },
  };
}

function refuseLost({ model, version }: Assessment): never {
  return refuse('model-not-found', {
    detail: `This assessment is pinned to ${model} ${version}, which is no longer served and was not kept with a recommendation.`,
  });
}
