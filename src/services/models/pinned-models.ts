import type { CataloguedModel, ModelCatalogue } from '../model-catalogue.ts';
import { refuse } from '../refusal.ts';
import type { Assessment, Scope, Store } from '../store.ts';
import { presentHash, restored } from './archived-model.ts';

/** The model versions that assessments are pinned to, whether they are still served or not. */
export interface PinnedModels {
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
  return {
    async of(scope, { id, model, version }) {
      return (
        catalogue.find(model, version) ??
        (await archived(scope, id)) ??
        refuse('model-not-found', {
          detail: `This assessment is pinned to ${model} ${version}, which is no longer served and was not kept with a recommendation.`,
        })
      );
    },
  };
}
