import { isEnabled, readAnswers, seededRandom, standingOf } from './product.js';

/** @import { CompiledModel, CompiledQuestion } from '../../../src/decision/compile/compiled-model.ts' */
/** @import { AnswerValue } from '../../../src/decision/answers/answer.ts' */

/**
 * Someone who knows an answer to every question, whether it will be asked or not.
 *
 * @typedef {Readonly<Record<string, AnswerValue>>} Respondent
 */

/**
 * Respondents who answer everything by chance, every value equally likely; the same ones for the same seed.
 *
 * @param {CompiledModel} model
 * @param {{ readonly seed: number, readonly count: number }} wanted
 * @returns {readonly Respondent[]}
 */
export function respondents(model, { seed, count }) {
  const random = seededRandom(seed);
  const below = (/** @type {number} */ end) => Math.floor(random() * end);
  return Array.from({ length: count }, () =>
    Object.fromEntries(model.questions.map(({ question }) => [question.id, valueDrawn(question, below)])),
  );
}

/**
 * @param {CompiledQuestion['question']} question
 * @param {(end: number) => number} below draws a whole number from 0 up to an end
 * @returns {AnswerValue}
 */
function valueDrawn(question, below) {
  switch (question.type) {
    case 'boolean':
      return below(2) === 1;
    case 'scale':
    case 'integer':
      return question.min + below(question.max - question.min + 1);
    case 'single':
      return question.choices[below(question.choices.length)]?.id ?? '';
    case 'multiple': {
      const drawn = question.choices.filter(() => below(2) === 1);
      const alone = drawn.find(({ exclusive }) => exclusive === true);
      return (alone === undefined ? drawn : [alone]).map(({ id }) => id);
    }
  }
}

/**
 * What a respondent has said who was asked only what applies, with a share of it left open by chance.
 *
 * @param {CompiledModel} model
 * @param {Respondent} respondent
 * @param {{ readonly open: number, readonly seed: number }} left share left open, and the seed that chooses
 */
export function answersOf(model, respondent, { open, seed }) {
  const random = seededRandom(seed);
  const standing = standingOf(model, readAnswers(model, respondent).answers);
  const asked = model.questions.filter((_, index) => isEnabled(standing, index)).map(({ question }) => question.id);
  const shuffled = asked.map((id) => ({ id, at: random() })).sort((one, other) => one.at - other.at);
  const kept = new Set(shuffled.slice(Math.round(open * asked.length)).map(({ id }) => id));
  return readAnswers(model, Object.fromEntries(Object.entries(respondent).filter(([id]) => kept.has(id)))).answers;
}
