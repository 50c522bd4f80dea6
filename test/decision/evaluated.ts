import type { Answers } from '../../src/decision/answers/answer.ts';
import { readAnswers } from '../../src/decision/answers/read-answers.ts';
import { compile } from '../../src/decision/compile/compile.ts';
import type { CompiledModel } from '../../src/decision/compile/compiled-model.ts';
import { evaluate } from '../../src/decision/evaluation/evaluate.ts';
import type { Evaluation, Explain } from '../../src/decision/evaluation/evaluation.ts';
import { type Judgement, judge } from '../../src/decision/evaluation/judgement.ts';
import { readWeights, type Weights } from '../../src/decision/evaluation/read-weights.ts';
import type { DecisionModel } from '../../src/decision/model/document.ts';
import type { RawWeights } from './reference.ts';
import type { RawAnswers } from './reference-condition.ts';

/** What may be left out when something is evaluated: no own weights, everything explained. */
export interface Trial {
  readonly weights?: RawWeights;
  readonly explain?: Explain;
}

/**
 * Evaluates raw answers the way a caller of the pure core does: compile, read, evaluate.
 *
 * @throws RangeError when the answers or weights do not fit the model.
 */
export function evaluated(model: DecisionModel, answers: RawAnswers = {}, trial: Trial = {}): Evaluation {
  return evaluatedBy(compile(model), answers, trial);
}

/** The same for a model that is compiled already. */
export function evaluatedBy(
  model: CompiledModel,
  answers: RawAnswers,
  { weights = {}, explain = 'full' }: Trial = {},
): Evaluation {
  return evaluate(model, {
    answers: readableAnswers(model, answers),
    weights: readableWeights(model, weights),
    explain,
    contentHash: 'sha256:0',
  });
}

/** The arithmetic of an evaluation alone, which takes a hundredth of the time. */
export function judged(model: CompiledModel, answers: RawAnswers, weights: RawWeights = {}): Judgement {
  return judge(model, readableAnswers(model, answers), readableWeights(model, weights));
}

/** Reads answers that are known to be valid. */
export function readableAnswers(model: CompiledModel, raw: RawAnswers): Answers {
  const { answers, findings } = readAnswers(model, raw);
  if (findings.length > 0) throw new RangeError(`unreadable answers: ${JSON.stringify(findings)}`);
  return answers;
}

/** Reads weights that are known to be valid. */
export function readableWeights(model: CompiledModel, raw: RawWeights): Weights {
  const { weights, findings } = readWeights(model, raw);
  if (findings.length > 0) throw new RangeError(`unreadable weights: ${JSON.stringify(findings)}`);
  return weights;
}
