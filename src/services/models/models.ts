import { answersSchema, type JsonSchema } from '../../decision/answers/answers-schema.ts';
import { type Depth, type Questionnaire, questionnaire } from '../../decision/answers/questionnaire.ts';
import type { CataloguedModel, ModelCatalogue, ModelSummary } from '../model-catalogue.ts';
import { servedModel } from './served-model.ts';

/** Reading the decision models that are served. What is not served is refused with `model-not-found`. */
export interface Models {
  list(): readonly ModelSummary[];
  find(id: string, version?: string): CataloguedModel;
  questionnaire(id: string, wish: { readonly depth: Depth; readonly version?: string }): Questionnaire;
  answersSchema(id: string, version: string): JsonSchema;
}

/** The models of a catalogue. */
export function createModels({ catalogue }: { readonly catalogue: ModelCatalogue }): Models {
  const find = (id: string, version?: string) => servedModel(catalogue, id, version);
  return {
    list: () => catalogue.list(),
    find,
    questionnaire: (id, { depth, version }) => questionnaire(find(id, version).compiled, depth),
    answersSchema: (id, version) => answersSchema(find(id, version).compiled),
  };
}
