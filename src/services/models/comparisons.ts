import { evaluate } from '../../decision/evaluation/evaluate.ts';
import type { AlternativeResult, Evaluation, Outcome } from '../../decision/evaluation/evaluation.ts';
import { type Comparison, comparisonOf } from '../../decision/sensitivity/compare.ts';
import { changedEntries } from '../changed-entries.ts';
import type { ModelCatalogue } from '../model-catalogue.ts';
import { type InvalidPlace, refuse } from '../refusal.ts';
import { inputErrors, type RawInput, readInput, removalErrors } from './model-input.ts';
import { servedModel } from './served-model.ts';

/** What to compare: scenarios name only what is different from the base. */
export interface ComparisonWish {
  readonly base: RawInput & { readonly version?: string };
  readonly scenarios: readonly (RawInput & { readonly name: string; readonly version?: string })[];
}

/** How the base and the scenarios come out. */
export interface Comparisons {
  readonly base: { readonly outcome: Outcome; readonly alternatives: readonly AlternativeResult[] };
  readonly scenarios: readonly (Comparison & { readonly name: string })[];
}

/** Sets scenarios beside a base. All that does not fit is refused at once, each place by its scenario. */
export function compare(catalogue: ModelCatalogue, id: string, { base, scenarios }: ComparisonWish): Comparisons {
  const inputs = scenarios.map((scenario): RawInput & { readonly version?: string } => {
    const version = scenario.version ?? base.version;
    return {
      answers: changedEntries(base.answers ?? {}, scenario.answers),
      weights: changedEntries(base.weights ?? {}, scenario.weights),
      ...(version !== undefined && { version }),
    };
  });
  const places = inputs.map((input, index) => ({ input, change: scenarios[index] ?? {}, place: `/scenarios/${index}` }));
  const errors = [{ input: base, change: {}, place: '/base' }, ...places].flatMap((one) => errorsAt(catalogue, id, one));
  if (errors.length > 0) refuse('answers-invalid', { detail: `What does not fit ${id} is named in errors.`, errors });
  const evaluated = (input: RawInput & { readonly version?: string }): Evaluation => {
    const { compiled, contentHash } = servedModel(catalogue, id, input.version);
    return evaluate(compiled, { ...readInput(compiled, input), explain: 'full', contentHash });
  };
  const before = evaluated(base);
  return {
    base: { outcome: before.outcome, alternatives: before.alternatives },
    scenarios: inputs.map((input, index) => ({ name: scenarios[index]?.name ?? '', ...comparisonOf(before, evaluated(input)) })),
  };
}

/** What a model is asked to evaluate, how it was changed, and where the request says so. */
interface PlacedInput {
  readonly input: RawInput & { readonly version?: string };
  readonly change: RawInput;
  readonly place: string;
}

function errorsAt(catalogue: ModelCatalogue, id: string, { input, change, place }: PlacedInput): readonly InvalidPlace[] {
  const { compiled } = servedModel(catalogue, id, input.version);
  const errors = [...inputErrors(compiled, input), ...removalErrors(compiled, change)];
  return errors.map((error) => ({ ...error, pointer: place + error.pointer }));
}
