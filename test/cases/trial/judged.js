// What the public core of the product says to raw answers.

import { evaluate, judge, readAnswers, readWeights } from '../product.js';

/**
 * @import { CompiledModel } from './models.js'
 * @import { RawAnswers } from '../corpus.js'
 * @import { Evaluation } from '../../../src/decision/evaluation/evaluation.ts'
 * @import { Judgement } from '../../../src/decision/evaluation/judgement.ts'
 */

/** @param {CompiledModel} model @param {RawAnswers} raw */
function readable(model, raw) {
  const known = new Set(model.questions.map(({ question }) => question.id));
  const { answers, findings } = readAnswers(model, Object.fromEntries(Object.entries(raw).filter(([id]) => known.has(id))));
  if (findings.length > 0) throw new RangeError(`unreadable answers: ${JSON.stringify(findings)}`);
  return answers;
}

/**
 * The arithmetic alone.
 *
 * @param {CompiledModel} model
 * @param {RawAnswers} raw answers to questions that the model does not have are left out
 * @param {Readonly<Record<string, number>>} [weights]
 * @returns {Judgement}
 */
export function judged(model, raw, weights = {}) {
  return judge(model, readable(model, raw), readWeights(model, weights).weights);
}

/** @param {CompiledModel} model @param {RawAnswers} raw @param {Readonly<Record<string, number>>} [weights] */
export function recommended(model, raw, weights) {
  const { recommended: index } = judged(model, raw, weights);
  return index === undefined ? 'none' : (model.alternatives[index]?.id ?? 'none');
}

/** Everything, with reasons. @param {CompiledModel} model @param {RawAnswers} raw @returns {Evaluation} */
export function evaluated(model, raw) {
  const { weights } = readWeights(model, {});
  return evaluate(model, { answers: readable(model, raw), weights, explain: 'full', contentHash: 'sha256:0' });
}
