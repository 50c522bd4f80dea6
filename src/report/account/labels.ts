import type { Evaluation } from '../../decision/evaluation/evaluation.ts';
import type { Alternative, DecisionModel } from '../../decision/model/document.ts';
import type { Question } from '../../decision/model/question.ts';

/** What things are called, by id. Where the model is lost, an id stands for itself. */
export interface Labels {
  /** What the model is asked. */
  readonly model: string;
  alternative(id: string): string;
  /** An alternative in one of its shapes. */
  shaped(alternative: string, variant: string | undefined): string;
  description(alternative: string): string | undefined;
  criterion(id: string): string;
  question(id: string): string;
  asked(id: string): Question | undefined;
}

/** The names that the model and the evaluation give. */
export function labelsOf({ method, alternatives, criteria = [] }: Evaluation, model: DecisionModel | undefined): Labels {
  const known = new Map((model?.alternatives ?? []).map((one): [string, Alternative] => [one.id, one]));
  const titles = new Map([...alternatives, ...criteria].map(({ id, title }) => [id, title]));
  const questions = new Map((model?.questions ?? []).map((one) => [one.id, one]));
  const alternative = (id: string) => known.get(id)?.title ?? titles.get(id) ?? id;
  return {
    model: model?.title ?? method.model,
    alternative,
    shaped: (id, variant) =>
      variant === undefined ? alternative(id) : `${alternative(id)} – ${variantTitle(known.get(id), variant)}`,
    description: (id) => known.get(id)?.description,
    criterion: (id) => titles.get(id) ?? id,
    question: (id) => questions.get(id)?.text ?? id,
    asked: (id) => questions.get(id),
  };
}

function variantTitle(alternative: Alternative | undefined, id: string): string {
  return alternative?.variants?.find((variant) => variant.id === id)?.title ?? id;
}
