import { decisionOf, saidOf } from './engine/decision.js';
import { jsonRulesEngine } from './engine/json-rules-engine.js';
import { createRate } from './engine/rate.js';
import { figureOf, quantile } from './frame/figure.js';
import { inTurn } from './frame/rounds.js';
import {
  acceptabilityOf,
  builtInModel,
  compile,
  createLandscape,
  evaluate,
  judge,
  openQuestions,
  readAnswers,
  readWeights,
} from './subject/product.js';
import { answersOf, respondents } from './subject/respondents.js';

/** @import { Answers } from '../../src/decision/answers/answer.ts' */
/** @import { Explain } from '../../src/decision/evaluation/evaluation.ts' */
/** @import { Figure } from './frame/figure.js' */
/** @import { Said } from './engine/decision.js' */

const RESPONDENTS = 300;
const ROUNDS = 5;

/** Share of the questions that apply to a respondent and are left open. */
const OPEN = 1 / 3;

/** Milliseconds within which 99 of 100 full explanations have to be there. */
const FULL_WITHIN = 25;

/** @type {readonly Explain[]} */
const LEVELS = ['none', 'summary', 'full'];

/** @type {readonly (readonly [share: number, name: string])[]} */
const QUANTILES = [
  [0.5, 'median'],
  [0.9, '90th percentile'],
  [0.99, '99th percentile'],
];

const { compiled: model, contentHash } = builtInModel;
const { weights } = readWeights(model, {});

/** As many verdicts of json-rules-engine as a full explanation of the same decision may cost, its samples not counted. */
const VERDICTS = 4;

/** Rounds in which verdicts and explanations take turns; each of them measures hundreds of each. */
const VERDICT_ROUNDS = 3;

/** As many different answers to the small decision, over and over. */
const ANSWERS = 200;

/**
 * What explanations cost: those of a small decision in bare verdicts of another engine, those of the built-in model in
 * milliseconds.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function explain() {
  return [...(await inVerdicts()), ...inMilliseconds()];
}

/** A decision of 30 questions, 60 weighted rules and three alternatives, with all questions answered and with a third open. */
async function inVerdicts() {
  const decision = decisionOf({ questions: 30, rules: 60 });
  const said = saidOf(decision, { count: ANSWERS });
  const small = compile(decision);
  const own = readWeights(small, {}).weights;
  const rival = jsonRulesEngine(decision, said);
  const whole = said.map((one) => readAnswers(small, one).answers);
  const part = said.map((one, at) => readAnswers(small, withoutThird(one, at)).answers);
  const explained = (/** @type {readonly Answers[]} */ list) => (/** @type {number} */ at) => {
    const answers = list[at];
    if (answers !== undefined) evaluate(small, { answers, weights: own, explain: 'full', contentHash });
  };
  const settings = [whole, part].map((list) =>
    list.map((answers) => {
      const judgement = judge(small, answers, own);
      return { judgement, landscape: createLandscape(small, judgement, openQuestions(small, judgement)) };
    }),
  );
  const sampled = (/** @type {(typeof settings)[number]} */ list) => (/** @type {number} */ at) => {
    const setting = list[at];
    if (setting !== undefined) acceptabilityOf(setting.landscape, setting.judgement);
  };
  const rates = await inTurn(VERDICT_ROUNDS, {
    verdict: createRate((at) => rival.evaluate(at), ANSWERS),
    whole: createRate(explained(whole), ANSWERS),
    wholeSamples: createRate(sampled(settings[0] ?? []), ANSWERS),
    part: createRate(explained(part), ANSWERS),
    partSamples: createRate(sampled(settings[1] ?? []), ANSWERS),
  });
  const inAll = (/** @type {'whole' | 'part'} */ name) =>
    rates.verdict.map((verdict, round) => verdict / (rates[name][round] ?? Number.NaN));
  const unsampled = (/** @type {'whole' | 'part'} */ name) =>
    rates.verdict.map(
      (verdict, round) => verdict / (rates[name][round] ?? Number.NaN) - verdict / (rates[`${name}Samples`][round] ?? Number.NaN),
    );
  const unit = 'verdicts';
  return [
    figureOf('full explanation in verdicts of json-rules-engine, samples not counted, a third open', {
      unit,
      rounds: unsampled('part'),
      atMost: VERDICTS,
    }),
    figureOf('full explanation in verdicts of json-rules-engine, samples not counted, all answered', {
      unit,
      rounds: unsampled('whole'),
      atMost: VERDICTS,
    }),
    figureOf('full explanation in verdicts of json-rules-engine, a third open', { unit, rounds: inAll('part') }),
    figureOf('full explanation in verdicts of json-rules-engine, all answered', { unit, rounds: inAll('whole') }),
  ];
}

/**
 * Answers without every third one, another third for each of three neighbours.
 *
 * @param {Said} said
 * @param {number} from
 */
function withoutThird(said, from) {
  return Object.fromEntries(Object.entries(said).filter((_, at) => (at + from) % 3 !== 0));
}

/** How long one evaluation of the built-in model takes in which a third of the answers is open, by how much it explains. */
function inMilliseconds() {
  const given = respondents(model, { seed: 1, count: RESPONDENTS }).map((respondent, seed) =>
    answersOf(model, respondent, { open: OPEN, seed }),
  );
  for (const level of LEVELS) times(given, level);
  /** @type {readonly { readonly level: Explain, readonly rounds: (readonly number[])[] }[]} */
  const measured = LEVELS.map((level) => ({ level, rounds: [] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { level, rounds } of measured) rounds.push(times(given, level));
  }
  return measured.flatMap(({ level, rounds }) =>
    QUANTILES.map(([share, name]) => {
      const promise = level === 'full' && share === 0.99 ? { atMost: FULL_WITHIN } : {};
      const quantiles = rounds.map((round) => quantile(round, share));
      return figureOf(`explain=${level}, ${name}`, { unit: 'ms', rounds: quantiles, ...promise });
    }),
  );
}

/**
 * Milliseconds that each evaluation takes.
 *
 * @param {readonly Answers[]} given
 * @param {Explain} level
 */
function times(given, level) {
  return given.map((answers) => {
    const start = performance.now();
    evaluate(model, { answers, weights, explain: level, contentHash });
    return performance.now() - start;
  });
}
