// The quick questionnaire, by measure: which questions alone tell what all of them tell.

import { seededRandom } from '../product.js';
import { recommended } from './judged.js';

/**
 * @import { CompiledModel } from './models.js'
 * @import { RawAnswers } from '../corpus.js'
 * @typedef {readonly { answers: RawAnswers, told: string }[]} Crowd respondents, and what they are told when they answer everything
 */

/** Where choosing begins: without it hardly anything else is asked. */
const FIRST = 'targets';

/** Respondents who answer every question by chance. @param {CompiledModel} model @param {number} count @returns {Crowd} */
export function inventedCrowd(model, count) {
  const random = seededRandom(7);
  const asked = model.questions.filter(({ retired }) => !retired);
  return Array.from({ length: count }, () => {
    const answers = Object.fromEntries(asked.map(({ question, partition }) => [question.id, drawn(partition.cells, random())]));
    return { answers, told: recommended(model, answers) };
  });
}

/** @param {CompiledModel} model @param {readonly RawAnswers[]} respondents @returns {Crowd} */
export function realCrowd(model, respondents) {
  return respondents.map((answers) => ({ answers, told: recommended(model, answers) }));
}

/** @param {readonly { value: unknown, chance: number }[]} cells @param {number} draw */
function drawn(cells, draw) {
  let rest = draw;
  for (const { value, chance } of cells) {
    rest -= chance;
    if (rest < 0) return value;
  }
  return cells.at(-1)?.value;
}

/** The answers to some questions alone. @param {RawAnswers} answers @param {readonly string[]} questions @returns {RawAnswers} */
export function only(answers, questions) {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => questions.includes(id)));
}

/** How many of a crowd are told the same when they answer some questions alone. @param {CompiledModel} model @param {Crowd} crowd @param {readonly string[]} questions */
export function agreement(model, crowd, questions) {
  return crowd.filter(({ answers, told }) => recommended(model, only(answers, questions)) === told).length / crowd.length;
}

/**
 * Takes one question after the other, always the one with which most are told the same; the author's order breaks ties.
 *
 * @param {CompiledModel} model
 * @param {readonly Crowd[]} crowds each counts as much as the others
 * @param {number} size
 */
export function chosenCore(model, crowds, size) {
  const asked = model.questions.filter(({ retired }) => !retired).map(({ question }) => question.id);
  const core = [FIRST];
  while (core.length < size) {
    const rest = asked.filter((id) => !core.includes(id));
    const measured = rest.map((id) => {
      return { id, same: crowds.reduce((sum, crowd) => sum + agreement(model, crowd, [...core, id]), 0) };
    });
    core.push(measured.reduce((best, one) => (one.same > best.same + 1e-9 ? one : best)).id);
  }
  return core;
}

/** The questions that the model marks as core. @param {CompiledModel} model */
export function declaredCore(model) {
  return model.questions.filter(({ question, retired }) => question.core === true && !retired).map(({ question }) => question.id);
}
