import { cel } from './engine/cel.js';
import { decisionOf, saidOf } from './engine/decision.js';
import { jsonLogic } from './engine/json-logic.js';
import { jsonRulesEngine } from './engine/json-rules-engine.js';
import { ours, oursFromRaw } from './engine/ours.js';
import { createRate } from './engine/rate.js';
import { agreeing } from './engine/rival.js';
import { straightLine } from './engine/straight-line.js';
import { zen } from './engine/zen.js';
import { figureOf } from './frame/figure.js';
import { inTurn, ratios } from './frame/rounds.js';
import { builtInModel, evaluate, readAnswers, readWeights } from './subject/product.js';
import { respondents } from './subject/respondents.js';

/** @import { Figure } from './frame/figure.js' */
/** @import { Rival } from './engine/rival.js' */

const ROUNDS = 9;

/** As many different answers, over and over: more than a branch predictor learns by heart. */
const ANSWERS = 2_000;

/** What is promised: at least so many times as fast as these, and at least so much of code written out for the one decision. */
const TARGETS = { 'json-rules-engine': 1_000, ZEN: 200, LIMIT: 1 / 4 };

/**
 * How fast decisions come to scores, gates and contributions: by this engine, by others, and by code that is written
 * out for the one decision.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function engine() {
  return [...(await small()), ...(await builtIn())];
}

/** A decision of 30 questions, 60 weighted rules and three alternatives. */
async function small() {
  const decision = decisionOf({ questions: 30, rules: 60 });
  const makers = { ours, 'ours, from raw answers': oursFromRaw, 'straight-line code': straightLine, CEL: cel };
  const peers = { 'json-logic-js': jsonLogic, ZEN: zen, 'json-rules-engine': jsonRulesEngine };
  const rivals = await agreeing(decision, saidOf(decision, { count: ANSWERS }), { ...makers, ...peers });
  const rates = await inTurn(ROUNDS, ratesOf(rivals));
  const own = rates['ours'] ?? [];
  const times = (/** @type {string} */ name) => ratios(own, rates[name] ?? []);
  return [
    ...Object.entries(rates).map(([name, rounds]) => figureOf(`small decision, ${name}`, { unit: 'evaluations/s', rounds })),
    figureOf('ours ÷ json-rules-engine', {
      unit: 'ratio',
      rounds: times('json-rules-engine'),
      atLeast: TARGETS['json-rules-engine'],
    }),
    figureOf('ours ÷ ZEN', { unit: 'ratio', rounds: times('ZEN'), atLeast: TARGETS.ZEN }),
    figureOf('ours ÷ json-logic-js', { unit: 'ratio', rounds: times('json-logic-js') }),
    figureOf('ours ÷ CEL', { unit: 'ratio', rounds: times('CEL') }),
    figureOf('ours ÷ straight-line code', { unit: 'ratio', rounds: times('straight-line code'), atLeast: TARGETS.LIMIT }),
    figureOf('ours, from raw answers ÷ straight-line code', {
      unit: 'ratio',
      rounds: ratios(rates['ours, from raw answers'] ?? [], rates['straight-line code'] ?? []),
    }),
  ];
}

/** The model that comes with the service, and the whole way from answers as they are sent to a result without explanation. */
async function builtIn() {
  const { compiled: model, contentHash } = builtInModel;
  // The engine keeps rules in the order of their ids.
  const decision = { ...model.document, rules: model.rules.map(({ entry }) => entry) };
  const said = respondents(model, { seed: 3, count: ANSWERS });
  const rivals = await agreeing(decision, said, { ours, 'straight-line code': straightLine });
  const whole = (/** @type {number} */ position) => {
    const { answers } = readAnswers(model, said[position] ?? {});
    return evaluate(model, { answers, weights: readWeights(model, {}).weights, explain: 'none', contentHash });
  };
  const rates = await inTurn(ROUNDS, { ...ratesOf(rivals), 'raw answers to result': createRate(whole, ANSWERS) });
  const { ours: own = [], 'straight-line code': limit = [] } = /** @type {Readonly<Record<string, readonly number[]>>} */ (rates);
  return [
    ...Object.entries(rates).map(([name, rounds]) => figureOf(`built-in model, ${name}`, { unit: 'evaluations/s', rounds })),
    figureOf('built-in model, ours ÷ straight-line code', {
      unit: 'ratio',
      rounds: ratios(own, limit),
      atLeast: TARGETS.LIMIT,
    }),
  ];
}

/**
 * @param {readonly (readonly [string, Rival])[]} rivals
 * @returns {Record<string, () => Promise<number>>}
 */
function ratesOf(rivals) {
  return Object.fromEntries(rivals.map(([name, rival]) => [name, createRate((position) => rival.evaluate(position), ANSWERS)]));
}
