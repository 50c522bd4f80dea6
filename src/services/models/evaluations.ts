import type { CompiledModel } from '../../decision/compile/compiled-model.ts';
import { evaluate } from '../../decision/evaluation/evaluate.ts';
import type { Evaluation, Explain } from '../../decision/evaluation/evaluation.ts';
import { type NextQuestions, type NextRequest, nextQuestions } from '../../decision/sensitivity/next-question.ts';
import type { EvaluationTally } from '../evaluation-tally.ts';
import type { ModelCatalogue } from '../model-catalogue.ts';
import { type InvalidPlace, refuse } from '../refusal.ts';
import { type Comparisons, type ComparisonWish, compare } from './comparisons.ts';
import { inputErrors, lockedErrors, type RawInput, readInput } from './model-input.ts';
import { servedModel } from './served-model.ts';

/** Answers to evaluate, the latest version of the model when none is named. */
export interface EvaluationWish extends RawInput {
  readonly version?: string;
  /** Ids of questions that are not to be changed when it is worked out what would change the result. */
  readonly locked?: readonly string[];
}

/** Answers to go on from. */
export type NextWish = RawInput & Pick<NextRequest, 'count' | 'depth'> & { readonly version?: string };

/** Working with answers without storing anything. */
export interface Evaluations {
  evaluate(model: string, wish: EvaluationWish, explain: Explain): Evaluation;
  /** The open questions that can move the result furthest. */
  next(model: string, wish: NextWish): NextQuestions;
  /** Scenarios beside a base. */
  compare(model: string, wish: ComparisonWish): Comparisons;
  /** What would be refused about the answers and weights, for callers that have more to refuse. */
  errors(model: string, wish: EvaluationWish): readonly InvalidPlace[];
}

/** What evaluating depends on. */
export interface EvaluationsNeeds {
  readonly catalogue: ModelCatalogue;
  readonly tally: EvaluationTally;
}

/** Evaluations with the models of a catalogue. */
export function createEvaluations({ catalogue, tally }: EvaluationsNeeds): Evaluations {
  return {
    evaluate(id, wish, explain) {
      const { compiled, contentHash } = servedModel(catalogue, id, wish.version);
      const locked = wish.locked === undefined ? undefined : lockedIn(compiled, wish, wish.locked);
      const { answers, weights } = readInput(compiled, wish);
      const evaluation = evaluate(compiled, { answers, weights, ...(locked && { locked }), explain, contentHash });
      tally(id, evaluation.outcome.recommended ?? 'none');
      return evaluation;
    },
    next(id, { version, count, depth, ...raw }) {
      const { compiled } = servedModel(catalogue, id, version);
      return nextQuestions(compiled, { ...readInput(compiled, raw), count, depth });
    },
    compare: (id, wish) => compare(catalogue, id, wish),
    errors(id, wish) {
      const model = catalogue.find(id, wish.version);
      return model === undefined ? [] : inputErrors(model.compiled, wish);
    },
  };
}

/** The questions that are locked; refuses those that the model does not have, along with everything else. */
function lockedIn(model: CompiledModel, wish: EvaluationWish, locked: readonly string[]): ReadonlySet<string> {
  const errors = lockedErrors(model, locked);
  if (errors.length === 0) return new Set(locked);
  return refuse('answers-invalid', {
    detail: 'A question that is locked must be one of the model.',
    errors: [...inputErrors(model, wish), ...errors],
  });
}
