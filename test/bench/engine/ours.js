import { compile, contribute, readAnswers, tally } from '../subject/product.js';

/** @import { Rival, RivalMaker } from './rival.js' */

/**
 * What the service does for every evaluation, from answers that were read to scores, flags and contributions.
 *
 * @type {RivalMaker}
 */
export function ours(decision, said) {
  const model = compile(decision);
  const read = said.map((answers) => readAnswers(model, answers).answers);
  return rivalOf(model, (position) => read[position]);
}

/**
 * The same from answers as they are sent: each of them is looked at, and refused where it does not fit its question.
 *
 * @type {RivalMaker}
 */
export function oursFromRaw(decision, said) {
  const model = compile(decision);
  return rivalOf(model, (position) => readAnswers(model, said[position] ?? {}).answers);
}

/**
 * @param {ReturnType<typeof compile>} model
 * @param {(position: number) => ReturnType<typeof readAnswers>['answers'] | undefined} answersAt
 * @returns {Rival}
 */
function rivalOf(model, answersAt) {
  const { shares, worksheet } = model;
  const width = model.alternatives.length;
  return {
    evaluate(position) {
      const answers = answersAt(position);
      if (answers !== undefined) contribute(model, tally(model, answers, shares));
    },
    outcome: () => ({
      scores: [...worksheet.scores],
      out: [...worksheet.out].map((flag) => flag === 1),
      contributions: new Map(
        [...worksheet.fired.subarray(0, worksheet.count)].map((rule, place) => [
          rule,
          [...worksheet.contributions.subarray(place * width, (place + 1) * width)],
        ]),
      ),
    }),
  };
}
