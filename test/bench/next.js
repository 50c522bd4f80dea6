import { figureOf } from './frame/figure.js';
import { builtInModel, isEnabled, nextQuestions, readAnswers, readWeights, standingOf } from './subject/product.js';
import { respondents } from './subject/respondents.js';

/** @import { Answers } from '../../src/decision/answers/answer.ts' */
/** @import { Figure } from './frame/figure.js' */
/** @import { Respondent } from './subject/respondents.js' */

/** As many respondents as this in each round, other ones in every round. */
const RESPONDENTS = 20;
const ROUNDS = 5;

const { compiled: model } = builtInModel;
const { weights } = readWeights(model, {});

/**
 * How many questions a respondent has to answer until the result is decided, the best next one first or in the author's
 * order.
 *
 * @returns {readonly Figure[]}
 */
export function next() {
  const rounds = Array.from({ length: ROUNDS }, (_, seed) => respondents(model, { seed, count: RESPONDENTS }));
  const best = rounds.map((round) => mean(round.map((respondent) => questionsUntilDecided(respondent, bestFirst))));
  const author = rounds.map((round) => mean(round.map((respondent) => questionsUntilDecided(respondent, inOrder))));
  const ratios = best.map((questions, round) => questions / (author[round] ?? questions));
  return [
    figureOf('mean questions until decided, best next one first', { unit: 'questions', rounds: best }),
    figureOf("mean questions until decided, author's order", { unit: 'questions', rounds: author }),
    figureOf("best next one first ÷ author's order", { unit: 'ratio', rounds: ratios }),
  ];
}

/**
 * @param {Respondent} respondent
 * @param {(best: string | undefined, answers: Answers) => string | undefined} choose picks the question to answer
 */
function questionsUntilDecided(respondent, choose) {
  /** @type {Record<string, unknown>} */
  const given = {};
  for (let asked = 0; ; asked += 1) {
    const { answers } = readAnswers(model, given);
    const { decided, questions } = nextQuestions(model, { answers, weights, count: 1, depth: 'full' });
    const question = decided ? undefined : choose(questions[0]?.question, answers);
    if (question === undefined) return asked;
    given[question] = respondent[question];
  }
}

/** @param {string | undefined} best */
function bestFirst(best) {
  return best;
}

/**
 * @param {string | undefined} _best
 * @param {Answers} answers
 */
function inOrder(_best, answers) {
  const standing = standingOf(model, answers);
  const first = model.questions.find(
    ({ retired }, index) => !retired && isEnabled(standing, index) && answers.given[index] === undefined,
  );
  return first?.question.id;
}

/** @param {readonly number[]} numbers */
function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
