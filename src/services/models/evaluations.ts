import { evaluate } from '../../decision/evaluation/evaluate.ts';
import type { Evaluation, Explain } from '../../decision/evaluation/evaluation.ts';
import type { ModelCatalogue } from '../model-catalogue.ts';
import type { InvalidPlace } from '../refusal.ts';
import { inputErrors, type RawInput, readInput } from './model-input.ts';
import { servedModel } from './served-model.ts';

/** Answers to evaluate, the latest version of the model when none is named. */
export interface EvaluationWish extends RawInput {
  readonly version?: string;
}

/** Working with answers without storing anything. */
export interface Evaluations {
  evaluate(model: string, wish: EvaluationWish, explain: Explain): Evaluation;
  /** What would be refused about the answers and weights, for callers that have more to refuse. */
  errors(model: string, wish: EvaluationWish): readonly InvalidPlace[];
}

export function createEvaluations({ catalogue }: { readonly catalogue: ModelCatalogue }): Evaluations {
  return {
    evaluate(id, wish, explain) {
      const { compiled, contentHash } = servedModel(catalogue, id, wish.version);
      return evaluate(compiled, { ...readInput(compiled, wish), explain, contentHash });
    },
    errors(id, wish) {
      const model = catalogue.find(id, wish.version);
      return model === undefined ? [] : inputErrors(model.compiled, wish);
    },
  };
}
