import type { CataloguedModel, ModelCatalogue } from '../model-catalogue.ts';
import { refuse } from '../refusal.ts';

/** A model that this process serves, the latest version when none is named; refuses with `model-not-found`. */
export function servedModel(catalogue: ModelCatalogue, id: string, version?: string): CataloguedModel {
  return catalogue.find(id, version) ?? refuse('model-not-found', { detail: whyNot(catalogue, id) });
}

function whyNot(catalogue: ModelCatalogue, id: string): string {
  const models = catalogue.list();
  const model = models.find((one) => one.id === id);
  if (model !== undefined) return `${id} is served in the versions ${model.versions.join(', ')}.`;
  return `The models served here are ${models.map((one) => one.id).join(', ')}.`;
}
