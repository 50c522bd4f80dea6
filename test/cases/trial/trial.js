// One model tried on all cases.

import { evaluated } from './judged.js';

/**
 * @import { CompiledModel } from './models.js'
 * @import { Case, RawAnswers } from '../corpus.js'
 * @typedef {object} Result
 * @property {Case} one
 * @property {RawAnswers} answers
 * @property {string} recommended
 * @property {string} verdict
 * @property {number} coverage
 * @property {number} chance what acceptability gives to what the team ended with
 * @property {Readonly<Record<string, string>>} reasons the strongest reason for each side
 */

/**
 * @param {CompiledModel} model
 * @param {readonly Case[]} cases
 * @param {(one: Case) => RawAnswers} answersOf
 * @returns {readonly Result[]}
 */
export function trial(model, cases, answersOf) {
  return cases.map((one) => {
    const answers = answersOf(one);
    const { outcome, robustness, rationale = [] } = evaluated(model, answers);
    const { recommended = 'none', verdict = 'none', coverage } = outcome;
    const chance = robustness?.acceptability[one.actual] ?? 0;
    const sides = { [recommended]: one.actual, [one.actual]: recommended };
    const reasons = Object.fromEntries(Object.entries(sides).map(([side, other]) => [side, reasonFor(rationale, side, other)]));
    return { one, answers, recommended, verdict, coverage, chance, reasons };
  });
}

/**
 * @param {readonly { because: string, contributions: Readonly<Record<string, number>> }[]} rationale
 * @param {string} side
 * @param {string} other
 */
function reasonFor(rationale, side, other) {
  const gain = (/** @type {typeof rationale[number]} */ { contributions }) =>
    (contributions[side] ?? 0) - (contributions[other] ?? 0);
  const [best] = rationale.filter((reason) => gain(reason) > 0).toSorted((left, right) => gain(right) - gain(left));
  return best?.because.trim() ?? 'Nothing that is answered speaks for it.';
}
