// How often the recommendation stays when answers are lost, one is wrong, or the weights are others.

import { seededRandom } from '../product.js';
import { recommended } from './judged.js';

/**
 * @import { CompiledModel } from './models.js'
 * @import { RawAnswers } from '../corpus.js'
 * @typedef {() => number} Random
 */

/** Draws for each case. */
const DRAWS = 40;

/**
 * @param {CompiledModel} model
 * @param {readonly RawAnswers[]} respondents
 * @returns {readonly { disturbance: string, stays: number }[]}
 */
export function robustness(model, respondents) {
  const random = seededRandom(2026);
  return [
    {
      disturbance: 'one answer in four is lost',
      stays: stays(model, respondents, (answers) => ({ answers: lost(answers, random, 0.25) })),
    },
    {
      disturbance: 'every other answer is lost',
      stays: stays(model, respondents, (answers) => ({ answers: lost(answers, random, 0.5) })),
    },
    {
      disturbance: 'one answer is another',
      stays: stays(model, respondents, (answers) => ({ answers: mistaken(model, answers, random) })),
    },
    {
      disturbance: 'every weight is up to 50 % more or less',
      stays: stays(model, respondents, (answers) => ({ answers, weights: shaken(model, random) })),
    },
  ];
}

/**
 * @param {CompiledModel} model
 * @param {readonly RawAnswers[]} respondents
 * @param {(answers: RawAnswers) => { answers: RawAnswers, weights?: Record<string, number> }} disturbed
 */
function stays(model, respondents, disturbed) {
  let same = 0;
  for (const given of respondents) {
    const before = recommended(model, given);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const { answers, weights } = disturbed(given);
      if (recommended(model, answers, weights) === before) same += 1;
    }
  }
  return same / (respondents.length * DRAWS);
}

/** @param {RawAnswers} answers @param {Random} random @param {number} share */
function lost(answers, random, share) {
  return Object.fromEntries(Object.entries(answers).filter(() => random() >= share));
}

/** @param {CompiledModel} model @param {RawAnswers} answers @param {Random} random */
function mistaken(model, answers, random) {
  const asked = model.questions.filter(({ question, retired }) => !retired && answers[question.id] !== undefined);
  const one = asked[Math.floor(random() * asked.length)];
  if (one === undefined) return answers;
  const others = one.partition.cells.filter(({ value }) => JSON.stringify(value) !== JSON.stringify(answers[one.question.id]));
  return { ...answers, [one.question.id]: (others[Math.floor(random() * others.length)] ?? one.partition.cells[0])?.value };
}

/** @param {CompiledModel} model @param {Random} random */
function shaken(model, random) {
  return Object.fromEntries(model.criteria.map(({ criterion: { id, weight } }) => [id, weight * (0.5 + random())]));
}
