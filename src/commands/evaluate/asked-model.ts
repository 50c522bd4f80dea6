import type { Evaluation, Explain } from '../../decision/evaluation/evaluation.ts';
import type { DecisionModel } from '../../decision/model/document.ts';
import type { NextQuestions } from '../../decision/sensitivity/next-question.ts';
import { createEvaluations } from '../../services/models/evaluations.ts';
import { Refusal } from '../../services/refusal.ts';
import type { ChosenModel } from './chosen-model.ts';
import type { WishFile } from './wish-file.ts';

/** A model, and what it says to the answers of a file. */
export interface AskedModel {
  readonly document: DecisionModel;
  evaluate(explain: Explain): Evaluation;
  /** The open questions that can move the result furthest, at most so many. */
  next(count: number): NextQuestions;
}

/** Asks a model by the very services of the API. What is wrong with the answers ends the command, told by its place. */
export function askedModel({ id, version, catalogue, document }: ChosenModel, { wish, refuse }: WishFile): AskedModel {
  const evaluations = createEvaluations({ catalogue, tally: () => undefined });
  const { locked: _locked, ...input } = { ...wish, version };
  return {
    document,
    evaluate: (explain) => told(() => evaluations.evaluate(id, { ...wish, version }, explain), refuse),
    next: (count) => told(() => evaluations.next(id, { ...input, count, depth: 'full' }), refuse),
  };
}

function told<T>(ask: () => T, refuse: WishFile['refuse']): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal && error.details.errors !== undefined) return refuse(error.details.errors);
    throw error;
  }
}
