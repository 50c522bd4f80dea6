import { compareBuild } from 'semver';
import type { CataloguedModel, ModelCatalogue, ModelSummary } from '../services/model-catalogue.ts';

/** A catalogue of models, each with an id and version of its own. Ids are listed in alphabetical order. */
export function catalogueOf(models: readonly CataloguedModel[]): ModelCatalogue {
  const sorted = models.toSorted(byIdAndVersion);
  const latest = new Map(sorted.map((model) => [model.compiled.document.id, model]));
  const exact = new Map(sorted.map((model) => [nameOf(model), model]));
  const summaries = [...latest.values()].map((model) => summaryOf(model, sorted));
  return {
    list: () => summaries,
    find: (id, version) => (version === undefined ? latest.get(id) : exact.get(`${id} ${version}`)),
  };
}

/** What a model is called: its id and version, which together are its own. */
export function nameOf({ compiled: { document } }: CataloguedModel): string {
  return `${document.id} ${document.version}`;
}

function summaryOf({ compiled: { document } }: CataloguedModel, sorted: readonly CataloguedModel[]): ModelSummary {
  const versions = sorted.map((model) => model.compiled.document).filter(({ id }) => id === document.id);
  const { id, title, version: latest } = document;
  return Object.freeze({ id, title, latest, versions: Object.freeze(versions.map(({ version }) => version)) });
}

function byIdAndVersion(left: CataloguedModel, right: CataloguedModel): number {
  const [one, other] = [left.compiled.document, right.compiled.document];
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return compareBuild(one.version, other.version);
}
