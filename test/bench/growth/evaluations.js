import { decisionOf, saidOf } from '../engine/decision.js';
import { createRate } from '../engine/rate.js';
import { figureOf } from '../frame/figure.js';
import { inTurn } from '../frame/rounds.js';
import { compile, evaluate, readAnswers } from '../subject/product.js';
import { exponentOf } from './exponent.js';
import { heapAfter, heapGrowth } from './heap.js';

/** @import { DecisionModel } from '../../../src/decision/model/document.ts' */
/** @import { Figure } from '../frame/figure.js' */

const ROUNDS = 5;

/** Answers to single questions that there are at every size, over and over: as much to keep in mind at all of them. */
const ANSWERS = 30_000;

/** Evaluations over which allocations are counted: few enough that nothing is collected in between. */
const COUNTED = 20;

/** Exponent up to which time may grow. */
const MOST = 1.1;

/**
 * What grows, and the sizes: rules over the same questions, and questions with ten rules each.
 *
 * @type {readonly { readonly what: string, readonly sizes: readonly { readonly size: number, readonly decision: DecisionModel }[] }[]}
 */
const SERIES = [
  {
    what: 'rules',
    sizes: [10, 100, 1_000, 10_000].map((size) => ({ size, decision: decisionOf({ questions: 100, rules: size }) })),
  },
  {
    what: 'questions with ten rules each',
    sizes: [10, 30, 100, 300, 1_000].map((size) => ({ size, decision: decisionOf({ questions: size, rules: 10 * size }) })),
  },
];

/**
 * Time and memory of an evaluation, from answers as they are sent to a result without explanation, and the memory of a
 * compiled model, by the size of the model.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function evaluationGrowth() {
  const figures = [];
  for (const { what, sizes } of SERIES) {
    const trials = sizes.map(({ size, decision }) => ({ size, ...trialOf(decision) }));
    const rates = await inTurn(ROUNDS, Object.fromEntries(trials.map(({ size, rate }) => [String(size), rate])));
    const times = trials.map(({ size }) => ({ size, rounds: (rates[String(size)] ?? []).map((rate) => 1e6 / rate) }));
    const exponents = Array.from({ length: ROUNDS }, (_, round) =>
      exponentOf(times.map(({ size, rounds }) => [size, rounds[round] ?? Number.NaN])),
    );
    const memory = exponentOf(trials.map(({ size, perEvaluation }) => [size, perEvaluation]));
    const compiled = exponentOf(trials.map(({ size, perModel }) => [size, perModel]));
    figures.push(
      ...times.map(({ size, rounds }) => figureOf(`evaluation, ${size} ${what}`, { unit: 'µs', rounds })),
      ...trials.map(({ size, perEvaluation }) =>
        figureOf(`allocated by an evaluation, ${size} ${what}`, { unit: 'KB', rounds: [perEvaluation / 1024] }),
      ),
      ...trials.map(({ size, perModel }) =>
        figureOf(`compiled model, ${size} ${what}`, { unit: 'KB', rounds: [perModel / 1024] }),
      ),
      figureOf(`exponent of time, ${what}`, { unit: 'exponent', rounds: exponents, atMost: MOST }),
      figureOf(`exponent of what an evaluation allocates, ${what}`, { unit: 'exponent', rounds: [memory], atMost: MOST }),
      figureOf(`exponent of a compiled model's memory, ${what}`, { unit: 'exponent', rounds: [compiled], atMost: MOST }),
    );
  }
  return figures;
}

/** @param {DecisionModel} decision */
function trialOf(decision) {
  const { result: model, bytes: perModel } = heapAfter(() => compile(decision));
  const count = Math.ceil(ANSWERS / decision.questions.length);
  const said = saidOf(decision, { count });
  const whole = (/** @type {number} */ position) => {
    const { answers } = readAnswers(model, said[position] ?? {});
    return evaluate(model, { answers, weights: model.weights, explain: 'none', contentHash: '' });
  };
  for (const position of said.keys()) whole(position);
  const perEvaluation = heapGrowth(() => {
    for (let position = 0; position < COUNTED; position += 1) whole(position % count);
  });
  return { perModel, perEvaluation: perEvaluation / COUNTED, rate: createRate(whole, count) };
}
