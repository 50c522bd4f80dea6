import { figureOf, quantile } from './frame/figure.js';
import { builtInModel, evaluate, readWeights } from './subject/product.js';
import { answersOf, respondents } from './subject/respondents.js';

/** @import { Answers } from '../../src/decision/answers/answer.ts' */
/** @import { Explain } from '../../src/decision/evaluation/evaluation.ts' */
/** @import { Figure } from './frame/figure.js' */

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

/**
 * How long one evaluation takes in which a third of the answers is open, by how much it explains.
 *
 * @returns {readonly Figure[]}
 */
export function explain() {
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
